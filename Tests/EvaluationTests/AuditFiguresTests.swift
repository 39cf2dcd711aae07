import DocumentModel
import Evaluation
import SeededRandom
import Testing

struct AuditFiguresTests {
    private let dimensions = [
        DimensionCodes(dimension: "category", codes: ["barrier", "need"]),
        DimensionCodes(dimension: "theme", codes: ["money", "law"]),
    ]

    private func codes(_ category: String?, _ theme: String?) -> [DimensionCodes] {
        [
            DimensionCodes(dimension: "category", codes: [category].compactMap(\.self)),
            DimensionCodes(dimension: "theme", codes: [theme].compactMap(\.self)),
        ]
    }

    private func item(_ draw: Int, _ charted: String, answer: [DimensionCodes]?) -> AuditedPassage {
        AuditedPassage(
            document: "d\(draw)", isCharted: true, charted: codes("barrier", charted), answer: answer, draws: [draw])
    }

    private func other(_ draw: Int, answer: [DimensionCodes]?) -> AuditedPassage {
        AuditedPassage(
            document: "d\(draw)", isCharted: false, charted: codes(nil, nil), answer: answer, draws: [draw])
    }

    private func design(census: Bool, items: Int, others: Int, draws: Int) -> AuditDesign {
        AuditDesign(
            charted: .init(population: items, draws: draws, isCensus: census),
            rest: .init(population: others, draws: draws, isCensus: census), dimensions: dimensions)
    }

    @Test func recallWeighsWhatWasMissedByWhatWasDrawn() throws {
        // Of 20 items 4 are drawn, of 400 other passages 4: each missed passage stands for 100.
        let passages =
            (0..<4).map { item($0, "money", answer: $0 < 3 ? codes("barrier", "money") : codes(nil, nil)) }
            + (0..<4).map { other($0, answer: $0 == 0 ? codes("need", "money") : codes(nil, nil)) }
        let figures = auditFigures(passages, design: design(census: false, items: 20, others: 400, draws: 4))
        #expect(figures.checkedItems == 4)
        #expect(figures.others == 400)
        let money = try #require(figures.codes.first { $0.code.code == "money" })
        #expect(money.rates.precision.figure == .value(0.75))
        // 15 found rightly, 100 missed.
        #expect(money.rates.recall.figure == .value(15.0 / 115))
        #expect(figures.item.precision.figure == .value(0.75))
        let law = try #require(figures.codes.first { $0.code.code == "law" })
        #expect(law.rates.precision.text == "n/a: no such item was checked")
        #expect(law.rates.recall.text == "n/a: no checked passage has it")
    }

    @Test func intervalsAreThoseOfIndependentDraws() throws {
        // 8 of 10 draws of one item: Wilson's interval of 0.8 as if of 9 observations, less
        // what t with 9 degrees of freedom asks for.
        let passages =
            (0..<10).map { item($0, "money", answer: $0 < 8 ? codes("barrier", "money") : codes("need", "law")) }
            + (0..<2).map { other($0, answer: codes(nil, nil)) }
        let figures = auditFigures(passages, design: design(census: false, items: 50, others: 80, draws: 10))
        let money = try #require(figures.codes.first { $0.code.code == "money" })
        guard case .range(let low, let high) = money.rates.precision.interval else {
            Issue.record("no interval")
            return
        }
        #expect(abs(low - 0.4270) < 1e-3)
        #expect(abs(high - 0.9555) < 1e-3)
        // None of those beside the chart has it: the most that may be missed keeps recall below 1.
        guard case .range(let least, let most) = money.rates.recall.interval else {
            Issue.record("no interval")
            return
        }
        #expect(money.rates.recall.figure == .value(1))
        #expect(least < 0.6 && most == 1)
    }

    @Test func whatIsCheckedWholeHasNoChance() throws {
        let passages =
            (0..<3).map { item($0, "money", answer: $0 < 2 ? codes("barrier", "money") : codes(nil, nil)) }
            + (0..<2).map { other($0, answer: $0 == 0 ? codes("barrier", "money") : codes(nil, nil)) }
        let figures = auditFigures(passages, design: design(census: true, items: 3, others: 2, draws: 3))
        let money = try #require(figures.codes.first { $0.code.code == "money" })
        #expect(money.rates.precision.interval == .range(low: 2.0 / 3, high: 2.0 / 3))
        #expect(money.rates.recall.interval == .range(low: 2.0 / 3, high: 2.0 / 3))
        // With one of them unchecked it is a sample.
        let part = passages.dropFirst() + [item(0, "money", answer: nil)]
        let figuresOfPart = auditFigures(Array(part), design: design(census: true, items: 3, others: 2, draws: 3))
        #expect(figuresOfPart.checkedItems == 2)
        let partly = try #require(figuresOfPart.codes.first { $0.code.code == "money" })
        #expect(partly.rates.precision.figure == .value(0.5))
        #expect(partly.rates.precision.interval != .range(low: 0.5, high: 0.5))
    }

    @Test func cellsOfDocumentsAreFilledByAnyOfTheirPassages() throws {
        let passages = [
            item(0, "money", answer: codes(nil, nil)), other(0, answer: codes("need", "money")),
            item(1, "law", answer: codes("barrier", "money")),
        ]
        let figures = auditFigures(passages, design: design(census: false, items: 9, others: 9, draws: 2))
        let theme = try #require(figures.cells.first { $0.dimension == "theme" })
        #expect(theme.documents == 2)
        #expect(theme.counts == Counts(both: 1, foundOnly: 1, goldOnly: 1, neither: 1))
    }

    @Test func documentsAreDrawnInProportionToTheirItems() {
        var random = SeededGenerator(seed: 3)
        let drawn = drawByDocument(sizes: [10, 0, 30], count: 30_000, take: 1, random: &random)
        #expect(drawn.isCensus, "there are no more than 40")
        #expect(drawn.draws.count == 40)
        #expect(drawn.draws.prefix(10).contains { $0.document == 2 }, "in an order of chance")
        var counts = [0, 0, 0]
        var items = [Int](repeating: 0, count: 30)
        for seed in 0..<2000 {
            var random = SeededGenerator(seed: UInt64(seed))
            let drawn = drawByDocument(sizes: [10, 0, 30], count: 12, take: 3, random: &random)
            #expect(drawn.draws.map(\.items.count) == [3, 3, 3, 3])
            for draw in drawn.draws {
                counts[draw.document] += 1
                #expect(draw.items == draw.items.sorted() && Set(draw.items).count == 3)
                if draw.document == 2 { for item in draw.items { items[item] += 1 } }
            }
        }
        #expect(counts[1] == 0)
        // 8,000 draws, a quarter of them of the first document; each item of the other in a tenth of its draws.
        #expect(abs(counts[0] - 2000) < 120)
        #expect(items.allSatisfy { abs($0 - 600) < 100 })
    }
}
