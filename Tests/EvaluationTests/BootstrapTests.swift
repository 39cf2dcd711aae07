import Evaluation
import SeededRandom
import Testing

@Suite struct BootstrapTests {
    /// Documents with so many passages, of which so many are right.
    private func documents(_ rows: [(right: Int, all: Int)]) -> [[(counter: Int, count: Int)]] {
        rows.map { [(0, $0.right), (1, $0.all)] }
    }

    private func share(_ sums: [Int]) -> [Figure] {
        [sums[1] == 0 ? .undefined(reason: "no units") : .value(Double(sums[0]) / Double(sums[1]))]
    }

    @Test func theSameSeedGivesTheSameInterval() {
        let rows = documents((0..<30).map { ($0 % 7, 10) })
        let first = Bootstrap(seed: 7).intervals(documents: rows, counters: 2, figures: share)
        #expect(first == Bootstrap(seed: 7).intervals(documents: rows, counters: 2, figures: share))
        #expect(first != Bootstrap(seed: 8).intervals(documents: rows, counters: 2, figures: share))
    }

    /// The standard error of a mean of 100 shares of one half is .05; a normal interval is 1.96 of it to both sides.
    @Test func theIntervalIsAsWideAsTheoryHasIt() throws {
        let rows = documents((0..<100).map { ($0 % 2, 1) })
        let interval = Bootstrap(rounds: 4000).intervals(documents: rows, counters: 2, figures: share)[0]
        guard case .range(let low, let high) = interval else { return #expect(Bool(false), "no interval") }
        #expect(abs(low - 0.402) < 0.015 && abs(high - 0.598) < 0.015)
    }

    /// Ten passages of one document are not ten times what one passage tells.
    @Test func documentsAreDrawnAndNotPassages() {
        let few = documents((0..<10).map { (($0 % 2) * 10, 10) })
        guard case .range(let low, let high) = Bootstrap().intervals(documents: few, counters: 2, figures: share)[0]
        else { return #expect(Bool(false), "no interval") }
        #expect(high - low > 0.5)
    }

    @Test func oneDocumentHasNoInterval() {
        let one = documents([(3, 4)])
        #expect(
            Bootstrap().intervals(documents: one, counters: 2, figures: share)
                == [.undefined(reason: "one document only")])
    }

    @Test func aFigureThatIsMostlyUndefinedHasNoInterval() {
        let rows = documents([(1, 1)] + [(Int, Int)](repeating: (0, 0), count: 9))
        guard case .undefined(let reason) = Bootstrap().intervals(documents: rows, counters: 2, figures: share)[0]
        else { return #expect(Bool(false), "an interval") }
        #expect(reason.hasPrefix("undefined in ") && reason.hasSuffix(" of 1000 samples"))
    }

    @Test func quantilesLieBetweenValuesInProportion() {
        #expect(quantile(0.5, of: [1, 2, 4, 8]) == 3)
        #expect(quantile(0, of: [1, 2]) == 1 && quantile(1, of: [1, 2]) == 2)
    }
}
