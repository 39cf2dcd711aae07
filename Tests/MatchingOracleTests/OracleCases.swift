import Expressions
import SeededRandom

/// Texts, and rules about them. Phrases and NEAR are taken from texts, or they would hardly ever hold.
struct OracleCases {
    /// How often each construct was generated.
    private(set) var counts: [String: Int] = [:]
    private var generator: SeededGenerator
    /// The words of each text as they are written in it.
    private let texts: [[String]]

    private static let words = [
        "care", "Care", "CARE", "cares", "caring", "careful", "staff", "staff's", "team", "teams", "team’s", "teamwork",
        "plan", "plans", "planned", "planning", "Planning", "service", "services", "local", "fund", "funds", "funding",
        "lack", "lacking", "shared", "share", "vision", "time", "of", "the", "the", "a", "and", "in", "no", "not",
        "patient", "patients", "patient's", "patients'", "patient’s", "nurse", "nurses’", "don't", "don’t", "Can't",
        "can", "café", "Cafe\u{301}", "CAFE", "naïve", "naive", "coördination", "coordination", "coordinated",
        "Coordinated", "co", "e", "eHealth", "follow", "followup", "well", "wellbeing", "day", "days", "covid19",
        "NHS", "2019", "3.5", "3", "1,000", "2.5", "7²", "GP", "GPs", "pilot¹",
    ]
    private static let separators = [
        ", ", ". ", "; ", ": ", " – ", " - ", "/", "_", " (", ") ", "\n", "\n\n", " “", "” ", "… ", " & ", " '", "' ",
        "  ",
    ]
    private static let hyphens = ["-", "-", "‐", "‑"]

    init(seed: UInt64, texts: [[String]]) {
        generator = SeededGenerator(seed: seed)
        self.texts = texts
    }

    // MARK: Texts

    /// A text's words, and how it is written.
    static func text(seed: UInt64) -> (words: [String], written: String) {
        var generator = SeededGenerator(seed: seed)
        var words: [String] = []
        var written = ""
        for _ in 0..<Int.random(in: 4...60, using: &generator) {
            if Int.random(in: 0..<9, using: &generator) == 0 {
                let hyphen = hyphens.randomElement(using: &generator)!
                words.append(FullTextQuery.compounds.randomElement(using: &generator)!.joined(separator: "-"))
                written += words.last!.replacing("-", with: hyphen)
            } else {
                words.append(Self.words.randomElement(using: &generator)!)
                written += words.last!
            }
            let isPlain = Int.random(in: 0..<5, using: &generator) > 0
            written += isPlain ? " " : separators.randomElement(using: &generator)!
        }
        return (words, written)
    }

    // MARK: Rules

    /// A rule that FTS5 can say: no word can stand for both operands of a NEAR, as FTS5 would let it.
    mutating func rule(_ query: FullTextQuery, depth: Int = 2) throws -> Expression {
        if depth == 0 || chance(3) { return try wordsExpression(query) }
        let first = try rule(query, depth: depth - 1)
        let second = try rule(query, depth: depth - 1)
        switch Int.random(in: 0..<5, using: &generator) {
        case 0, 1:
            counts["NOT", default: 0] += 1
            return .all(of: [first, .not(second)])
        case 2:
            counts["AND", default: 0] += 1
            return .all(of: [first, second])
        default:
            counts["OR", default: 0] += 1
            return .any(of: [first, second])
        }
    }

    private mutating func wordsExpression(_ query: FullTextQuery) throws -> Expression {
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: return term(anyWord())
        case 1: return .any(of: [term(anyWord()), phrase(of: 2...3), term(anyWord())])
        case 2, 3: return phrase(of: 2...4)
        case 4:
            counts["PRE/0", default: 0] += 1
            let words = passage(of: 2)
            return .proximity(term(words[0]), term(words[1]), Proximity(ordered: true, words: 0))
        default:
            while true {
                let (left, right, distance) = neighbours()
                guard try areApart(left, right, query) else { continue }
                counts["NEAR", default: 0] += 1
                return .proximity(left, right, Proximity(ordered: false, words: distance))
            }
        }
    }

    private mutating func phrase(of lengths: ClosedRange<Int>) -> Expression {
        counts["phrase", default: 0] += 1
        let words = passage(of: Int.random(in: lengths, using: &generator))
        return .phrase(of: words.map { chance(6) ? .any(of: [term($0), term(anyWord())]) : term($0) })
    }

    /// Two operands that stand in some text, and a distance about theirs there.
    private mutating func neighbours() -> (Expression, Expression, Int) {
        let words = passage(of: Int.random(in: 2...9, using: &generator))
        let first = chance(3) && words.count > 3 ? Expression.phrase(of: words[..<2].map { term($0) }) : term(words[0])
        var last =
            chance(5) && words.count > 3 ? Expression.phrase(of: words.suffix(2).map { term($0) }) : term(words.last!)
        if chance(4) { last = .any(of: [last, term(anyWord())]) }
        let distance = max(0, words.count - 2 + Int.random(in: -2...1, using: &generator))
        return chance(2) ? (first, last, distance) : (last, first, distance)
    }

    /// Whether no word can stand for something in both operands.
    private func areApart(_ left: Expression, _ right: Expression, _ query: FullTextQuery) throws -> Bool {
        let sides = try [left, right].map { side in
            Set(try query.phrases(side).joined().flatMap { try query.index.words(like: $0) })
        }
        return sides[0].isDisjoint(with: sides[1])
    }

    // MARK: Words

    /// Words side by side in some text.
    private mutating func passage(of length: Int) -> [String] {
        while true {
            let text = texts.randomElement(using: &generator)!
            guard text.count >= length else { continue }
            let start = Int.random(in: 0...text.count - length, using: &generator)
            return Array(text[start..<start + length])
        }
    }

    private mutating func anyWord() -> String { passage(of: 1)[0] }

    /// A term that finds the word, as written or with a wildcard, or in another spelling with or without hyphens.
    private mutating func term(_ word: String) -> Expression {
        let letters = Array(word.filter { !"¹²".contains($0) })
        let solid = letters.filter { $0 != "-" }
        switch Int.random(in: 0..<8, using: &generator) {
        case 0...1 where letters.count > 2 && letters.allSatisfy(\.isLetter):
            counts["prefix", default: 0] += 1
            return pattern(letters.prefix(Int.random(in: 2...letters.count, using: &generator)) + "*")
        case 2 where solid.count > 4 && solid.allSatisfy { $0.isASCII && $0.isLetter }:
            counts["wildcard", default: 0] += 1
            var changed = solid
            let position = Int.random(in: 0..<solid.count, using: &generator)
            changed[position] = chance(2) ? "?" : "*"
            return pattern(changed)
        case 3 where letters.contains("-"):
            return pattern(solid)
        case 4 where letters.contains("-"):
            return pattern(letters.prefix { $0 != "-" })
        default:
            if letters.contains("-") { counts["hyphenated", default: 0] += 1 }
            return pattern(letters)
        }
    }

    private func pattern(_ letters: some Sequence<Character>) -> Expression {
        .term(Term(parts: String(letters).split(separator: "-").map(String.init)))
    }

    private mutating func chance(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &generator) == 0 }
}
