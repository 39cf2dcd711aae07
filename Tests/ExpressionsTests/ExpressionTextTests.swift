import Expressions
import Testing

struct ExpressionTextTests {
    /// Whatever is written out reads as what it was.
    @Test func roundTripsRandomExpressions() {
        var random = RandomExpressions(seed: 1)
        for _ in 0..<2000 {
            let expression = random.expression(depth: 4)
            let parsed = parseExpression(expression.source, at: nil)
            guard parsed.expression == expression, parsed.diagnostics.isEmpty else {
                Issue.record(
                    "\(expression.source) reads as \(parsed.expression?.source ?? "nothing"): \(parsed.diagnostics)")
                return
            }
        }
    }
}

/// Canonical expressions at random, operators' names among their words.
private struct RandomExpressions {
    /// Knuth's MMIX linear congruential generator; its upper bits are random enough.
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private mutating func pick(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % count
    }

    mutating func expression(depth: Int) -> Expression {
        if depth == 0 { return leaf() }
        switch pick(7) {
        case 0: return .phrase(of: operands(depth))
        case 1: return .all(of: operands(depth))
        case 2: return .any(of: operands(depth))
        case 3: return .not(expression(depth: depth - 1))
        case 4, 5:
            return .proximity(
                expression(depth: depth - 1), expression(depth: depth - 1),
                Proximity(ordered: pick(2) == 0, words: pick(100)))
        default: return leaf()
        }
    }

    private mutating func operands(_ depth: Int) -> [Expression] {
        (0..<2 + pick(2)).map { _ in expression(depth: depth - 1) }
    }

    private mutating func leaf() -> Expression {
        let words = [
            "care", "lack*", "wom?n", "*ing", "AND", "or", "NOT", "NEAR", "adj3", "N5", "W2", "PRE", "near", "don't",
            "1,000", "3.5", "café", "日本", "OR*",
        ]
        let parts = (0..<(pick(5) == 0 ? 2 + pick(3) : 1)).map { _ in words[pick(words.count)] }
        switch pick(6) {
        case 0: return .name(["lack", "short-supply", "a_1"][pick(3)])
        case 1: return .term(Term(parts: [["plan", "AND", "or"][pick(3)]], stemmed: true))
        default: return .term(Term(parts: parts))
        }
    }
}
