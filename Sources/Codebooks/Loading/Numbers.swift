import Diagnostics
import YAML

/// Words for weights, with their thousandths.
let weightWords = [(name: "strong", weight: 3000), (name: "normal", weight: 1000), (name: "weak", weight: 500)]

extension CodebookReader {
    /// A weight in thousandths.
    mutating func readWeight(_ node: SourceNode) -> Int? {
        guard let text = readText(node, "'weight'") else { return nil }
        if let word = weightWords.first(where: { $0.name == text }) { return word.weight }
        if let value = thousandths(text) { return value }
        diagnostics.append(
            .error(
                "bad-weight", "'\(text)' is no weight", at: node.place,
                help: "strong (3), normal (1), weak (0.5), or a number with at most three decimal places",
                suggestion: nearestName(to: text, among: weightWords.map(\.name))))
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
