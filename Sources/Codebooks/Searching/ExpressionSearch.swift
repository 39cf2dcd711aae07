package import Expressions
import Matching

/// Finds every place where one expression holds, for concordances.
///
/// A rule asks whether an expression holds; here each combination of words is a hit of its own: every word or phrase
/// of an alternative, the words of each proximity, and for AND and NOT, which are judged on the whole, one hit a part.
package struct ExpressionSearch: Sendable {
    /// The words of one hit, in code points of the text, sorted, without repetition.
    package struct Hit: Sendable, Hashable {
        /// Number of the part.
        package var part: Int
        package var words: [Range<Int>]
    }

    fileprivate enum Kind { case words, proximity, whole }

    private let matcher: Matcher
    private let entries: [Matcher.Entry]
    private let kinds: [Kind]
    private let language: String

    /// - Parameters:
    ///   - expression: expanded and checked.
    ///   - language: Snowball's code for terms written `word~`.
    package init(_ expression: Expression, language: String) {
        let operands = Self.alternatives(of: expression)
        kinds = operands.map(\.kind)
        entries = operands.map { Matcher.Entry($0) }
        matcher = Matcher(entries: entries, language: language)
        self.language = language
    }

    /// What each find is a hit of: all words and phrases together, since each of their spans is a hit, and every other
    /// alternative by itself.
    private static func alternatives(of expression: Expression) -> [Expression] {
        guard case .any(let operands) = expression else { return [expression] }
        var seen: Set<Expression> = []
        let different = operands.filter { seen.insert($0).inserted }
        let words = different.filter { $0.kind == .words }
        return (words.isEmpty ? [] : [.any(of: words)]) + different.filter { $0.kind != .words }
    }

    /// The hits in each part of a text, part by part, in each in the order of the text; none twice.
    ///
    /// - Parameters:
    ///   - text: valid UTF-8.
    ///   - parts: UTF-8 offsets, ascending and apart.
    ///   - offset: the code point that a UTF-8 offset is.
    ///   - byteOffset: the UTF-8 offset of a code point.
    package func hits(
        in text: [UInt8], parts: [Range<Int>], offset: (Int) -> Int, byteOffset: (Int) -> Int
    ) -> [Hit] {
        text.withUnsafeBufferPointer { text in
            var hits: [Hit] = []
            // Each proximity that holds alone, by its entry, to find where one hit ends and the next begins.
            var proximities: [Int: Matcher] = [:]
            for match in matcher.matches(inUTF8: text, parts: parts) {
                let start = offset(parts[match.part].lowerBound)
                let words = match.spans.map { start + $0.lowerBound..<start + $0.upperBound }
                switch kinds[match.entry] {
                case .words: hits += words.map { Hit(part: match.part, words: [$0]) }
                case .whole: hits.append(Hit(part: match.part, words: words))
                case .proximity:
                    let proximity =
                        proximities[match.entry] ?? Matcher(entries: [entries[match.entry]], language: language)
                    proximities[match.entry] = proximity
                    hits += combinations(of: words, proximity, text, byteOffset).map {
                        Hit(part: match.part, words: $0)
                    }
                }
            }
            return withoutRepetitions(hits)
        }
    }

    /// Parts the words of a proximity into hits: the fewest words in a row in which it holds, then the next ones. A word
    /// that is left over belongs to the hit before it.
    private func combinations(
        of words: [Range<Int>], _ alternative: Matcher, _ text: UnsafeBufferPointer<UInt8>,
        _ byteOffset: (Int) -> Int
    ) -> [[Range<Int>]] {
        var result: [[Range<Int>]] = []
        var start = 0
        while start < words.count {
            let beginning = byteOffset(words[start].lowerBound)
            let last = (start..<min(start + longestCombination, words.count)).first { last in
                let piece = beginning..<byteOffset(words[last].upperBound)
                // Only the piece: a matcher looks at all of the text that it is given.
                let words = UnsafeBufferPointer(rebasing: text[piece])
                return !alternative.matches(inUTF8: words, parts: [0..<words.count]).isEmpty
            }
            if let last {
                result.append(Array(words[start...last]))
                start = last + 1
            } else if result.isEmpty {
                result.append([words[start]])
                start += 1
            } else {
                result[result.count - 1].append(words[start])
                start += 1
            }
        }
        return result
    }

    /// Alternatives may find the same words.
    private func withoutRepetitions(_ hits: [Hit]) -> [Hit] {
        var seen: Set<Hit> = []
        return hits.filter { seen.insert($0).inserted }.sorted { first, second in
            first.part != second.part
                ? first.part < second.part
                : first.words.lexicographicallyPrecedes(second.words) {
                    ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
                }
        }
    }
}

/// Nested proximities join few words; without a limit a text of one word repeated would be read again and again.
private let longestCombination = 16

extension Expression {
    fileprivate var kind: ExpressionSearch.Kind {
        switch self {
        case .term, .name, .phrase: .words
        case .proximity: .proximity
        case .any(let operands): operands.contains { $0.kind != .words } ? .whole : .words
        case .all, .not: .whole
        }
    }
}
