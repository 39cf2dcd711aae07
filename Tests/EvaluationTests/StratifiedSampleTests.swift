import Evaluation
import SeededRandom
import Testing

struct StratifiedSampleTests {
    private func sample(_ strata: [Int], _ count: Int, seed: UInt64 = 1) -> [Int] {
        var random = SeededGenerator(seed: seed)
        return stratifiedSample(of: strata, count: count, random: &random)
    }

    @Test func everyStratumGivesAsManyAsItHasAndOthersTheRest() {
        let strata = (0..<100).map { $0 < 90 ? 0 : $0 < 97 ? 1 : 2 }
        let drawn = sample(strata, 30)
        #expect(drawn == drawn.sorted() && Set(drawn).count == 30)
        #expect((0..<3).map { stratum in drawn.count { strata[$0] == stratum } } == [20, 7, 3])
        #expect(sample(strata, 500) == Array(0..<100))
        #expect(sample([], 5).isEmpty)
    }

    @Test func everyPassageOfAStratumHasTheSameChance() {
        var counts = [Int](repeating: 0, count: 20)
        for seed in 0..<4000 {
            for index in sample([Int](repeating: 0, count: 20), 5, seed: UInt64(seed)) { counts[index] += 1 }
        }
        // A quarter of 4,000, whose standard deviation is 27.
        #expect(counts.allSatisfy { abs($0 - 1000) < 120 })
    }

    @Test func aSeedAlwaysDrawsTheSame() {
        let strata = (0..<1000).map { $0 % 3 }
        #expect(sample(strata, 6) == [98, 160, 565, 725, 765, 891])
        #expect(sample(strata, 6) != sample(strata, 6, seed: 2))
    }
}
