import Evaluation
import Testing

@Suite struct SpanAgreementTests {
    /// The six cases of nervaluate's description: equal twice, other bounds, another code, both, missed, spurious.
    private let sixCases = SpanAgreement(
        gold: [
            Segment(start: 0, end: 10, category: "drug"), Segment(start: 20, end: 30, category: "group"),
            Segment(start: 40, end: 52, category: "drug"), Segment(start: 60, end: 70, category: "brand"),
            Segment(start: 80, end: 95, category: "group"), Segment(start: 120, end: 130, category: "drug"),
        ],
        found: [
            Segment(start: 0, end: 10, category: "drug"), Segment(start: 20, end: 30, category: "group"),
            Segment(start: 44, end: 52, category: "drug"), Segment(start: 60, end: 70, category: "drug"),
            Segment(start: 75, end: 95, category: "drug"), Segment(start: 200, end: 210, category: "drug"),
        ])

    @Test func theSixCasesCountAsPublished() {
        #expect(counts(sixCases.strict) == [2, 3, 0, 1, 1])
        #expect(counts(sixCases.exact) == [3, 2, 0, 1, 1])
        #expect(counts(sixCases.partial) == [3, 0, 2, 1, 1])
        #expect(counts(sixCases.type) == [3, 2, 0, 1, 1])
        for (scheme, published) in [
            (sixCases.strict, 0.33), (sixCases.exact, 0.5), (sixCases.partial, 0.66), (sixCases.type, 0.5),
        ] {
            for figure in [scheme.precision, scheme.recall, scheme.f1] {
                #expect(isClose(figure, published, within: 0.007))
            }
        }
    }

    @Test func equalPiecesArePairedBeforeThoseThatOverlap() {
        let agreement = SpanAgreement(
            gold: [Segment(start: 5, end: 9, category: "a")],
            found: [Segment(start: 0, end: 9, category: "a"), Segment(start: 5, end: 9, category: "a")])
        #expect(counts(agreement.strict) == [1, 0, 0, 0, 1])
    }

    @Test func textsAddUp() {
        let two = sixCases + sixCases
        #expect(counts(two.partial) == [6, 0, 4, 2, 2])
        #expect(two.strict.f1 == sixCases.strict.f1)
        #expect(SpanAgreement().strict.f1.text == "n/a: no gold and nothing found")
    }

    @Test func thousandsOfPiecesArePairedAtOnce() {
        let gold = (0..<20_000).map { Segment(start: $0, end: $0 + 3, category: "a") }
        let found = (0..<20_000).map { Segment(start: $0, end: $0 + 2, category: "b") }
        let started = ContinuousClock.now
        #expect(SpanAgreement(gold: gold, found: found).partial.partial == 20_000)
        #expect(ContinuousClock.now - started < .seconds(20))
    }

    private func counts(_ counts: SpanCounts) -> [Int] {
        [counts.correct, counts.incorrect, counts.partial, counts.missed, counts.spurious]
    }
}
