import DocumentModel
import Testing

@testable import Reading

/// Lines and edges found in pictures of pages, and the pages of which a picture is taken.
@Suite struct RulingsTests {
    /// A white picture 100 pixels square with darker areas.
    private func picture(_ areas: [(x: Range<Int>, y: Range<Int>, grey: UInt8)]) -> [UInt8] {
        var greys = [UInt8](repeating: 255, count: 10_000)
        for area in areas {
            for y in area.y { for x in area.x { greys[100 * y + x] = area.grey } }
        }
        return greys
    }

    private func rulings(_ areas: [(x: Range<Int>, y: Range<Int>, grey: UInt8)]) -> Rulings {
        findRulings(in: picture(areas), width: 100, height: 100)
    }

    @Test func aThinLineIsOneRuling() {
        let found = rulings([(10..<90, 40..<41, 128)])
        #expect(found == Rulings(level: [Ruling(place: 40.5, from: 10, to: 90)]))
    }

    @Test func aLineThatAnotherOneCrossesIsWhole() {
        let found = rulings([(10..<90, 40..<42, 0), (50..<51, 20..<80, 0)])
        #expect(found.level == [Ruling(place: 41, from: 10, to: 90)])
        #expect(found.upright == [Ruling(place: 50.5, from: 20, to: 80)])
    }

    @Test func aShadedAreaIsRuledAtItsEdges() {
        let found = rulings([(10..<90, 30..<60, 242)])
        #expect(found.level.map(\.place) == [30, 60])
        #expect(found.upright.map(\.place) == [10, 90])
    }

    @Test func lettersAreNoRulings() {
        var greys = picture([])
        for x in stride(from: 10, to: 90, by: 5) {
            for y in 40..<48 { greys[100 * y + x] = 0 }
        }
        #expect(findRulings(in: greys, width: 100, height: 100).isEmpty)
    }

    @Test func aPhotographHasNoRulings() {
        // Every line differs from the one above it.
        let height = 5200
        var greys = [UInt8](repeating: 255, count: 100 * height)
        for y in stride(from: 0, to: height, by: 2) {
            for x in 10..<90 { greys[100 * y + x] = 90 }
        }
        #expect(findRulings(in: greys, width: 100, height: height).isEmpty)
        #expect(findRulings(in: Array(greys.prefix(100 * 200)), width: 100, height: 200).isEmpty == false)
    }

    @Test func aTurnedPageIsRuledAsItsTextReads() {
        let rulings = Rulings(
            level: [Ruling(place: 10, from: 20, to: 50)], upright: [Ruling(place: 30, from: 5, to: 95)])
        #expect(
            rulings.turned(.upwards, width: 60, height: 100)
                == Rulings(
                    level: [Ruling(place: 30, from: 5, to: 95)], upright: [Ruling(place: 90, from: 20, to: 50)]))
    }

    // MARK: Pages of which a picture is taken

    private func mayHoldTable(_ lines: [PrintedLine]) -> Bool {
        mayHoldRuledTable(PrintedDocument([[], lines]).pages[1])
    }

    /// Short cells beside long ones, on the second page of a document.
    private let cells =
        printed(["Issue"], x: 40, y: 280) + printed(["What to do"], x: 200, y: 280)
        + printed(["Visits"], x: 40, y: 300) + printed(["The nurse comes by night and by day."], x: 200, y: 300)
        + printed(["Calls"], x: 40, y: 340) + printed(["The nurse calls whoever lives alone."], x: 200, y: 340)

    @Test func cellsBesideEachOtherMayBeATable() {
        #expect(mayHoldTable(filler("before", lines: 10, x: 40, y: 100) + cells))
    }

    @Test func columnsOfTextAreNoTable() {
        let columns = filler("left", lines: 20, x: 40, y: 100) + filler("right", lines: 20, x: 320, y: 100)
        #expect(!mayHoldTable(columns))
    }

    @Test(arguments: ["Table 1. Care", "Continued Table 1", "Figure 2. Care"])
    func whatHasACaptionNeedsNoRulings(caption: String) {
        #expect(!mayHoldTable(printed([caption], x: 40, y: 260) + cells))
    }

    @Test func itemsAreNoTable() {
        let items = (0..<4).flatMap { index -> [PrintedLine] in
            let y = 100 + 20 * Float(index)
            return printed(["•"], x: 40, y: y) + printed(["A nurse who comes by night and by day"], x: 80, y: y)
        }
        #expect(!mayHoldTable(items))
    }
}
