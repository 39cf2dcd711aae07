import Codebooks
import Diagnostics
import DocumentModel
import JSON
import Pipeline

/// What examples showed of a codebook: each failure with its line and the difference, then what is not covered, then
/// the counts.
struct ExampleReportText {
    let file: CodebookFile
    let codebook: Codebook
    let report: ExampleReport

    /// - Parameter alternatives: what examples fire of them; empty if nobody asked.
    func text(alternatives: [AlternativeCoverage]) -> String {
        let explainer = Explainer([codebook])
        var lines = report.failures.flatMap { failure in
            [
                Diagnostic.error("failed-example", message(failure), at: failure.place).rendered(source: file.text),
                ExampleDifference(
                    failure: failure, explained: explainer.explain(failure.passage, where: failure.isMissing)
                ).text,
            ]
        }
        lines += report.unfired.map { rule in
            "\(file.path):\(rule.place?.line ?? 0): no example fires rule '\(rule.rule)' of \(rule.code.name)"
        }
        lines += unfiredLines(alternatives)
        let passed = report.tried - report.failures.count
        let covered = report.rules - report.unfired.count
        lines.append(
            "\(file.path): \(passed) of \(report.tried) examples pass; \(covered) of \(report.rules) rules are fired"
                + share(covered, of: report.rules))
        if !alternatives.isEmpty {
            let total = alternatives.reduce(0) { $0 + $1.alternatives.count }
            let fired = total - alternatives.reduce(0) { $0 + $1.unfired.count }
            lines.append("\(file.path): \(fired) of \(total) alternatives are fired" + share(fired, of: total))
        }
        return lines.joined(separator: "\n")
    }

    private func unfiredLines(_ alternatives: [AlternativeCoverage]) -> [String] {
        let open = alternatives.filter { !$0.unfired.isEmpty }
        guard !open.isEmpty else { return [] }
        return ["alternatives that no example fires:"]
            + open.map { "  \(name($0.owner)): \($0.unfired.joined(separator: ", "))" }
    }

    private func name(_ owner: AlternativeCoverage.Owner) -> String {
        switch owner {
        case .term(let name): "$\(name)"
        case .rule(let code, let rule, let key): "\(code.name) \(rule) \(key)"
        }
    }

    /// Rounded down, so that only what is whole is 100 %.
    private func share(_ part: Int, of whole: Int) -> String {
        whole == 0 ? "" : " (\(part * 100 / whole) %)"
    }

    private func message(_ failure: ExampleFailure) -> String {
        let found = failure.found.isEmpty ? "no code" : failure.found.joined(separator: ", ")
        return "this \(failure.kind.rawValue) of \(failure.code.name) gets \(found) in \(failure.dimension)"
    }
}

/// What was expected of an example and what was found, as a diff: `−` codes it lacks, `+` codes it got instead.
private struct ExampleDifference {
    let failure: ExampleFailure
    let explained: PassageExplanation

    var text: String {
        let codes = explained.dimensions.first { $0.dimension.id == failure.dimension }?.codes ?? []
        let missing = codes.filter { failure.expected.contains($0.code.id) && !failure.found.contains($0.code.id) }
        let excess = codes.filter { failure.found.contains($0.code.id) && !failure.expected.contains($0.code.id) }
        let lines = missing.flatMap { self.lines("−", $0) + why($0) } + excess.flatMap { self.lines("+", $0) }
        return lines.map { "  " + $0 }.joined(separator: "\n")
    }

    /// A code with its score and the rules that held.
    private func lines(_ sign: String, _ code: CodeExplanation) -> [String] {
        let threshold = decimal(thousandths: code.code.threshold)
        let score = code.score.map { "scores \(decimal(thousandths: $0))" } ?? "no rule holds"
        var lines = ["\(sign) \(code.code.id): \(score), threshold \(threshold)\(rival(code))"]
        let rules = RuleText(passage: explained.passage)
        for rule in code.rules {
            if let match = rule.match { lines += rules.held(rule.rule, match).map { "    " + $0 } }
        }
        return lines
    }

    private func rival(_ code: CodeExplanation) -> String {
        guard case .beaten(let best) = code.verdict else { return "" }
        return ", and \(best.code.code) scores \(decimal(thousandths: best.thousandths))"
    }

    /// The rules of a missing code that came nearest.
    private func why(_ code: CodeExplanation) -> [String] {
        let rules = RuleText(passage: explained.passage)
        return code.rules.filter { $0.isNear && $0.rule.weight > 0 }.prefix(3)
            .flatMap { rules.failed($0, showsWords: true).map { "    " + $0 } }
    }
}

extension ExampleFailure {
    /// Whether a code should have been found and was not: of these the rules that came nearest are shown.
    fileprivate func isMissing(_ code: CodeReference) -> Bool {
        code.dimension == dimension && expected.contains(code.code) && !found.contains(code.code)
    }
}

extension CodeReference {
    fileprivate var name: String { "\(dimension).\(code)" }
}
