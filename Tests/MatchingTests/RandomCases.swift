import Expressions
import Matching
import SeededRandom

/// Expressions and texts over so few words that they meet often: three themes a seed.
struct RandomCases {
    private var generator: SeededGenerator
    private var words: [String] = []
    private var parts: [String] = []

    /// Words of texts, and parts of terms that match some of them.
    private struct Theme {
        var words: [String]
        var parts: [String]
    }

    private static let themes = [
        Theme(words: ["a", "b", "ab", "abc", "A"], parts: ["a", "b", "ab", "a*", "*b", "a?", "abc", "?b*"]),
        Theme(words: ["care", "Care", "caring", "cares"], parts: ["care", "car*", "c?re", "*ing", "*ar*", "cares~"]),
        Theme(
            words: ["co", "ordinated", "coordinated", "co\u{AD}ordinated", "co-ordinated"],
            parts: ["co", "coordinated", "co*ted", "ordinat*", "coordinate~", "*d"]),
        Theme(
            words: ["plan", "planning", "PLANNED", "no", "not"], parts: ["plan", "plan*", "plan~", "no", "not", "n*"]),
        Theme(
            words: ["patient's", "patients'", "patient’s", "don't", "don’t", "s", "'s"],
            parts: ["patient", "patient*", "don't", "*n't", "s", "patient~"]),
        Theme(
            words: ["café", "CAFE", "cafe\u{301}", "ﬁnd", "find", "naïve", "\u{301}", "a\u{200D}b", "ﬆ"],
            parts: ["café", "caf?", "CAFÉ*", "find", "f*d", "naïve~", "ab", "st"]),
        Theme(
            words: ["3.5", "1,000", "covid19", "x²", "５", "3", "5"],
            parts: ["3.5", "1,000", "covid*", "*19", "x", "5", "1*0"]),
        Theme(
            words: ["Straße", "strasse", "œuvre", "oeuvre", "Ångström", "İstanbul", "ΣΊΣΥΦΟΣ", "日本"],
            parts: ["strasse", "stra?e", "*uvre", "oeuvre", "angstr?m", "istanbul", "σισυφοσ", "日*"]),
        Theme(
            words: ["internationalisation", "internationalisations", "international"],
            parts: ["internationalisation", "internationalisation*", "international*s", "*nationalisation*"]),
    ]

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
        for _ in 0..<3 {
            let theme = Self.themes.randomElement(using: &generator)!
            words += theme.words
            parts += theme.parts
        }
    }

    // MARK: Texts

    private static let separators = [
        "-", "-", "‐", ", ", ". ", "; ", "/", "_", "–", "'", "’", "", "--", ".", ",",
        " (", ") ", "\u{200B}", "\n", "\u{0}",
    ]

    mutating func text() -> String {
        var result = ""
        for _ in 0..<Int.random(in: 0...24, using: &generator) {
            result += pick(words)
            result += chance(3) ? pick(Self.separators) : " "
        }
        return result
    }

    // MARK: Expressions

    mutating func passageExpression(depth: Int = 3) -> Expression {
        if depth == 0 || chance(3) { return wordsExpression(depth: 3) }
        let positive = passageExpression(depth: depth - 1)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: return .all(of: [positive, .not(passageExpression(depth: depth - 1))])
        case 1: return .all(of: [positive, passageExpression(depth: depth - 1)])
        default: return .any(of: [positive, passageExpression(depth: depth - 1)])
        }
    }

    mutating func wordsExpression(depth: Int) -> Expression {
        if depth == 0 || chance(3) { return .term(term()) }
        let count = Int.random(in: 2...3, using: &generator)
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: return .phrase(of: (0..<count).map { _ in wordsExpression(depth: depth - 1) })
        case 1: return .any(of: (0..<count).map { _ in wordsExpression(depth: depth - 1) })
        default:
            let words = Int.random(in: 0...(chance(3) ? 8 : 3), using: &generator)
            return .proximity(
                wordsExpression(depth: depth - 1), wordsExpression(depth: depth - 1),
                Proximity(ordered: chance(3), words: words))
        }
    }

    private mutating func term() -> Term {
        let count = chance(6) ? Int.random(in: 2...4, using: &generator) : 1
        let parts = (0..<count).map { _ in pick(self.parts) }
        // The stem sign stands at the end of a term.
        return Term(
            parts: parts.map { String($0.prefix { $0 != "~" }) }, stemmed: parts.last!.hasSuffix("~"))
    }

    private mutating func pick(_ list: [String]) -> String { list.randomElement(using: &generator)! }

    private mutating func chance(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &generator) == 0 }

    mutating func entry() -> Matcher.Entry {
        let negation: Expression? =
            chance(3) ? .any(of: [.term(Term(parts: ["no"])), wordsExpression(depth: 1)]) : nil
        return Matcher.Entry(passageExpression(), negation: negation)
    }
}
