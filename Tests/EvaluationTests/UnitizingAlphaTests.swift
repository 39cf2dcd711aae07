import Testing

@testable import Evaluation

@Suite struct UnitizingAlphaTests {
    /// Krippendorff 2004, page 254: where the text of 300 begins, two observers, categories c and k.
    private let krippendorff2004 = Continuum(
        start: 150, end: 450,
        coders: [
            [
                segment(225, 70, "c"), segment(370, 30, "c"), segment(180, 60, "k"), segment(300, 50, "k"),
            ],
            [
                segment(220, 80, "c"), segment(355, 20, "c"), segment(400, 20, "c"), segment(180, 60, "k"),
                segment(300, 50, "k"),
            ],
        ])

    @Test func disagreementIsThePublishedOne() {
        let ofC = krippendorff2004.disagreement(in: "c")
        #expect(abs(ofC.observed - 0.0144) < 0.00006 && abs(ofC.expected - 0.0532) < 0.00006)
        #expect(isClose(ofC.alpha, 0.7286, within: 0.0001))
        let ofK = krippendorff2004.disagreement(in: "k")
        #expect(abs(ofK.expected - 0.0490) < 0.00006)
        #expect(ofK.alpha == .value(1))
    }

    @Test func alphaOverAllCategoriesIsTheExactOne() {
        // The book gives .8591 from rounded terms.
        #expect(isClose(krippendorff2004.alpha, 0.8587))
    }

    @Test(arguments: [
        ((5, 6), (4, 2), 26.0), ((5, 6), (5, 2), 16), ((5, 6), (6, 2), 10), ((5, 6), (7, 2), 8), ((5, 6), (6, 4), 2),
        ((5, 6), (5, 6), 0), ((225, 70), (220, 80), 50), ((370, 30), (355, 20), 850),
    ])
    func differencesOfPiecesAreThePublishedOnes(_ first: (Int, Int), _ second: (Int, Int), _ difference: Double) {
        let (first, second) = (first.0..<first.0 + first.1, second.0..<second.0 + second.1)
        #expect(unitDifference(true, first, true, second) == difference)
        #expect(unitDifference(true, second, true, first) == difference)
    }

    @Test func aPieceInAGapDiffersByItsLength() {
        #expect(unitDifference(false, 400..<450, true, 400..<420) == 400)
        #expect(unitDifference(true, 400..<420, false, 400..<450) == 400)
        #expect(unitDifference(true, 400..<420, false, 410..<450) == 0, "the other piece there counts it")
    }

    /// Krippendorff 1995, page 57: four pairs of coders mark a text of 24 places.
    private static let pairs1995: [(first: [(Int, Int)], second: [(Int, Int)], observed: Double, alpha: Double)] = [
        ([(2, 8), (14, 6)], [(4, 4), (15, 2)], 0.03125, 0.553),
        ([(0, 18)], [(0, 2), (2, 1), (3, 1), (4, 1), (5, 1), (6, 3), (9, 1)], 2.26736, -0.926),
        (
            [(2, 6), (10, 2), (14, 4), (20, 2)], [(0, 2), (4, 4), (10, 4), (16, 2), (20, 2)], 0.02777, 0.679
        ),
        (
            [(0, 2), (2, 8), (10, 4), (14, 6), (20, 4)], [(0, 4), (4, 4), (8, 7), (15, 2), (17, 7)], 0.38715, 0.066
        ),
    ]

    private static func continuum(_ pair: Int, stretch: Int) -> Continuum {
        let pair = pairs1995[pair]
        return Continuum(
            start: 0, end: 24 * stretch,
            coders: [pair.first, pair.second].map { pieces in
                pieces.map { segment($0.0 * stretch, $0.1 * stretch, "x") }
            })
    }

    @Test(arguments: 0..<4)
    func observedDisagreementIsThatOfThePaper(_ pair: Int) {
        let disagreement = Self.continuum(pair, stretch: 1).disagreement(in: "x")
        #expect(abs(disagreement.observed - Self.pairs1995[pair].observed) < 0.00001)
    }

    @Test(arguments: 0..<4)
    func alphaOfALongTextIsThatOfThePaper(_ pair: Int) {
        #expect(isClose(Self.continuum(pair, stretch: 50_000).alpha, Self.pairs1995[pair].alpha, within: 0.02))
    }

    /// The same pairs place by place, marked or not.
    @Test func placesOfPairAHaveThePublishedFigures() {
        let first = "001111111100001111110000"
        let second = "000011110000000110000000"
        let places = ratings([first, second], categories: "01")
        #expect(isClose(places.matrix(0, 1).cohensKappa, 0.385, within: 0.0005))
        #expect(isClose(places.matrix(0, 1).scottsPi, 0.314, within: 0.0005))
        #expect(isClose(places.krippendorffsAlpha(), 0.329, within: 0.0005))
    }

    @Test func aTextThatIsMarkedAllOverIsNoGroundForAFigure() {
        let all = String(repeating: "1", count: 24)
        let places = ratings([all, all], categories: "01")
        #expect(places.matrix(0, 1).cohensKappa.text == "n/a: one category only")
        #expect(places.matrix(0, 1).scottsPi.text == "n/a: one category only")
        #expect(places.krippendorffsAlpha().text == "n/a: one category only")
    }

    @Test func whatNobodyMarkedHasNoFigure() {
        #expect(Continuum(start: 0, end: 10, coders: [[], []]).alpha.text == "n/a: nothing was marked")
        #expect(Continuum(start: 0, end: 10, coders: [[segment(1, 2, "x")]]).alpha.text == "n/a: one coder only")
        #expect(
            Continuum(start: 5, end: 5, coders: [[segment(1, 9, "x")], []]).alpha.text == "n/a: nothing was marked")
    }

    @Test func overlappingPiecesOfOneCoderAreTakenTogether() {
        let overlapping = Continuum(
            start: 0, end: 20, coders: [[segment(1, 4, "x"), segment(3, 4, "x")], [segment(2, 6, "x")]])
        let whole = Continuum(start: 0, end: 20, coders: [[segment(1, 6, "x")], [segment(2, 6, "x")]])
        #expect(overlapping.disagreement == whole.disagreement)
    }
}

private func segment(_ start: Int, _ length: Int, _ category: String) -> Segment {
    Segment(start: start, end: start + length, category: category)
}
