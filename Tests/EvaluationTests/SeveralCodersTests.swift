import Evaluation
import Testing

@Suite struct SeveralCodersTests {
    @Test func fleissKappaIsThePublishedOne() {
        #expect(isClose(fleiss1971.fleissKappa, 0.43024))
        for (figure, published) in zip(fleiss1971.kappaOfCategories, [0.2448, 0.2448, 0.52, 0.4711, 0.5661]) {
            #expect(isClose(figure, published))
        }
        #expect(isClose(fleiss1971.matrix(1, 2).cohensKappa, 0.63115))
    }

    @Test func fleissKappaOfCountsIsThatOfWikipedia() {
        let wikipedia = ratings(countsOfUnits: [
            [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1], [7, 7, 0, 0, 0],
            [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
        ])
        #expect(isClose(wikipedia.percentAgreement, 0.37802))
        #expect(isClose(wikipedia.fleissKappa, 0.20993))
    }

    @Test func coefficientsWithGapsAreThoseOfIrrCAC() {
        #expect(isClose(krippendorff2011.gwetsAC1, 0.77544))
        #expect(isClose(krippendorff2011.fleissKappa, 0.76117))
        #expect(isClose(krippendorff2011.brennanPrediger, 0.77273))
    }

    @Test func alphaIsThePublishedOneOnEveryScale() {
        let values = [1.0, 2, 3, 4, 5]
        #expect(isClose(krippendorff2011.krippendorffsAlpha(.nominal), 0.7434))
        #expect(isClose(krippendorff2011.krippendorffsAlpha(.ordinal), 0.8154))
        #expect(isClose(krippendorff2011.krippendorffsAlpha(.interval(values)), 0.8491))
        #expect(isClose(krippendorff2011.krippendorffsAlpha(.ratio(values)), 0.7974))
        #expect(isClose(wikipediaAlpha.krippendorffsAlpha(.nominal), 0.691358, within: 0.000_000_6))
        #expect(isClose(wikipediaAlpha.krippendorffsAlpha(.ordinal), 0.806721, within: 0.000_000_6))
        #expect(isClose(wikipediaAlpha.krippendorffsAlpha(.interval(values)), 0.810845, within: 0.000_000_6))
        #expect(isClose(wikipediaAlpha.krippendorffsAlpha(.ratio(values)), 0.808944, within: 0.000_000_6))
    }

    @Test func alphaOfTwoCodersIsThatOfKrippendorff2011() {
        #expect(isClose(ratings(["0100000010", "1110010000"], categories: "01").krippendorffsAlpha(), 0.0952))
        #expect(isClose(alpha("aabbdcccedda", "babbbccceddd"), 0.692, within: 0.0005))
        // As the tables of other programs give it, with the first unit agreed on.
        #expect(isClose(alpha("aabbdcccedda", "aabbbccceddd"), 0.7956))
    }

    private func alpha(_ first: String, _ second: String) -> Figure {
        ratings([first, second], categories: "abcde").krippendorffsAlpha()
    }

    @Test func alphaOfATableAndOfItsUnitsIsTheSame() throws {
        var units = Ratings(categories: 2, coders: 2)
        for unit in [[0, 0], [0, 1], [1, 1], [1, 1], [0, 1]] { units.append(unit) }
        let table = try #require(units.matrix(0, 1).krippendorffsAlpha.value)
        #expect(isClose(units.krippendorffsAlpha(), table, within: 1e-15))
    }

    @Test func twoCodersWithoutGapsGiveWhatTheirTableGives() throws {
        let both = ratings(["aabbdcccedda", "aabbbccceddd"], categories: "abcde")
        let table = both.matrix(0, 1)
        #expect(isClose(both.fleissKappa, try #require(table.scottsPi.value), within: 1e-12))
        #expect(isClose(both.gwetsAC1, try #require(table.gwetsAC1.value), within: 1e-12))
        #expect(isClose(both.brennanPrediger, try #require(table.brennanPrediger.value), within: 1e-12))
    }

    @Test func oneCategoryIsNoGroundForAFigure() {
        let same = ratings(["aaaa", "aa.a"], categories: "abc")
        for figure in [
            same.fleissKappa, same.gwetsAC1, same.brennanPrediger, same.krippendorffsAlpha(),
            same.krippendorffsAlpha(.ordinal), same.krippendorffsAlpha(.interval([3, 4, 5])),
        ] {
            #expect(figure.text == "n/a: one category only")
        }
        #expect(same.percentAgreement == .value(1))
        #expect(same.kappaOfCategories.map(\.text) == [String](repeating: "n/a: one category only", count: 3))
    }

    @Test func codersWhoShareNoUnitGiveNoFigure() {
        let apart = ratings(["ab..", "..ba"], categories: "ab")
        for figure in [apart.fleissKappa, apart.krippendorffsAlpha(), apart.percentAgreement, apart.gwetsAC1] {
            #expect(figure.text == "n/a: no unit was coded by two coders")
        }
        #expect(apart.fullAgreement().text == "n/a: no unit was coded by all coders")
    }

    @Test func agreementOfAllMayTolerateNeighbours() {
        let four = ratings(["1123", "1233", "1244", "11.3"], categories: "1234")
        #expect(isClose(four.fullAgreement(), 1.0 / 3))
        #expect(isClose(four.fullAgreement(tolerance: 1), 1))
    }
}
