import Codebooks
import DocumentModel
import Testing

@testable import Evaluation

/// Counted by hand from the sample:
/// barrier both 1, found only 1, gold only 2; facilitator both 1, found only 1; coded both 3, found only 1, gold only
/// 1, neither 1; money both 1, found only 2; people both 1, gold only 2; nobody has trust.
private let countedByHand: [(metric: String, value: Double)] = [
    ("category.barrier.precision", 0.5), ("category.barrier.recall", 1 / 3), ("category.barrier.f1", 0.4),
    ("category.facilitator.f1", 2 / 3), ("category.micro_precision", 0.5), ("category.micro_recall", 0.5),
    ("category.micro_f1", 0.5), ("category.macro_f1", 8 / 15), ("category.coded_f1", 0.75),
    ("category.kappa", 0.25), ("theme.money.precision", 1 / 3), ("theme.people.recall", 1 / 3),
    ("theme.people.precision", 1), ("theme.micro_f1", 4 / 8), ("theme.macro_precision", 2 / 3),
    ("theme.macro_recall", 2 / 3),
]

@Test(arguments: countedByHand)
func countsAgreement(_ metric: String, _ value: Double) throws {
    let figure = try #require(sampleAgreement.figure(metric)?.value)
    #expect(abs(figure - value) < 1e-12)
}

@Test func figuresWithoutAmbiguousPassagesStandBeside() throws {
    #expect(sampleAgreement.passages == 6 && sampleAgreement.ambiguousPassages == 2)
    let clear = try #require(sampleAgreement.unambiguous.first)
    #expect(clear.codes[0].counts == Counts(both: 1, foundOnly: 0, goldOnly: 1, neither: 2))
}

@Test func dimensionsOfDocumentsAreNotCompared() {
    #expect(sampleAgreement.dimensions.map(\.dimension) == ["category", "theme"])
}

@Test func whatIsNotDefinedSaysWhy() {
    #expect(sampleAgreement.figure("theme.trust.f1") == .undefined(reason: "no gold and nothing found"))
    #expect(Counts(goldOnly: 3, neither: 1).precision == .undefined(reason: "nothing was found"))
    #expect(Counts(foundOnly: 3, neither: 1).recall == .undefined(reason: "no gold"))
    #expect(Counts(goldOnly: 3).f1 == .value(0))
    let none = agreement(of: [], with: [], codebooks: [sampleCodebook])
    #expect(none.figure("theme.macro_f1") == .undefined(reason: "the gold uses no code of the dimension"))
    let unfound = agreement(of: sampleGold, with: sampleGold.map { _ in PassageCodes() }, codebooks: [sampleCodebook])
    #expect(unfound.figure("theme.macro_precision") == .undefined(reason: "none of the codes was found"))
    #expect(unfound.figure("theme.macro_f1") == .value(0))
}

@Test func everyListedMetricHasAFigure() {
    let names = sampleAgreement.metricNames
    #expect(names.contains("theme.macro_f1") && names.contains("category.barrier.recall"))
    for name in names { #expect(sampleAgreement.figure(name) != nil, "\(name)") }
    #expect(sampleAgreement.figure("theme") == nil && sampleAgreement.figure("theme.money") == nil)
}

@Test func theReportIsATableWithTheUnitOfKappa() {
    let expected = """
        category: 6 passages, 2 of them ambiguous (figures without these in brackets)
        code                   gold  found  both      precision         recall             f1
        barrier                   3      2     1  0.500 (1.000)  0.333 (0.500)  0.400 (0.667)
        facilitator               1      2     1  0.500 (0.500)  1.000 (1.000)  0.667 (0.667)
        all codes (micro)         4      4     2  0.500 (0.667)  0.500 (0.667)  0.500 (0.667)
        mean of codes (macro)                     0.500 (0.750)  0.667 (0.750)  0.533 (0.667)
        coded or not              4      4     3  0.750 (1.000)  0.750 (1.000)  0.750 (1.000)
        Cohen's kappa, coded or not, unit: passage: 0.250 (1.000)

        """
    #expect(sampleAgreement.textReport.hasPrefix(expected), "\(sampleAgreement.textReport)")
    #expect(sampleAgreement.textReport.contains("trust                     0      0     0      n/a (n/a)"))
}

@Test func withoutAmbiguousPassagesTheReportHasNoBrackets() {
    let clear = agreement(
        of: Array(sampleGold.prefix(4)), with: Array(sampleFound.prefix(4)), codebooks: [sampleCodebook])
    #expect(clear.textReport.hasPrefix("category: 4 passages\n"))
    #expect(!clear.textReport.contains("(1.000"))
}
