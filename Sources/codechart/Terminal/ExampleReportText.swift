import Codebooks
import Diagnostics
import DocumentModel
import Pipeline

extension ExampleReport {
    /// What examples showed of a codebook: each failure with its line, then what is not covered, then the count.
    func text(file: CodebookFile) -> String {
        var lines = failures.map { failure in
            Diagnostic.error(
                "failed-example", message(failure), at: failure.place, help: help(failure)
            ).rendered(source: file.text)
        }
        lines += unfired.map { rule in
            "\(file.path):\(rule.place?.line ?? 0): no example fires rule '\(rule.rule)' of \(rule.code.name)"
        }
        let passed = tried - failures.count
        let covered = rules - unfired.count
        lines.append("\(file.path): \(passed) of \(tried) examples pass; \(covered) of \(rules) rules are fired")
        return lines.joined(separator: "\n")
    }

    private func message(_ failure: ExampleFailure) -> String {
        "this \(failure.kind.rawValue) of \(failure.code.name) gets \(named(failure.found)) in \(failure.dimension)"
    }

    private func help(_ failure: ExampleFailure) -> String {
        let expected =
            failure.kind == .nearMiss && failure.expected.isEmpty
            ? "expected anything else" : "expected \(named(failure.expected))"
        let fired = failure.codes.matches.filter { $0.code.dimension == failure.dimension }
            .map { "\($0.rule) (\($0.code.code))" }
        return fired.isEmpty ? expected : expected + "; rules that hold: " + fired.joined(separator: ", ")
    }

    private func named(_ codes: [String]) -> String {
        codes.isEmpty ? "no code" : codes.joined(separator: ", ")
    }
}

extension CodeReference {
    fileprivate var name: String { "\(dimension).\(code)" }
}
