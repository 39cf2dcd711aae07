import Diagnostics
import Expressions
import Testing

/// What is written for a database without a warning reads back as an expression that finds the same.
struct RoundTripTests {
    @Test(arguments: Dialect.all.map(\.name))
    func readsBackWhatItWrites(database: String) throws {
        let dialect = try #require(Dialect.named(database))
        var random = RandomSearch(seed: 7)
        var compared = 0
        var held = 0
        for _ in 0..<700 {
            let expression = random.expression(depth: 3)
            guard !check(expression, at: nil).hasErrors else { continue }
            let written = writeSearch(expression, in: dialect, at: nil, stem: { String($0.prefix(4)) })
            #expect((written.text == nil) == written.diagnostics.hasErrors)
            guard let text = written.text else { continue }
            let parsed = readSearch(text, in: dialect, at: nil)
            guard let back = parsed.expression else {
                Issue.record("\(expression.source) is written \(text), which is broken: \(parsed.diagnostics)")
                return
            }
            // In ProQuest an asterisk reaches less far than the reader says.
            let losses = written.diagnostics.filter { $0.severity == .warning && $0.identifier != "truncation-reach" }
            guard losses.isEmpty else { continue }
            compared += 1
            for _ in 0..<12 {
                let words = random.text()
                let (wanted, found) = (expression.holds(in: words), back.holds(in: words))
                held += wanted ? 1 : 0
                guard wanted == found else {
                    Issue.record("\(expression.source) is written \(text), reads \(back.source), differs in \(words)")
                    return
                }
            }
        }
        #expect(compared > 50)
        #expect(held > 100)
    }
}

/// Expressions and texts over few words, so that most expressions hold somewhere.
private struct RandomSearch {
    /// Knuth's MMIX linear congruential generator; its upper bits are random enough.
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private mutating func pick(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % count
    }

    mutating func text() -> [String] {
        let words = ["alpha", "alphas", "gamma", "gammas", "or", "delta", "alphagamma", "near", "adj3", "5", "ti"]
        return (0..<4 + pick(8)).map { _ in words[pick(words.count)] }
    }

    /// Of passages: with AND and NOT.
    mutating func expression(depth: Int) -> Expression {
        if depth == 0 { return words(depth: 1) }
        switch pick(8) {
        case 0, 1: return .all(of: [expression(depth: depth - 1), expression(depth: depth - 1)])
        case 2, 3: return .any(of: [expression(depth: depth - 1), expression(depth: depth - 1)])
        case 4: return .all(of: [expression(depth: depth - 1), .not(expression(depth: depth - 1))])
        case 5: return .any(of: [expression(depth: depth - 1), .not(expression(depth: depth - 1))])
        default: return words(depth: depth)
        }
    }

    /// Of words: what phrases and proximities take.
    private mutating func words(depth: Int) -> Expression {
        if depth == 0 { return leaf() }
        switch pick(8) {
        case 0, 1: return .phrase(of: [words(depth: depth - 1), words(depth: depth - 1)])
        case 2: return .any(of: [words(depth: depth - 1), words(depth: depth - 1)])
        case 3, 4:
            return .proximity(
                words(depth: depth - 1), words(depth: depth - 1), Proximity(ordered: pick(3) == 0, words: pick(4)))
        default: return leaf()
        }
    }

    private mutating func leaf() -> Expression {
        let terms = [
            ["alpha"], ["gamma"], ["delta"], ["alpha"], ["gamma"], ["alpha*"], ["gamm*"], ["alph?"], ["gam?a"],
            ["al*ha"], ["*mma"], ["alpha", "gamma"], ["alpha", "gamm*"], ["or"], ["near"], ["adj3"], ["5"], ["ti"],
        ]
        return .term(Term(parts: terms[pick(terms.count)]))
    }
}

// MARK: - A plain evaluator

extension Expression {
    fileprivate func holds(in words: [String]) -> Bool {
        switch self {
        case .all(let operands): operands.allSatisfy { $0.holds(in: words) }
        case .any(let operands): operands.contains { $0.holds(in: words) }
        case .not(let operand): !operand.holds(in: words)
        case .term, .phrase, .proximity, .name: !intervals(in: words).isEmpty
        }
    }

    /// Where an expression of words holds: phrase = adjacent, NEAR and PRE = the hull of two that do not overlap.
    private func intervals(in words: [String]) -> Set<Range<Int>> {
        switch self {
        case .term(let term): return term.intervals(in: words)
        case .any(let operands): return operands.reduce(into: []) { $0.formUnion($1.intervals(in: words)) }
        case .phrase(let elements):
            return elements.dropFirst().reduce(elements[0].intervals(in: words)) { left, element in
                joined(left, element.intervals(in: words)) { $0.upperBound == $1.lowerBound }
            }
        case .proximity(let left, let right, let proximity):
            let (first, second) = (left.intervals(in: words), right.intervals(in: words))
            func isNear(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
                (0...proximity.words).contains(second.lowerBound - first.upperBound)
            }
            return joined(first, second) { isNear($0, $1) || (!proximity.ordered && isNear($1, $0)) }
        case .all, .not, .name: preconditionFailure("no expression of words")
        }
    }

    private func joined(
        _ left: Set<Range<Int>>, _ right: Set<Range<Int>>, where fits: (Range<Int>, Range<Int>) -> Bool
    ) -> Set<Range<Int>> {
        var result: Set<Range<Int>> = []
        for first in left {
            for second in right where fits(first, second) {
                result.insert(
                    min(first.lowerBound, second.lowerBound)..<max(first.upperBound, second.upperBound))
            }
        }
        return result
    }
}

extension Term {
    fileprivate func intervals(in words: [String]) -> Set<Range<Int>> {
        var result: Set<Range<Int>> = []
        for start in words.indices {
            if Self.matches(parts.joined(), words[start]) { result.insert(start..<start + 1) }
            let end = start + parts.count
            if end <= words.count, zip(parts, words[start..<end]).allSatisfy(Self.matches) {
                result.insert(start..<end)
            }
        }
        return result
    }

    private static func matches(_ pattern: String, _ word: String) -> Bool {
        guard let first = pattern.first else { return word.isEmpty }
        if first == "*" {
            return matches(String(pattern.dropFirst()), word)
                || (!word.isEmpty && matches(pattern, String(word.dropFirst())))
        }
        return !word.isEmpty && (first == "?" || first == word.first)
            && matches(String(pattern.dropFirst()), String(word.dropFirst()))
    }
}
