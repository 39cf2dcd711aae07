import Diagnostics
import YAML

extension CodebookReader {
    private static let words = [("strong", 3000), ("normal", 1000), ("weak", 500)]

    /// A weight in thousandths.
    mutating func readWeight(_ node: SourceNode) -> Int? {
        guard let text = readText(node, "'weight'") else { return nil }
        if let word = Self.words.first(where: { $0.0 == text }) { return word.1 }
        if let value = thousandths(text) { return value }
        diagnostics.append(
            .error(
                "bad-weight", "'\(text)' is no weight", at: node.place,
                help: "strong (3), normal (1), weak (0.5), or a number with at most three decimal places",
                suggestion: nearestName(to: text, among: Self.words.map(\.0))))
        return nil
    }

    /// A threshold in thousandths.
    mutating func readThreshold(_ node: SourceNode) -> Int? {
        guard let text = readText(node, "'threshold'") else { return nil }
        if let value = thousandths(text), value > 0 { return value }
        diagnostics.append(
            .error(
                "bad-threshold", "'\(text)' is no threshold", at: node.place,
                help: "a number above 0 with at most three decimal places"))
        return nil
    }
}
