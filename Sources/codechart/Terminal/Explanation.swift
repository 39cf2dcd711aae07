import Codebooks
import DocumentModel
import JSON

/// How a passage was coded, in words and carets.
struct Explanation {
    let passage: Passage
    let codes: PassageCodes
    let codebooks: [Codebook]

    var text: String {
        let dimensions = codebooks.flatMap { book in book.dimensions.map { (book, $0) } }
        let parts = dimensions.map { book, dimension in
            book.skip.contains { $0 == passage.section }
                ? "\(dimension.id): nothing, sections of kind '\(passage.section?.rawValue ?? "")' are never coded"
                : explain(dimension)
        }
        return parts.joined(separator: "\n\n")
    }

    private func explain(_ dimension: Dimension) -> String {
        let assigned = codes.codes(in: dimension.id)
        let labels = assigned.map { id in dimension.codes.first { $0.id == id }?.label ?? id }
        let isOfDocument = dimension.unit == .document
        var lines = [
            dimension.id + ": "
                + (isOfDocument
                    ? "coded for whole documents" : labels.isEmpty ? "nothing" : labels.joined(separator: ", "))
        ]
        for score in scores(in: dimension) {
            guard let code = dimension.codes.first(where: { $0.id == score.code.code }) else { continue }
            lines.append("  " + verdict(code, score.thousandths, assigned, isOfDocument))
            for match in codes.matches where match.code == score.code {
                lines += explain(match, code)
            }
        }
        return lines.joined(separator: "\n")
    }

    /// Best first; equal scores in the codebook's order.
    private func scores(in dimension: Dimension) -> [CodeScore] {
        let scores = codes.scores.filter { $0.code.dimension == dimension.id }
        return scores.enumerated()
            .sorted { ($1.element.thousandths, $0.offset) < ($0.element.thousandths, $1.offset) }
            .map(\.element)
    }

    private func verdict(_ code: Code, _ score: Int, _ assigned: [String], _ isOfDocument: Bool) -> String {
        let head = "\(code.id) scores \(decimal(thousandths: score))"
        if isOfDocument || assigned.contains(code.id) { return head }
        let lacking = code.threshold - score
        return lacking > 0
            ? head + ", \(decimal(thousandths: lacking)) short of its threshold"
            : head + ", and another code scores more"
    }

    private func explain(_ match: RuleMatch, _ code: Code) -> [String] {
        guard let rule = code.rules.first(where: { $0.id == match.rule }) else { return [] }
        let sign = rule.weight < 0 ? "" : "+"
        var lines = ["    \(sign)\(decimal(thousandths: rule.weight))  \(rule.id)"]
        for (key, expression) in [("match", rule.match), ("under", rule.under), ("previous", rule.previous)] {
            if let expression { lines.append("        \(key): " + expression.sources.joined(separator: " OR ")) }
        }
        for (text, spans) in textsWithSpans(match.spans) {
            lines.append("        | \(text)")
            lines.append("        | \(carets(under: text, spans))")
        }
        return lines
    }

    /// Each text of the passage that has spans, in the order of the spans.
    private func textsWithSpans(_ spans: [MatchSpan]) -> [(text: String, spans: [MatchSpan])] {
        var result: [(text: String, spans: [MatchSpan])] = []
        var rest = spans[...]
        while let first = rest.first {
            let group = rest.prefix { $0.source == first.source && $0.level == first.level }
            rest = rest.dropFirst(group.count)
            let text: String? =
                switch first.source {
                case .text: passage.text
                case .leadIn: passage.leadIn
                case .heading: first.level.map { passage.headings[$0] }
                case .previous: passage.previous
                }
            if let text { result.append((text, Array(group))) }
        }
        return result
    }

    private func carets(under text: String, _ spans: [MatchSpan]) -> String {
        var marks = [Character](repeating: " ", count: text.unicodeScalars.count)
        for span in spans {
            for position in span.start..<min(span.end, marks.count) { marks[position] = "^" }
        }
        while marks.last == " " { marks.removeLast() }
        return String(marks)
    }
}
