import DocumentModel
import Testing

@testable import Reading

/// Figures and tables as their captions tell them.
@Suite struct LayoutExhibitTests {
    private let bold = "ABCDEF+Times-Bold"

    /// Cells of a table in small type: a row a line, a place a column.
    private func cells(_ rows: [[String]], x: [Float], y: Float, pitch: Float = 12) -> [PrintedLine] {
        rows.enumerated().flatMap { index, row in
            zip(row, x).filter { !$0.0.isEmpty }.map {
                PrintedLine(text: $0.0, x: $0.1, y: y + Float(index) * pitch, size: 8)
            }
        }
    }

    private func cellTexts(_ block: ReadBlock) -> [String] {
        let index = TextIndex(block.text)
        return block.cells.map { index.text($0.start, $0.end) }
    }

    @Test func aTableOverBothColumnsIsReadByRow() {
        let page =
            filler("left", lines: 20, x: 40, y: 100) + filler("right", lines: 20, x: 320, y: 100)
            + printed(["Table 1. Teams"], x: 40, y: 400, size: 8)
            + cells(
                [
                    ["Team", "Setting and people", "Means", "What was found"],
                    ["North", "A town of old people", "None", "Fewer visits by night"],
                    ["", "and their neighbours", "", "and by day"], ["South", "A village", "Some", "No change"],
                ], x: [40, 120, 330, 420], y: 420)
        let rows = PrintedDocument([page]).blocks().filter { $0.kind == .tableRow }
        #expect(
            rows.map(cellTexts) == [
                ["Team", "Setting and people", "Means", "What was found"],
                ["North", "A town of old people and their neighbours", "None", "Fewer visits by night and by day"],
                ["South", "A village", "Some", "No change"],
            ])
        #expect(rows.map { $0.cells.allSatisfy(\.isHeader) } == [true, false, false])
    }

    @Test func aHeadingAndTextBelowATableAreNotItsCells() {
        let page =
            filler("before", lines: 10, x: 40, y: 100) + printed(["Table 1. Teams"], x: 40, y: 300, size: 8)
            + cells([["Team", "Count"], ["North", "12"], ["South", "7"]], x: [40, 200], y: 316)
            + printed(["* Counted by hand in the spring."], x: 40, y: 354, size: 7)
            + [PrintedLine(text: "What was learned", x: 40, y: 380, font: bold)]
            + filler("after", lines: 10, x: 40, y: 396)
        let blocks = PrintedDocument([page]).blocks()
        #expect(
            blocks.map(\.kind) == [
                .paragraph, .caption, .tableRow, .tableRow, .tableRow, .footnote, .heading, .paragraph,
            ])
    }

    @Test func aTableGoesOnAtTheTopOfTheNextPage() {
        let places: [Float] = [40, 200]
        let first =
            filler("before", lines: 20, x: 40, y: 100) + printed(["Table 1. Teams"], x: 40, y: 660, size: 8)
            + cells([["Team", "Count"], ["North", "12"], ["South", "7"]], x: places, y: 676)
        func second(_ top: [PrintedLine]) -> [PrintedLine] { top + filler("after", lines: 20, x: 40, y: 150) }
        let goesOn = second(cells([["East", "3"], ["West", "4"]], x: places, y: 110))
        let rows = PrintedDocument([first, goesOn]).blocks().filter { $0.kind == .tableRow }
        #expect(rows.map(cellTexts).suffix(2) == [["East", "3"], ["West", "4"]])
        let other = second(printed(["A word of thanks"], x: 40, y: 110, size: 8))
        #expect(PrintedDocument([first, other]).blocks().count { $0.kind == .tableRow } == 3)
    }

    @Test(arguments: ["Continued Table 1", "Table 1 (continued)", "Table 1 (Continued)"])
    func aCaptionThatGoesOnIsACaption(text: String) {
        let page = printed([text], x: 40, y: 60, size: 8) + filler("after", lines: 10, x: 40, y: 100)
        #expect(PrintedDocument([page]).blocks().map(\.kind) == [.caption, .paragraph])
    }

    @Test func aTableSetAlongThePaperIsReadByRow() {
        let table =
            printed(["Table 1. Teams"], x: 100, y: 60, size: 8)
            + cells([["Team", "Number of visits"], ["North", "12"], ["South", "7"]], x: [100, 300], y: 76)
        // The foot of the table stands at the right edge of the paper, or at its left.
        let upwards = PrintedDocument([table]) { GlyphBox(x0: $0.y0, y0: 800 - $0.x1, x1: $0.y1, y1: 800 - $0.x0) }
        let downwards = PrintedDocument([table]) { GlyphBox(x0: 600 - $0.y1, y0: $0.x0, x1: 600 - $0.y0, y1: $0.x1) }
        for document in [upwards, downwards] {
            let rows = document.blocks().filter { $0.kind == .tableRow }
            #expect(rows.map(cellTexts) == [["Team", "Number of visits"], ["North", "12"], ["South", "7"]])
        }
        let box = upwards.blocks().first { $0.kind == .caption }?.boxes.first
        #expect(box == Box(page: 1, x0: 60, y0: 644, x1: 69.6, y1: 700))
        #expect(downwards.blocks().first?.boxes.first == Box(page: 1, x0: 530.4, y0: 100, x1: 540, y1: 156))
    }

    @Test func wordsInAFigureAreNoText() {
        let page =
            filler("before", lines: 10, x: 40, y: 100)
            + printed(["Referred by a nurse"], x: 60, y: 260, size: 8, font: "Helvetica")
            + printed(["Seen by a doctor"], x: 160, y: 300, size: 8, font: "Helvetica")
            + printed(["Figure 1. The way of a patient"], x: 40, y: 330, size: 8)
            + filler("after", lines: 10, x: 40, y: 360)
        let blocks = PrintedDocument([page]).blocks()
        #expect(texts(blocks, of: .furniture) == ["Referred by a nurse", "Seen by a doctor"])
        #expect(texts(blocks, of: .paragraph).count == 2)
    }

    @Test func textInSmallTypeAboveAFigureStaysText() {
        let items = ["• a nurse who knows all of the people in the town by name", "• a shared office"]
        let page =
            filler("before", lines: 10, x: 40, y: 100) + printed(items, x: 40, y: 240, size: 8, font: "Helvetica")
            + printed(["Figure 1. The way of a patient"], x: 40, y: 290, size: 8)
            + filler("after", lines: 10, x: 40, y: 320)
        #expect(texts(PrintedDocument([page]).blocks(), of: .listItem).first == items[0])
    }

    @Test func aHeadingAboveTheCaptionOfAChartStaysAHeading() {
        let page =
            filler("before", lines: 10, x: 40, y: 100)
            + [PrintedLine(text: "What was found", x: 40, y: 240, font: bold)]
            + printed(["Figure 1. Visits by year"], x: 40, y: 264, size: 8)
            + printed(["2019"], x: 60, y: 300, size: 8, font: "Helvetica")
            + printed(["2020"], x: 120, y: 300, size: 8, font: "Helvetica")
            + filler("after", lines: 10, x: 40, y: 330)
        let blocks = PrintedDocument([page]).blocks()
        #expect(texts(blocks, of: .heading) == ["What was found"])
        #expect(texts(blocks, of: .furniture).count == 1)
    }

    @Test func numbersOfAnAxisInTheBodysTypeAreNoText() {
        let page =
            filler("before", lines: 10, x: 40, y: 100) + printed(["Figure 1. Visits by year"], x: 40, y: 240, size: 8)
            + printed(["800 600 400"], x: 60, y: 260) + printed(["J F M A M J 2019 2020"], x: 60, y: 280)
            + printed(["Year and month"], x: 90, y: 300)
            + [PrintedLine(text: "What was learned", x: 40, y: 340, font: bold)]
            + filler("after", lines: 10, x: 40, y: 356)
        let blocks = PrintedDocument([page]).blocks()
        #expect(texts(blocks, of: .furniture) == ["800 600 400", "J F M A M J 2019 2020", "Year and month"])
        #expect(texts(blocks, of: .heading) == ["What was learned"])
    }

    @Test func theReferencesAreNoPartOfALargerSetAbstract() {
        let page =
            [PrintedLine(text: "A study of the work of nurses in the night", x: 40, y: 40, size: 20)]
            + [PrintedLine(text: "ABSTRACT", x: 40, y: 90, size: 14, font: bold)]
            + filler("one", lines: 4, x: 40, y: 110)
            + [PrintedLine(text: "Introduction", x: 40, y: 180, size: 12, font: bold)]
            + filler("two", lines: 4, x: 40, y: 200)
            + [PrintedLine(text: "References", x: 40, y: 270, size: 12, font: bold)]
            + printed(["1. Author A. A book. Town, 2001."], x: 40, y: 290)
        let blocks = PrintedDocument([page]).blocks()
        #expect(blocks.filter { $0.kind == .heading }.map(\.level) == [2, 2, 2])
        #expect(texts(blocks, of: .reference) == ["1. Author A. A book. Town, 2001."])
    }

    @Test(arguments: ["1. Appoint a lead nurse.", "• a lead nurse", "Nurses have no time for it."])
    func statementsAboveACaptionAreNoLabels(statement: String) {
        let page =
            filler("before", lines: 10, x: 40, y: 100)
            + printed([statement], x: 40, y: 240, size: 8, font: "Helvetica")
            + printed(["Figure 1. The way of a patient"], x: 40, y: 290, size: 8)
            + filler("after", lines: 10, x: 40, y: 320)
        #expect(texts(PrintedDocument([page]).blocks(), of: .furniture) == [])
    }

    @Test func wordsAboveACaptionThatStandsOverItsChartAreNoLabels() {
        let page =
            filler("before", lines: 10, x: 40, y: 100)
            + printed(["Too little time"], x: 40, y: 240, size: 8, font: "Helvetica")
            + printed(["Figure 1. Visits by year"], x: 40, y: 264, size: 8)
            + printed(["2019 2020"], x: 60, y: 360, size: 8, font: "Helvetica")
            + filler("after", lines: 10, x: 40, y: 400)
        #expect(texts(PrintedDocument([page]).blocks(), of: .paragraph).contains("Too little time"))
    }

    @Test(arguments: ["Times-Roman", "Helvetica"])
    func recommendationsBelowATableCaptionStayItems(font: String) {
        let items = [
            "1. Each town should have a nurse who works in the night.", "2. Each nurse should have a car of her own.",
        ]
        let page =
            filler("before", lines: 10, x: 40, y: 100) + printed(["Table 1. What to do"], x: 40, y: 240, size: 8)
            + items.enumerated().flatMap {
                printed([$0.element], x: 40, y: 260 + 20 * Float($0.offset), size: 8, font: font)
            } + filler("after", lines: 10, x: 40, y: 330)
        #expect(texts(PrintedDocument([page]).blocks(), of: .listItem) == items)
    }

    @Test(
        arguments: zip(
            ["The panel adds that each town should have a lead.", "Source: what the panel of the town wrote down."],
            [BlockKind.paragraph, .footnote]))
    func sentencesBelowATableAreNotesOnlyIfTheySaySo(sentence: String, kind: BlockKind) {
        let page =
            filler("before", lines: 10, x: 40, y: 100) + printed(["Table 1. Teams"], x: 40, y: 300, size: 8)
            + cells([["Team", "Count"], ["North", "12"], ["South", "7"]], x: [40, 200], y: 316)
            + printed([sentence], x: 40, y: 360, size: 8) + filler("after", lines: 10, x: 40, y: 400)
        let blocks = PrintedDocument([page]).blocks()
        #expect(blocks.first { $0.text == sentence }?.kind == kind)
        #expect(blocks.count { $0.kind == .tableRow } == 3)
    }

    @Test func cellsAtTheFootOfTheTitlesPageAreNoImprint() {
        let page =
            [PrintedLine(text: "A study of the work of nurses in the night", x: 40, y: 40, size: 20)]
            + filler("left", lines: 10, x: 40, y: 100) + filler("right", lines: 10, x: 320, y: 100)
            + printed(["Table 1. Teams"], x: 40, y: 560, size: 8)
            + cells([["Team", "Count"], ["North of the town", "12"], ["South", "7"]], x: [40, 330], y: 580)
        let rows = PrintedDocument([page]).blocks().filter { $0.kind == .tableRow }
        #expect(rows.map(cellTexts) == [["Team", "Count"], ["North of the town", "12"], ["South", "7"]])
    }

    @Test func aLabelOfSeveralLinesStandsBesideTheMiddleOfItsRow() {
        let page =
            filler("before", lines: 10, x: 40, y: 100) + printed(["Table 1. Teams"], x: 40, y: 300, size: 8)
            + cells([["Team", "Visits", "Calls"]], x: [40, 200, 300], y: 316)
            + cells(
                [["North", "12", "9"], ["South", "7", "2"], ["East", "3", "1"]], x: [40, 200, 300], y: 340, pitch: 24)
            + cells(
                [["Hills and", "", ""], ["", "5", "6"], ["the valley", "", ""]], x: [40, 200, 300], y: 412, pitch: 5)
            + filler("after", lines: 10, x: 40, y: 460)
        let rows = PrintedDocument([page]).blocks().filter { $0.kind == .tableRow }
        #expect(rows.map(cellTexts).last == ["Hills and the valley", "5", "6"])
        #expect(rows.count == 5)
    }

    @Test func itemsInTwoColumnsAreNoTable() {
        let items = (0..<5).flatMap { index -> [PrintedLine] in
            let y = 240 + 12 * Float(index)
            return [
                PrintedLine(text: "•", x: 40, y: y), PrintedLine(text: "Nurses of town number \(index)", x: 56, y: y),
                PrintedLine(text: "•", x: 284, y: y),
                PrintedLine(text: "Doctors of town number \(index)", x: 300, y: y),
            ]
        }
        let page = filler("before", lines: 10, x: 40, y: 100) + items
        let blocks = PrintedDocument([page]).blocks()
        #expect(!blocks.contains { $0.kind == .tableRow })
        #expect(texts(blocks, of: .listItem).suffix(5) == (0..<5).map { "• Doctors of town number \($0)" }[...])
    }

    /// A chart without a caption: its axis from the top, the labels below it.
    private func chart(_ ticks: [String], labels: [String]) -> [PrintedLine] {
        ticks.enumerated().flatMap { printed([$0.element], x: 60, y: 260 + 30 * Float($0.offset), size: 8) }
            + printed(labels, x: 120, y: 264 + 30 * Float(ticks.count), size: 8)
    }

    @Test func anAxisAndItsLabelsAreNoText() {
        let page =
            filler("before", lines: 10, x: 40, y: 100) + chart(["1,500", "1,000", "500", "0"], labels: ["North South"])
            + filler("after", lines: 10, x: 40, y: 440)
        let blocks = PrintedDocument([page]).blocks()
        #expect(texts(blocks, of: .furniture) == ["1,500", "1,000", "500", "0", "North South"])
        #expect(texts(blocks, of: .paragraph).count == 2)
    }

    @Test(arguments: [["1", "2", "3", "4"], ["900", "740", "110", "90"], ["30", "20", "10"]])
    func otherNumbersBelowEachOtherAreNoAxis(numbers: [String]) {
        let page =
            filler("before", lines: 10, x: 40, y: 100) + chart(numbers, labels: [])
            + filler("after", lines: 10, x: 40, y: 440)
        #expect(texts(PrintedDocument([page]).blocks(), of: .furniture).isEmpty)
    }

    @Test func numbersInTheBodysSizeThatNothingLabelsAreText() {
        let years = ["2024", "2023", "2022", "2021"].enumerated().flatMap {
            printed([$0.element], x: 60, y: 260 + 30 * Float($0.offset))
        }
        let page =
            filler("before", lines: 10, x: 40, y: 100) + years + printed(["1 2 3 4 5"], x: 60, y: 400)
            + filler("after", lines: 10, x: 40, y: 440)
        #expect(texts(PrintedDocument([page]).blocks(), of: .furniture).isEmpty)
    }

    @Test func theNumbersOfALevelAxisAreNoText() {
        let page =
            filler("before", lines: 10, x: 40, y: 100)
            + ["0%", "25%", "50%", "75%", "100%"].enumerated().flatMap {
                printed([$0.element], x: 60 + 60 * Float($0.offset), y: 260, size: 8)
            }
            + filler("after", lines: 10, x: 40, y: 300)
        #expect(texts(PrintedDocument([page]).blocks(), of: .furniture) == ["0% 25% 50% 75% 100%"])
    }
}
