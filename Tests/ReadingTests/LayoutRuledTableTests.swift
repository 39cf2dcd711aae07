import DocumentModel
import Testing

@testable import Reading

/// Tables whose cells rulings tell.
@Suite struct LayoutRuledTableTests {
    private let bold = "ABCDEF+Times-Bold"

    /// Rulings of a table.
    private func grid(x: [Float], y: [Float]) -> Rulings {
        Rulings(
            level: y.map { Ruling(place: $0, from: x[0], to: x[x.count - 1]) },
            upright: x.map { Ruling(place: $0, from: y[0], to: y[y.count - 1]) })
    }

    private func joined(_ rulings: [Rulings]) -> Rulings {
        Rulings(level: rulings.flatMap(\.level), upright: rulings.flatMap(\.upright))
    }

    private func cellTexts(_ block: ReadBlock) -> [String] {
        let index = TextIndex(block.text)
        return block.cells.map { index.text($0.start, $0.end) }
    }

    private func rows(_ blocks: [ReadBlock]) -> [[String]] { blocks.filter { $0.kind == .tableRow }.map(cellTexts) }

    /// A table of two rows below its header, set solid: nothing but its rulings parts the rows.
    private func table(y: Float) -> [PrintedLine] {
        printed(["Issue"], x: 40, y: y, font: bold) + printed(["What to do"], x: 160, y: y, font: bold)
            + printed(["Too few", "nurses"], x: 40, y: y + 12)
            + printed(["Ask the towns around for theirs.", "Pay for the way."], x: 160, y: y + 12)
            + printed(["No car"], x: 40, y: y + 36)
            + printed(["Share one with the next town, and", "keep a list of who has it."], x: 160, y: y + 36)
    }

    private func tableGrid(y: Float) -> Rulings { grid(x: [36, 156, 360], y: [y - 1, y + 12, y + 36, y + 61]) }

    private let tableRows = [
        ["Issue", "What to do"], ["Too few nurses", "Ask the towns around for theirs. Pay for the way."],
        ["No car", "Share one with the next town, and keep a list of who has it."],
    ]

    @Test func sentencesInCellsAreReadByRow() {
        let page = filler("before", lines: 6, x: 40, y: 100) + table(y: 200) + filler("after", lines: 6, x: 40, y: 300)
        let blocks = PrintedDocument([page], rulings: tableGrid(y: 200)).blocks()
        #expect(rows(blocks) == tableRows)
        #expect(blocks.map(\.kind) == [.paragraph, .tableRow, .tableRow, .tableRow, .paragraph])
        #expect(blocks.map { $0.cells.contains(where: \.isHeader) } == [false, true, false, false, false])
    }

    @Test func aHeadingBetweenTwoTablesStaysAtItsPlace() {
        let page =
            [PrintedLine(text: "A study of the work of nurses in the night", x: 40, y: 40, size: 20)]
            + filler("before", lines: 6, x: 40, y: 100) + table(y: 200)
            + [PrintedLine(text: "What else there is", x: 40, y: 280, size: 14, font: bold)] + table(y: 310)
        let blocks = PrintedDocument([page], rulings: joined([tableGrid(y: 200), tableGrid(y: 310)])).blocks()
        #expect(rows(blocks) == tableRows + tableRows)
        #expect(blocks.map(\.kind).firstIndex(of: .heading) == 5)
        #expect(texts(blocks, of: .heading) == ["What else there is"])
    }

