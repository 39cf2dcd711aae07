import Expressions

/// Our expressions as queries of FTS5, and texts as it must be given them to see our words.
///
/// What the two do not share is translated here or kept out of the generated rules; ``FullTextDifferencesTests``
/// shows each difference. Translated:
/// - Possessive endings are dropped; an apostrophe within a word becomes U+02BC, a letter.
/// - The `.` or `,` within a number becomes a middle dot, which the tokenizer is told to keep.
/// - A solid term also finds its letters joined by hyphens: an OR with the phrases that the texts join so
///   (``compounds``); a hyphenated term is an OR of the ways to write it.
/// - `?`, and `*` not at the end: an OR of the words of the index for which SQLite's own GLOB holds.
/// - An OR inside a phrase or NEAR: an OR of phrases or NEARs. PRE/0: a phrase.
struct FullTextQuery {
    /// FTS5 folds and parts as we do, but counts superscript digits (footnote marks to us) to words by default.
    static let tokenizer = "unicode61 remove_diacritics 2 categories 'L* Nd Nl' tokenchars '·'"

    /// Words that texts join by hyphens. FTS5 cannot tell a hyphen from a space, so all words but the first of each
    /// stand nowhere else.
    static let compounds = [
        ["e", "health"], ["co", "ordination"], ["co", "ordinated"], ["follow", "up"], ["well", "being"],
        ["day", "by", "day"],
    ]

    /// Adjacent words, the ones with a star being prefixes.
    typealias Phrase = [String]

    let index: FullTextIndex

    func query(_ expression: Expression) throws -> String {
        switch expression {
        case .all(let operands):
            var positive: [String] = []
            var negative: [String] = []
            for operand in operands {
                if case .not(let inner) = operand {
                    negative.append(try query(inner))
                } else {
                    positive.append(try query(operand))
                }
            }
            let first = positive.map { "(\($0))" }.joined(separator: " AND ")
            return negative.reduce(first) { "(\($0)) NOT (\($1))" }
        case .any(let operands) where operands.contains(where: Self.isAboutTheText):
            return try operands.map { "(\(try query($0)))" }.joined(separator: " OR ")
        case .not, .name: preconditionFailure("FTS5 has no NOT without something before it, and no names")
        default: return try wordsQuery(expression)
        }
    }

    private static func isAboutTheText(_ expression: Expression) -> Bool {
        switch expression {
        case .all, .not: true
        case .any(let operands): operands.contains(where: isAboutTheText)
        default: false
        }
    }

    private func wordsQuery(_ expression: Expression) throws -> String {
        switch expression {
        case .any(let operands): return try operands.map(wordsQuery).joined(separator: " OR ")
        case .proximity(let left, let right, let proximity) where !proximity.ordered:
            return try phrases(left).flatMap { before in
                try phrases(right).map { "NEAR(\(Self.written(before)) \(Self.written($0)), \(proximity.words))" }
            }.joined(separator: " OR ")
        default: return try phrases(expression).map(Self.written).joined(separator: " OR ")
        }
    }

    private static func written(_ phrase: Phrase) -> String {
        phrase.map { $0.hasSuffix("*") ? "\"\($0.dropLast())\" *" : "\"\($0)\"" }.joined(separator: " + ")
    }

    // MARK: Phrases

    /// The phrases of which one must hold; none if the index has no word for a pattern.
    func phrases(_ expression: Expression) throws -> [Phrase] {
        switch expression {
        case .term(let term): return try phrases(term)
        case .any(let operands): return try operands.flatMap(phrases)
        case .phrase(let elements): return try Self.sequences(elements.map(phrases))
        case .proximity(let left, let right, Proximity(ordered: true, words: 0)):
            return try Self.sequences([phrases(left), phrases(right)])
        case .proximity, .all, .not, .name: preconditionFailure("FTS5 has this in no phrase")
        }
    }

    private static func sequences(_ lists: [[Phrase]]) -> [Phrase] {
        lists.reduce([[]]) { before, after in before.flatMap { first in after.map { first + $0 } } }
    }

    /// Every way to write neighbouring parts together or apart.
    private func phrases(_ term: Term) throws -> [Phrase] {
        precondition(!term.stemmed, "FTS5 has another stemmer")
        let parts = term.parts.map { patternForFullText($0) }
        return try parts.dropFirst().reduce([[parts[0]]]) { ways, part in
            ways.flatMap { [$0 + [part], $0.dropLast() + [$0.last! + part]] }
        }.flatMap { try Self.sequences($0.map(solidPhrases)) }
    }

    private func solidPhrases(_ pattern: String) throws -> [Phrase] {
        let letters = pattern.hasSuffix("*") ? pattern.dropLast() : pattern[...]
        let isKnownToBoth = letters.allSatisfy { $0 != "*" && $0 != "?" } && !letters.isEmpty
        let solid = isKnownToBoth ? [[pattern]] : try index.words(like: pattern).map { [$0] }
        return try solid + Self.compounds.flatMap { try joined($0, pattern) }
    }

    /// The neighbours in a compound that a pattern matches as if written together, where no fewer of them do.
    private func joined(_ compound: [String], _ pattern: String) throws -> [Phrase] {
        var found: [Range<Int>] = []
        for length in 1...compound.count {
            for start in 0...compound.count - length {
                let range = start..<start + length
                guard !found.contains(where: { range.contains($0.lowerBound) && range.upperBound >= $0.upperBound }),
                    try index.holds(pattern, for: compound[range].joined())
                else { continue }
                found.append(range)
            }
        }
        return found.filter { $0.count > 1 }.map { Array(compound[$0]) }
    }
}
