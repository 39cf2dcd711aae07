import Diagnostics
import Expressions
import YAML

extension CodebookReader {
    /// Notes what is right in an expression and yet hardly meant; said when the codebook has no errors.
    mutating func lint(_ expression: Expression, written node: SourceNode) {
        guard warnings.count < maximumDiagnostics else { return }
        for redundant in redundantAlternatives(in: expression).prefix(mostFindings) {
            let source = redundant.alternative.source
            let quoted = abbreviated(source)
            let message =
                redundant.alternative == redundant.other
                ? "'\(quoted)' stands twice in this list"
                : "'\(abbreviated(redundant.other.source))' finds '\(quoted)' too"
            warnings.append(
                .warning(
                    "redundant-alternative", message, at: place(of: source, in: node),
                    help: "take '\(quoted)' away; what is found stays the same"))
        }
        guard language.hasPrefix("en") else { return }
        for spelling in missingSpellings(in: expression).prefix(mostFindings) {
            warnings.append(
                .warning(
                    "one-spelling", "'\(spelling.written)' does not find '\(spelling.missing)'",
                    at: place(of: spelling.written, in: node),
                    help: "write both spellings: \(spelling.written) OR \(spelling.missing)"))
        }
    }

    /// Where the last of a text's uses in an expression stands; the expression if it is written in another way.
    private func place(of text: String, in node: SourceNode) -> Place {
        // A search through megabytes for each finding would take longer than all else.
        guard node.elements.reduce(0, { $0 + ($1.text?.utf8.count ?? 0) }) <= 20_000 else { return node.place }
        for element in node.elements.reversed() {
            guard let written = element.text, let range = lastUse(of: text, in: written) else { continue }
            return place(of: range, in: written, element)
        }
        return node.place
    }

    private func lastUse(of text: String, in written: String) -> Range<String.Index>? {
        var result: Range<String.Index>?
        var rest = written[...]
        while let range = rest.firstRange(of: text) {
            let before = written[..<range.lowerBound].last.map { $0.isLetter || $0 == "*" || $0 == "-" } ?? false
            let after = written[range.upperBound...].first.map { $0.isLetter || $0 == "*" || $0 == "-" } ?? false
            if !before, !after { result = range }
            rest = written[range.upperBound...]
        }
        return result
    }
}