    @Test func aCellThatSpansRowsOrColumnsIsOneCell() {
        let page =
            printed(["Who", "What", "When"], x: 40, y: 200).enumerated().map { index, line in
                PrintedLine(text: line.text, x: 40 + 100 * Float(index), y: 200, font: bold)
            } + printed(["Nurses of", "the town"], x: 40, y: 226) + printed(["Visits"], x: 140, y: 220)
            + printed(["Night"], x: 240, y: 220) + printed(["Calls by day and in the night"], x: 140, y: 240)
        var rulings = grid(x: [36, 136, 336], y: [198, 214, 256])
        rulings.level.append(Ruling(place: 236, from: 136, to: 336))
        rulings.upright.append(Ruling(place: 236, from: 198, to: 236))
        #expect(
            rows(PrintedDocument([page], rulings: rulings).blocks()) == [
                ["Who", "What", "When"], ["Nurses of the town", "Visits", "Night"], ["Calls by day and in the night"],
            ])
    }

    @Test func aRulingPartsWordsOfOneLine() {
        let page =
            filler("before", lines: 6, x: 40, y: 100) + printed(["Nurses Visits"], x: 40, y: 200)
            + printed(["Towns  Calls"], x: 40, y: 220)
        let rulings = grid(x: [38, 72, 140], y: [198, 216, 236])
        #expect(
            rows(PrintedDocument([page], rulings: rulings).blocks()) == [["Nurses", "Visits"], ["Towns", "Calls"]])
    }

    @Test func rulingsBetweenRowsTellRowsWhereWhitePartsTheColumns() {
        let page =
            filler("before", lines: 4, x: 40, y: 100) + printed(["Product", "and town"], x: 40, y: 180, font: bold)
            + printed(["Cases"], x: 160, y: 180, font: bold) + printed(["What was done"], x: 240, y: 180, font: bold)
            + printed(["Wipes"], x: 40, y: 220) + printed(["12"], x: 160, y: 220)
            + printed(["• taken back", "  from the shops", "• all told"], x: 240, y: 220)
            + printed(["Gel of", "the eyes"], x: 40, y: 270) + printed(["7"], x: 160, y: 270)
            + printed(["• sold no more", "• all told", "• washed", "• counted"], x: 240, y: 270)
        let rulings = Rulings(level: [212, 262].map { Ruling(place: $0, from: 40, to: 400) })
        #expect(
            rows(PrintedDocument([page], rulings: rulings).blocks()) == [
                ["Product and town", "Cases", "What was done"],
                ["Wipes", "12", "• taken back from the shops • all told"],
                ["Gel of the eyes", "7", "• sold no more • all told • washed • counted"],
            ])
    }

    @Test func columnsOfTextBetweenRulingsAreNoTable() {
        let page =
            filler("a", lines: 8, x: 40, y: 100) + filler("b", lines: 8, x: 320, y: 100)
            + filler("c", lines: 8, x: 40, y: 220) + filler("d", lines: 8, x: 320, y: 220)
        let rulings = Rulings(level: [90, 208, 330].map { Ruling(place: $0, from: 40, to: 560) })
        #expect(rows(PrintedDocument([page], rulings: rulings).blocks()).isEmpty)
    }

    @Test func rowsBetweenWhichNothingIsRuledAreNotOneRow() {
        let names = ["North", "South", "East", "West"]
        let page =
            filler("before", lines: 6, x: 40, y: 100) + printed(["Town"], x: 40, y: 200, font: bold)
            + printed(["Nurses"], x: 160, y: 200, font: bold) + printed(names, x: 40, y: 220)
            + printed(["12", "7", "3", "5"], x: 160, y: 220)
        let blocks = PrintedDocument([page], rulings: grid(x: [36, 150, 300], y: [198, 214, 270])).blocks()
        #expect(rows(blocks).contains(["South", "7"]))
    }

    @Test func textBesideATableKeepsItInItsColumn() {
        let page = table(y: 200) + filler("beside", lines: 8, x: 380, y: 190, characters: 40)
        let blocks = PrintedDocument([page], rulings: tableGrid(y: 200)).blocks()
        #expect(texts(blocks, of: .paragraph).contains { $0.hasPrefix("The beside begins") && $0.hasSuffix("ends.") })
    }

    @Test func aTableThatGoesOnAcrossPagesHasNoSecondHeader() {
        let first = filler("before", lines: 6, x: 40, y: 100) + table(y: 200)
        let second =
            printed(["Too far"], x: 40, y: 212) + printed(["Call"], x: 160, y: 212)
            + printed(["Too old"], x: 40, y: 236) + printed(["Visit"], x: 160, y: 236)
        let blocks = PrintedDocument([first, second], rulings: tableGrid(y: 200)).blocks()
        let headers = blocks.filter { $0.kind == .tableRow }.map { $0.cells.allSatisfy(\.isHeader) }
        #expect(headers == [true, false, false, false, false])
    }

    @Test func aPDFsDrawnLinesTellItsCells() {
        var content = ""
        for (index, row) in tableRows.enumerated() {
            let y = 312 + 30 * Double(index)
            content += HandmadePDF.line(row[0], x: 60, y: y) + HandmadePDF.line(row[1], x: 180, y: y)
        }
        content += "0.5 w 50 500 450 -90 re 50 470 m 500 470 l 50 440 m 500 440 l 170 500 m 170 410 l S\n"
        let pdf = HandmadePDF(pages: [HandmadePDF.line("What this is about", x: 60, y: 100), content])
        let result = readPDF(pdf.bytes, path: "table.pdf", sha256: "")
        let rows = result.document.blocks.filter { $0.kind == .tableRow }
        let index = TextIndex(result.document.text)
        #expect(rows.map { $0.cells.map { index.text($0.start, $0.end) } } == tableRows)
        let undrawn = readPDF(pdf.bytes, path: "table.pdf", sha256: "", seeksRulings: false).document
        #expect(undrawn.status == .ok)
        #expect(undrawn.diagnostics.map(\.identifier) == ["lines-not-sought"])
        #expect(undrawn.diagnostics.map(\.place?.page) == [2])
        #expect(letters(of: undrawn.text).sorted() == letters(of: result.document.text).sorted())
    }
}
