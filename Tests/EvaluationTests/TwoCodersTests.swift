import Evaluation
import Testing

/// Tables of two coders and the figures that were published of them.
@Suite struct TwoCodersTests {
    /// Where a paper gives it: percent agreement, S, pi, kappa, AC1, alpha.
    struct Table: CustomTestStringConvertible {
        var testDescription: String
        var rows: [[Int]]
        var percent: Double?
        var brennanPrediger: Double?
        var pi: Double?
        var kappa: Double?
        var ac1: Double?
        var alpha: Double?
    }

    static let tables = [
        Table(testDescription: "Wikipedia, Cohen's kappa", rows: [[20, 5], [10, 15]], kappa: 0.4),
        Table(
            testDescription: "the same agreement, shares alike", rows: [[45, 15], [25, 15]], percent: 0.6,
            kappa: 0.1304),
        Table(
            testDescription: "the same agreement, shares unlike", rows: [[25, 35], [5, 35]], percent: 0.6,
            kappa: 0.2593),
        Table(
            testDescription: "the paradox: high agreement, low kappa", rows: [[118, 5], [2, 0]], percent: 0.944,
            kappa: -0.0234),
        Table(
            testDescription: "Artstein and Poesio 2008, 1", rows: [[20, 20], [10, 50]], percent: 0.7,
            brennanPrediger: 0.4, pi: 0.3407, kappa: 0.3478),
        Table(
            testDescription: "Artstein and Poesio 2008, 2", rows: [[46, 6, 0], [0, 32, 0], [0, 6, 10]], percent: 0.88,
            brennanPrediger: 0.82, pi: 0.79953, kappa: 0.8013, alpha: 0.8005),
        Table(
            testDescription: "irrCAC cont3x3abstractors", rows: [[13, 0, 0], [0, 20, 7], [0, 4, 56]], percent: 0.89,
            brennanPrediger: 0.835, pi: 0.79624, kappa: 0.79641, ac1: 0.84933, alpha: 0.79726),
        Table(
            testDescription: "irrCAC cont4x4diagnosis",
            rows: [[40, 6, 4, 15], [4, 25, 1, 5], [4, 2, 21, 9], [17, 13, 12, 45]], brennanPrediger: 0.44993,
            pi: 0.43034, kappa: 0.4315, ac1: 0.45616, alpha: 0.43162),
        Table(testDescription: "Gwet 2008", rows: [[80, 7], [8, 5]], ac1: 0.808),
        Table(testDescription: "Gwet, by hand", rows: [[8, 1], [0, 1]], pi: 0.6078, ac1: 0.8658),
        Table(
            testDescription: "scikit-learn, documentation", rows: [[2, 0, 0], [0, 0, 1], [1, 0, 2]], kappa: 0.42857),
    ]

    @Test(arguments: tables)
    func coefficientsAreThePublishedOnes(_ table: Table) {
        let matrix = ConfusionMatrix(rows: table.rows)
        let figures: [(Figure, Double?)] = [
            (matrix.percentAgreement, table.percent), (matrix.brennanPrediger, table.brennanPrediger),
            (matrix.scottsPi, table.pi), (matrix.cohensKappa, table.kappa), (matrix.gwetsAC1, table.ac1),
            (matrix.krippendorffsAlpha, table.alpha),
        ]
        // A paper rounds to the digits it gives.
        for (figure, published) in figures {
            if let published { #expect(isClose(figure, published, within: 0.000_41), "\(figure) \(published)") }
        }
    }

    @Test func weightedFiguresCountHowFarApartCategoriesAre() {
        // Statements and questions are far apart, checks between them.
        let distances = [[0, 1, 0.5], [1, 0, 0.5], [0.5, 0.5, 0]]
        let matrix = ConfusionMatrix(rows: [[46, 6, 0], [0, 32, 0], [0, 6, 10]])
        #expect(isClose(matrix.weightedKappa { distances[$0][$1] }, 0.8163))
        var ratings = Ratings(categories: 3, coders: 2)
        for row in 0..<3 {
            for column in 0..<3 { for _ in 0..<matrix[row, column] { ratings.append([row, column]) } }
        }
        #expect(isClose(ratings.krippendorffsAlpha(.table(distances)), 0.8156))
        #expect(ratings.matrix(0, 1) == matrix)
    }

    @Test func ordinalScalesHaveThePublishedWeightedKappa() {
        // The R package irr, `anxiety`, the first two of three coders.
        let anxiety = ratings(["33345523522615221243", "36462424332333221334"], categories: "123456").matrix(0, 1)
        #expect(isClose(anxiety.cohensKappa, 0.1195))
        #expect(isClose(anxiety.weightedKappa { Double(abs($0 - $1)) }, 0.18919))
        #expect(isClose(anxiety.weightedKappa { Double(($0 - $1) * ($0 - $1)) }, 0.29677))
    }

    @Test func unitsOfTextHaveThePublishedKappa() {
        #expect(isClose(ratings(["202201", "002202"], categories: "012").matrix(0, 1).cohensKappa, 0.42857))
    }

    @Test func oneCategoryIsNoGroundForAFigure() {
        for rows in [[[24, 0], [0, 0]], [[0, 0], [0, 7]], [[5]]] {
            let matrix = ConfusionMatrix(rows: rows)
            for figure in [
                matrix.cohensKappa, matrix.scottsPi, matrix.gwetsAC1, matrix.brennanPrediger,
                matrix.krippendorffsAlpha, matrix.weightedKappa { Double(abs($0 - $1)) },
            ] {
                #expect(figure.text == "n/a: one category only")
            }
            #expect(matrix.percentAgreement == .value(1))
        }
    }

    @Test func noUnitsAreNoGroundForAFigure() {
        let none = ConfusionMatrix(size: 3)
        for figure in [
            none.percentAgreement, none.cohensKappa, none.scottsPi, none.gwetsAC1, none.brennanPrediger,
            none.krippendorffsAlpha, none.weightedKappa { _, _ in 1 },
        ] {
            #expect(figure.text == "n/a: no units")
        }
    }

    @Test func oneCoderWhoAlwaysSaysTheSameGivesKappaZero() {
        #expect(ConfusionMatrix(rows: [[3, 0], [4, 0]]).cohensKappa == .value(0))
    }

    @Test func yesAndNoAreATableToo() {
        let counts = Counts(both: 20, foundOnly: 5, goldOnly: 10, neither: 15)
        #expect(counts.sums == ConfusionMatrix(rows: [[20, 10], [5, 15]]).sums)
        #expect(counts.prevalence == .value(55.0 / 100))
    }
}
