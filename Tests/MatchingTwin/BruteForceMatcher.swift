package import Expressions

/// The meaning of expressions word by word as DESIGN.md has it, with no thought of speed: the twin that the matcher
/// is compared with. It shares nothing with the matcher but the syntax tree and libstemmer.
package struct BruteForceMatcher {
    let expression: Expression
    let negation: Expression?
    /// Snowball, on a folded word.
    let stem: (String) -> String

    /// Where a node holds, and the spans of the words that make it hold there.
    private typealias Hits = [ClosedRange<Int>: Set<ClosedRange<Int>>]

    package init(expression: Expression, negation: Expression?, stem: @escaping (String) -> String) {
        self.expression = expression
        self.negation = negation
        self.stem = stem
    }

    /// The sorted spans in code points, or nil if the expression does not hold.
    package func spans(in words: NaiveWords) -> [Range<Int>]? {
        guard let spans = holding(expression, in: words, negated: true) else { return nil }
        let ranges = Set(spans.map { words[$0.lowerBound].range.lowerBound..<words[$0.upperBound].range.upperBound })
        return ranges.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    }

    // MARK: About the whole text

    private func holding(_ node: Expression, in words: NaiveWords, negated: Bool) -> Set<ClosedRange<Int>>? {
        switch node {
        case .all(let operands):
            let spans = operands.map { holding($0, in: words, negated: negated) }
            return spans.contains { $0 == nil } ? nil : Set(spans.flatMap { $0! })
        case .any(let operands):
            let spans = operands.compactMap { holding($0, in: words, negated: negated) }
            return spans.isEmpty ? nil : Set(spans.joined())
        case .not(let operand):
            return holding(operand, in: words, negated: false) == nil ? [] : nil
        case .term, .phrase, .proximity, .name:
            let counting = hits(of: node, in: words).filter { !negated || !isNegated($0.key.lowerBound, in: words) }
            return counting.isEmpty ? nil : Set(counting.values.joined())
        }
    }

    private func isNegated(_ word: Int, in words: NaiveWords) -> Bool {
        guard let negation else { return false }
        return hits(of: negation, in: words).keys.contains { negating in
            (1...3).contains(word - negating.upperBound)
                && !words.hasClauseBoundary(between: negating.upperBound, and: word)
        }
    }

    // MARK: Word intervals

    private func hits(of node: Expression, in words: NaiveWords) -> Hits {
        switch node {
        case .term(let term): return hits(of: term, in: words)
        case .phrase(let elements):
            let intervals = elements.map { Array(hits(of: $0, in: words).keys) }
            let whole = intervals.dropFirst().reduce(intervals[0], adjacent)
            return Dictionary(uniqueKeysWithValues: Set(whole).map { ($0, [$0]) })
        case .any(let operands):
            return operands.map { hits(of: $0, in: words) }.reduce(into: [:]) { $0.merge($1) { $0.union($1) } }
        case .proximity(let left, let right, let proximity):
            var result: Hits = [:]
            for (first, firstSpans) in hits(of: left, in: words) {
                for (second, secondSpans) in hits(of: right, in: words) {
                    let forward = second.lowerBound - first.upperBound - 1
                    let backward = first.lowerBound - second.upperBound - 1
                    guard
                        (0...proximity.words).contains(forward)
                            || (!proximity.ordered && (0...proximity.words).contains(backward))
                    else { continue }
                    let hull =
                        min(first.lowerBound, second.lowerBound)...max(first.upperBound, second.upperBound)
                    result[hull, default: []].formUnion(firstSpans.union(secondSpans))
                }
            }
            return result
        case .all, .not, .name: fatalError("no word intervals")
        }
    }

    private func adjacent(_ before: [ClosedRange<Int>], _ after: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
        before.flatMap { first in
            after.filter { $0.lowerBound == first.upperBound + 1 }.map { first.lowerBound...$0.upperBound }
        }
    }

    // MARK: Terms

    /// Every way to write neighbouring parts together.
    private func hits(of term: Term, in words: NaiveWords) -> Hits {
        var result: Hits = [:]
        for gaps in 0..<(1 << (term.parts.count - 1)) {
            var groups = [term.parts[0]]
            for (index, part) in term.parts.dropFirst().enumerated() {
                if gaps >> index & 1 == 1 { groups.append(part) } else { groups[groups.count - 1] += part }
            }
            var intervals: [ClosedRange<Int>]?
            for (index, group) in groups.enumerated() {
                let stemmed = term.stemmed && index == groups.count - 1
                let solid = solidHits(of: group, stemmed: stemmed, in: words)
                intervals = intervals.map { adjacent($0, solid) } ?? solid
            }
            for interval in intervals! { result[interval] = [interval] }
        }
        return result
    }

    /// Words, and up to four words joined by hyphens, of which no fewer would do.
    private func solidHits(of pattern: String, stemmed: Bool, in words: NaiveWords) -> [ClosedRange<Int>] {
        let folded = NaiveWords.folded(Array(pattern.unicodeScalars))
        let sought = Array(folded.unicodeScalars)
        let soughtStem = stemmed ? stem(folded) : ""
        var found: [ClosedRange<Int>] = []
        for (interval, written) in words.runs {
            let matches =
                stemmed
                ? stem(String(String.UnicodeScalarView(written))) == soughtStem : wildcard(sought, 0, written, 0)
            let isShortest = !found.contains { interval.contains($0.lowerBound) && interval.contains($0.upperBound) }
            if matches && isShortest { found.append(interval) }
        }
        return found
    }

    /// Whether the pattern from one index on matches the word from another on.
    private func wildcard(_ pattern: [Unicode.Scalar], _ sign: Int, _ word: [Unicode.Scalar], _ letter: Int) -> Bool {
        if sign == pattern.count { return letter == word.count }
        if pattern[sign] == "*" {
            return wildcard(pattern, sign + 1, word, letter)
                || (letter < word.count && wildcard(pattern, sign, word, letter + 1))
        }
        guard letter < word.count, pattern[sign] == "?" || pattern[sign] == word[letter] else { return false }
        return wildcard(pattern, sign + 1, word, letter + 1)
    }
}
