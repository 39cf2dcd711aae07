import Codebooks
import DocumentModel
import JSON

/// A rule in an explanation: what made it hold, or why it did not.
struct RuleText {
    let passage: Passage

    /// The weight, the expressions, and carets under every word that took part.
    func held(_ rule: Rule, _ match: RuleMatch) -> [String] {
        var lines = ["\(weight(rule))  \(rule.id)"]
        for (key, expression) in [("match", rule.match), ("under", rule.under), ("previous", rule.previous)] {
            if let expression { lines.append("    \(key): " + expression.sources.joined(separator: " OR ")) }
        }
        for (text, spans) in textsWithSpans(match.spans) {
            lines += markedLines(text, spans.map { $0.start..<$0.end }).map { "    | \($0)" }
        }
        return lines
    }

    /// The weight that was missed, and the reasons; with carets under the words that they are about if wanted.
    func failed(_ explanation: RuleExplanation, showsWords: Bool) -> [String] {
        let text = FailureText(passage: passage)
        let reasons = explanation.failures.map(text.sentence).joined(separator: "; ")
        var lines = ["(\(weight(explanation.rule)))  \(explanation.rule.id): \(reasons)"]
        let spans = explanation.failures.flatMap(text.spans)
        if showsWords, !spans.isEmpty {
            lines += markedLines(passage.text, spans).map { "    | \($0)" }
        }
        return lines
    }

    private func weight(_ rule: Rule) -> String {
        (rule.weight < 0 ? "" : "+") + decimal(thousandths: rule.weight)
    }

    /// Each text of the passage that has spans, in the order of the spans.
    private func textsWithSpans(_ spans: [MatchSpan]) -> [(text: String, spans: [MatchSpan])] {
        var result: [(text: String, spans: [MatchSpan])] = []
        var rest = spans[...]
        while let first = rest.first {
            let group = rest.prefix { $0.source == first.source && $0.level == first.level }
            rest = rest.dropFirst(group.count)
            if let text = passage.text(of: first.source, level: first.level) { result.append((text, Array(group))) }
        }
        return result
    }
}
