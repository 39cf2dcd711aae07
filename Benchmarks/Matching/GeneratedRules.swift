import Expressions
import Matching
import SeededRandom

/// Rules over words that the text has: 45 % words, 30 % beginnings (`x*`), 10 % phrases, 5 % with a wildcard inside or
/// in front, 5 % stems (`word~`), 5 % hyphenated; half of the rules are NEAR.
///
/// A term is drawn by its word's place in the vocabulary, not by how often it occurs, as in codebooks.
struct GeneratedRules {
    private(set) var entries: [Matcher.Entry] = []
    /// What stands firm in each term, for programs that know literals only: the longest piece without a wildcard.
    private(set) var literals: [String] = []

    init(terms count: Int, vocabulary: [String]) {
        var random = SeededGenerator(seed: 42)
        var terms = (0..<count).map { Self.term($0 % 20, vocabulary, &random) }
        terms.shuffle(using: &random)
        literals = terms.map { term in
            let pieces = term.split { "*~".contains($0) }
            return String(pieces.max { $0.count < $1.count } ?? "")
        }
        var rest = terms[...]
        while let first = rest.popFirst() {
            var source = first
            if entries.count.isMultiple(of: 2), let second = rest.popFirst() {
                source = "(\(first)) NEAR/5 (\(second))"
            }
            guard let expression = parseExpression(source, at: nil).expression else {
                preconditionFailure("a generated rule cannot be read: \(source)")
            }
            entries.append(Matcher.Entry(expression))
        }
    }

    private static func term(
        _ kind: Int, _ vocabulary: [String], _ random: inout SeededGenerator
    ) -> String {
        let word = vocabulary.randomElement(using: &random)!
        let other = vocabulary.randomElement(using: &random)!
        return switch kind {
        case 0..<9: word
        case 9..<15: word.prefix(5) + "*"
        case 15, 16: word + " " + other
        case 17: Bool.random(using: &random) ? "*" + word.suffix(5) : word.prefix(3) + "*" + word.suffix(2)
        case 18: word + "~"
        default: word + "-" + other
        }
    }
}
