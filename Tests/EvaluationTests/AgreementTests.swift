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
    #expect(none.figure("theme.macro_f1") == .undefined(reason: "the gold does not name the dimension"))
    let uncoded = sampleGold.map { goldPassage($0.passage.id, ["theme": []]) }
    let unused = agreement(of: uncoded, with: sampleFound, codebooks: [sampleCodebook])
    #expect(unused.figure("theme.macro_f1") == .undefined(reason: "the gold uses no code of the dimension"))
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

@Test func whatTheGoldDoesNotNameIsNotJudged() {
    let themes = sampleGold.map { gold in
        var gold = gold
        gold.codes.removeAll { $0.dimension == "category" }
        return gold
    }
    let result = agreement(of: themes, with: sampleFound, codebooks: [sampleCodebook])
    #expect(result.figure("category.barrier.precision")?.text == "n/a: the gold does not name the dimension")
    #expect(result.figure("theme.money.precision") == .value(1.0 / 3))
}

@Test func codesThatExcludeEachOtherAreCategories() throws {
    // None, barrier and facilitator on either side: see `sampleGold`.
    let category = sampleAgreement.dimensions[0]
    #expect(!category.hasSeveralCodes)
    #expect(category.confusions == ConfusionMatrix(rows: [[1, 1, 1], [0, 1, 0], [1, 0, 1]]))
    #expect(sampleAgreement.figure("category.codes_agreement") == .value(0.5))
    #expect(sampleAgreement.figure("theme.codes_kappa")?.text == "n/a: passages have several codes")
    #expect(sampleAgreement.dimensions[1].sets.same == 2)
}

@Test func alphaOfSetsIsThatOfTheirUnits() throws {
    let sets = SetRatings(
        coders: 2,
        units: zip(sampleGold, sampleFound).map { gold, found in
            [gold.codes(in: "theme"), found.codes(in: "theme")].map { codes in
                Set(["money", "people", "trust"].enumerated().filter { codes.contains($0.element) }.map(\.offset))
            }
        })
    let expected = try #require(sets.krippendorffsAlpha(.masi).value)
    let figure = try #require(sampleAgreement.figure("theme.sets_alpha")?.value)
    #expect(abs(figure - expected) < 1e-12)
}

@Test func intervalsLieAroundTheFigures() throws {
    let table = AgreementTable(of: sampleGold, with: sampleFound, codebooks: [sampleCodebook])
    #expect(table.documentCount == 6, "a passage without a document is one by itself")
    let intervals = table.intervals(Bootstrap())
    #expect(Set(intervals.keys) == Set(sampleAgreement.metricNames))
    guard case .range(let low, let high) = intervals["category.coded_f1"] else {
        return #expect(Bool(false), "no interval")
    }
    #expect(low < 0.75 && high > 0.75)
}

/// Each passage is counted once in a confusion, whatever else it has.
@Test func confusionsNamePassagesAndRules() throws {
    let (book, _) = loadCodebook(yaml: gardenCodebook, file: "garden.yaml")
    let codebook = try #require(book)
    let found = PassageCoder([codebook]).code(gardenGold.map(\.passage))
    let confusions = confusions(of: gardenGold, with: found, codebooks: [codebook], explained: 1)
    #expect(confusions.map(\.title) == ["water → soil", "water → none", "none → soil"])
    #expect(confusions.map { $0.cases.map(\.passage.passage.id) } == [["2"], ["3"], ["4"]])
    #expect(confusions[0].cases[0].cause == "by soil/ground; no rule of water holds")
    #expect(confusions[1].cases[0].cause == "no rule of water holds, nearly: wet")
    #expect(confusions[2].cases[0].cause == "by soil/ground")
}
