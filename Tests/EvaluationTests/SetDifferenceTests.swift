import Evaluation
import Testing

@Suite struct SetDifferenceTests {
    /// DKPro's nine units with sets of codes.
    private let dkpro = SetRatings(
        coders: 2,
        units: [
            [[], []], [[0], []], [[0], [0]], [[0], [1]], [[0, 1], [0]], [[0, 1], [0, 2]], [[0, 1, 2], [0, 1, 2]],
            [[2], [0, 2]], [[2], [0, 2]],
        ])

    @Test func alphaOfSetsIsThePublishedOneOfItsVariant() {
        #expect(isClose(dkpro.krippendorffsAlpha(.masiByDistance), 0.252, within: 0.001))
        #expect(isClose(dkpro.krippendorffsAlpha(.masi), 0.273, within: 0.0005))
        #expect(isClose(dkpro.krippendorffsAlpha(.monotonic), 0.186, within: 0.0005))
        #expect(isClose(dkpro.ratings.percentAgreement, 0.333, within: 0.0005))
    }

    @Test func distancesFollowWhatSetsShare() {
        let cases: [(Set<String>, Set<String>, [Double])] = [
            (["a"], ["a"], [0, 0, 0, 0]),
            ([], [], [0, 0, 0, 0]),
            (["a"], [], [1, 1.0 / 3, 1.0 / 3, 1]),
            (["a"], ["b"], [1, 1, 1, 1]),
            (["a"], ["a", "b"], [2.0 / 3, 1.0 / 6, 1.0 / 3, 1]),
            (["a", "b"], ["a", "c"], [8.0 / 9, 4.0 / 9, 2.0 / 3, 1]),
        ]
        for (first, second, distances) in cases {
            for (variant, distance) in zip(SetDifference.allCases, distances) {
                #expect(abs(variant.distance(first, second) - distance) < 1e-12, "\(variant) \(first) \(second)")
                #expect(variant.distance(first, second) == variant.distance(second, first))
            }
        }
    }

    @Test func gapsAreNoEmptySets() {
        let gaps = SetRatings(coders: 2, units: [[[0], nil], [nil, [1]]])
        #expect(gaps.krippendorffsAlpha(.masi).text == "n/a: no unit was coded by two coders")
        let empty = SetRatings(coders: 2, units: [[[], []], [[], []]])
        #expect(empty.krippendorffsAlpha(.masi).text == "n/a: one category only")
    }
}
