import DocumentModel
import Testing

@testable import Reading

struct AssemblyTests {
    @Test func joinsBlocksByABlankLineWithOffsetsInCodePoints() {
        let assembled = assemble([
            ReadBlock(kind: .paragraph, text: "Größe 😀"),
            ReadBlock(kind: .paragraph, text: ""),
            ReadBlock(
                kind: .paragraph, text: "cooperation", page: 2,
                boxes: [Box(page: 2, x0: 0, y0: 0, x1: 1, y1: 1)], lineStarts: [0],
                joins: [Join(offset: 2, hyphen: "-")]),
        ])
        #expect(assembled.text == "Größe 😀\n\ncooperation")
        #expect(assembled.blocks.map(\.start) == [0, 9])
        #expect(assembled.blocks.map(\.end) == [7, 20])
        #expect(assembled.blocks[1].lineStarts == [9])
        #expect(assembled.blocks[1].page == 2)
        #expect(assembled.joins == [Join(offset: 11, hyphen: "-")])
    }

    @Test func givesEachBlockTheHeadingsAboveIt() {
        expect(
            [
                heading("Findings", 1), heading("Barriers", 2), paragraph("Money was short."), heading("Helpers", 2),
                paragraph("Trust grew."), heading("Next", 1), paragraph("More."),
            ],
            """
            heading 1: Findings
            heading 2 [Findings]: Barriers
            paragraph [Findings > Barriers]: Money was short.
            heading 2 [Findings]: Helpers
            paragraph [Findings > Helpers]: Trust grew.
            heading 1: Next
            paragraph [Next]: More.
            """)
    }

    @Test func keepsTheTitleAndWhatIsBeforeItOffTheHeadingPath() {
        expect(
            [heading("Institute", 1), ReadBlock(kind: .title, text: "Joint care"), paragraph("Teams met.")],
            "heading 1: Institute\ntitle: Joint care\nparagraph: Teams met.")
    }

    @Test func endsATextBoxWithItsHeading() {
        expect(
            [
                heading("Barriers", 1),
                ReadBlock(kind: .heading, level: 2, text: "What helped", boxTitle: "What helped"),
                ReadBlock(kind: .paragraph, text: "Trust grew.", boxTitle: "What helped"),
                ReadBlock(kind: .listItem, level: 1, text: "Time", boxTitle: "What helped"),
                paragraph("Money was short."),
            ],
            """
            heading 1: Barriers
            heading 2 [Barriers]: What helped
            paragraph [Barriers] (What helped): Trust grew.
            list-item 1 [Barriers] (What helped): Time
            paragraph [Barriers]: Money was short.
            """)
    }

    @Test func leadsInListsByTheLastSentenceBefore() {
        expect(
            [
                paragraph("Dr. Lee asked 12 teams. They named these barriers:"), item("Money", 1),
                ReadBlock(kind: .furniture, text: "12"), item("Staff:", 1), item("Nurses", 2), item("Time", 1),
                item("Pay", 2), paragraph("It went on."), item("Trust", 1),
            ],
            """
            paragraph: Dr. Lee asked 12 teams. They named these barriers:
            list-item 1 (They named these barriers:): Money
            furniture: 12
            list-item 1 (They named these barriers:): Staff:
            list-item 2 (Staff:): Nurses
            list-item 1 (They named these barriers:): Time
            list-item 2 (They named these barriers:): Pay
            paragraph: It went on.
            list-item 1: Trust
            """)
    }

    @Test(arguments: [
        ("Teams met. They named these barriers:", "They named these barriers:"),
        ("We found the following. It is short.", nil),
        ("Teams met. The steps are as follows.", "The steps are as follows."),
        (
            "Barriers named by Dr. A. Lee and J. Smith et al. Were these:",
            "Barriers named by Dr. A. Lee and J. Smith et al. Were these:"
        ),
        ("What helped", "What helped"),
        ("Teams met weekly.", nil),
    ])
    func knowsASentenceThatLeadsIn(paragraph: String, leadIn: String?) {
        #expect(sentenceLeadingIn(paragraph) == leadIn)
    }

    @Test func doesNotTakeALongUnfinishedParagraphForALeadIn() {
        let words = Array(repeating: "care", count: 31).joined(separator: " ")
        #expect(sentenceLeadingIn(words) == nil)
        #expect(sentenceLeadingIn(String(words.dropLast(5))) != nil)
    }

    @Test func givesCellsTheHeadersOfTheirColumns() {
        expect(
            [
                row([("Theme", true), ("Barrier", true)]), row([("Money", true), ("Short", false)]),
                ReadBlock(kind: .furniture, text: "12"), row([("Staff", false), ("Few", false)]),
                row([("Year", true), ("Beds", true)]), row([("2001", false), ("30", false)]), paragraph("End."),
                row([("a", false), ("b", false)]),
            ],
            """
            table-row: Theme | Barrier
            table-row: Theme=Money | Barrier=Short
            furniture: 12
            table-row: Theme=Staff | Barrier=Few
            table-row: Year | Beds
            table-row: Year=2001 | Beds=30
            paragraph: End.
            table-row: a | b
            """)
    }

    @Test func addsHeaderRowsUpOverSpannedColumns() {
        var upper = row([("Town", true), ("Change", true)])
        upper.cells[0].columns = 0..<1
        upper.cells[1].columns = 1..<3
        var lower = row([("Beds", true), ("Visits", true)])
        lower.cells[0].columns = 1..<2
        lower.cells[1].columns = 2..<3
        expect(
            [upper, lower, row([("North", false), ("3", false), ("40", false)])],
            """
            table-row: Town | Change
            table-row: Beds | Visits
            table-row: Town=North | Change Beds=3 | Change Visits=40
            """)
    }

    @Test func givesNoHeadersInATableOfHeaderCells() {
        let rows = (1...5).map { row([("Header \($0)", true)]) }
        let document = assembledDocument(rows + [row([("Value", false)])])
        #expect(document.blocks[5].cells[0].header == nil)
    }

    private func expect(
        _ blocks: [ReadBlock], _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(outline(assembledDocument(blocks)) == expected, sourceLocation: sourceLocation)
    }

    private func heading(_ text: String, _ level: Int) -> ReadBlock {
        ReadBlock(kind: .heading, level: level, text: text)
    }

    private func paragraph(_ text: String) -> ReadBlock {
        ReadBlock(kind: .paragraph, text: text)
    }

    private func item(_ text: String, _ level: Int) -> ReadBlock {
        ReadBlock(kind: .listItem, level: level, text: text)
    }

    private func row(_ cells: [(text: String, isHeader: Bool)]) -> ReadBlock {
        var block = ReadBlock(kind: .tableRow, text: cells.map(\.text).joined(separator: "\t"))
        var start = 0
        for cell in cells {
            let end = start + cell.text.unicodeScalars.count
            block.cells.append(ReadCell(start: start, end: end, isHeader: cell.isHeader))
            start = end + 1
        }
        return block
    }
}
