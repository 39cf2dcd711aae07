import DocumentModel
import Testing

@testable import Reading

@Suite struct LayoutStructureTests {
    private let bold = "ABCDEF+Times-Bold"

    @Test func partsParagraphsAtGaps() {
        let page = filler("one", lines: 3, x: 40, y: 200) + filler("two", lines: 3, x: 40, y: 256)
        #expect(PrintedDocument([page]).blocks().count == 2)
    }

    @Test func partsParagraphsAtIndentedLines() {
        let indented = PrintedLine(text: "Indented is this line at its begin and no other", x: 52, y: 236)
        let page = filler("one", lines: 3, x: 40, y: 200) + [indented] + filler("two", lines: 3, x: 40, y: 248)
        let blocks = PrintedDocument([page]).blocks()
        #expect(blocks.count == 2)
        #expect(blocks.last?.text.hasPrefix("Indented is") == true)
    }

    @Test func partsParagraphsAfterShortLinesThatEndASentence() {
        let page = printed(
            [
                "A first paragraph that runs over one line and", "ends early.",
                "Another one that begins at the edge of the", "column without any indent at all here.",
            ], x: 40, y: 200)
        #expect(
            PrintedDocument([page]).blocks().map(\.text) == [
                "A first paragraph that runs over one line and ends early.",
                "Another one that begins at the edge of the column without any indent at all here.",
            ])
    }

    @Test func givesHeadingsTheirLevelBySizeAndNumber() {
        let page =
            [PrintedLine(text: "A Report on the Integration of Services for All", x: 40, y: 40, size: 20)]
            + [PrintedLine(text: "Background", x: 40, y: 100, size: 14, font: bold)]
            + filler("one", lines: 4, x: 40, y: 130)
            + [PrintedLine(text: "Earlier work", x: 40, y: 200, font: bold)]
            + filler("two", lines: 4, x: 40, y: 220)
            + [PrintedLine(text: "2.1 Sample of the study", x: 40, y: 300)]
            + filler("three", lines: 4, x: 40, y: 330)
        let blocks = PrintedDocument([page]).blocks()
        #expect(texts(blocks, of: .title) == ["A Report on the Integration of Services for All"])
        let headings = blocks.filter { $0.kind == .heading }
        #expect(headings.map(\.text) == ["Background", "Earlier work", "2.1 Sample of the study"])
        #expect(headings.map(\.level) == [1, 2, 2])
    }

    /// A document whose title opens the text, so that headings may run in.
    private func blocks(below title: [PrintedLine]) -> [ReadBlock] {
        PrintedDocument([
            [PrintedLine(text: "A Report on the Integration of Services for All", x: 40, y: 40, size: 20)] + title
        ]).blocks()
    }

    @Test func aHeadingApartFromItsTextByAWideSpaceRunsIn() {
        let page =
            filler("one", lines: 8, x: 40, y: 90) + [PrintedLine(text: "Sample.", x: 40, y: 210, font: bold)]
            + [PrintedLine(text: "Nurses of two towns were asked by letter on", x: 90, y: 210)]
            + printed(["what they had seen in the night."], x: 40, y: 222)
        #expect(texts(blocks(below: page), of: .heading) == ["Sample."])
        #expect(texts(blocks(below: page), of: .paragraph).last?.hasPrefix("Nurses of two towns") == true)
    }

    @Test(arguments: ["GHIJKL+AdvTT1b53b5fb.B", "GHIJKL+AdvTT1b53b5fb.B+20", "Univers-b"])
    func fontsThatHideTheirNameMayTellTheirFace(font: String) {
        let page =
            [PrintedLine(text: "The sample of the study and its towns and people", x: 40, y: 100, font: font)]
            + filler("one", lines: 4, x: 40, y: 112)
        #expect(texts(blocks(below: page), of: .heading) == ["The sample of the study and its towns and people"])
    }

    @Test func aShortFirstLineInAnotherFontIsAHeading() {
        let page =
            filler("one", lines: 8, x: 40, y: 90)
            + [PrintedLine(text: "The sample", x: 40, y: 210, font: "AdvTT86d47313")]
            + filler("two", lines: 4, x: 40, y: 222)
        #expect(texts(blocks(below: page), of: .heading) == ["The sample"])
    }

    @Test func theOutlineMakesHeadingsAndTheirLevels() {
        let page = [PrintedLine(text: "quiet words", x: 40, y: 200)] + filler("one", lines: 4, x: 40, y: 230)
        let document = PrintedDocument([page])
        #expect(texts(document.blocks(), of: .heading).isEmpty)
        let here = document.blocks(outline: [OutlineEntry(title: "Quiet Words", level: 3, page: 1)])
        #expect(here.filter { $0.kind == .heading }.map(\.level) == [3])
        let elsewhere = document.blocks(outline: [OutlineEntry(title: "Quiet Words", level: 3, page: 7)])
        #expect(texts(elsewhere, of: .heading).isEmpty)
    }

    @Test func theDocumentsOwnTitleWinsOverLargerText() {
        let page =
            [PrintedLine(text: "JOURNAL OF REPORTS AND STUDIES OF IT", x: 40, y: 40, size: 24)]
            + [PrintedLine(text: "What helps teams to work together", x: 40, y: 90, size: 14)]
            + filler("one", lines: 6, x: 40, y: 130)
        let document = PrintedDocument([page])
        #expect(
            texts(document.blocks(title: "What Helps Teams to Work Together"), of: .title)
                == ["What helps teams to work together"])
        #expect(texts(document.blocks(), of: .title) == ["JOURNAL OF REPORTS AND STUDIES OF IT"])
    }

    @Test func whatStandsBetweenTitleAndAbstractIsFrontMatter() {
        let page =
            [PrintedLine(text: "What helps teams to work together in the field", x: 40, y: 60, size: 18)]
            + [PrintedLine(text: "Ann Author, Bob Writer", x: 40, y: 110)]
            + [PrintedLine(text: "University of Somewhere, Department of Care", x: 40, y: 140)]
            + [PrintedLine(text: "Abstract", x: 40, y: 170, font: bold)] + filler("one", lines: 6, x: 40, y: 190)
        let blocks = PrintedDocument([page]).blocks()
        #expect(
            texts(blocks, of: .frontMatter) == [
                "Ann Author, Bob Writer", "University of Somewhere, Department of Care",
            ])
        #expect(texts(blocks, of: .heading) == ["Abstract"])
    }

    @Test func aQuestionBetweenTitleAndTextIsAHeading() {
        let page =
            [PrintedLine(text: "What helps teams to work together in the field", x: 40, y: 60, size: 18)]
            + [PrintedLine(text: "What is it?", x: 40, y: 110, size: 13)] + filler("one", lines: 6, x: 40, y: 130)
        #expect(texts(PrintedDocument([page]).blocks(), of: .heading) == ["What is it?"])
    }

    @Test func dashesOfFullWidthBeginItems() {
        let page = printed(["－ a first thing", "－ a second thing"], x: 40, y: 200)
        #expect(PrintedDocument([page]).blocks().map(\.kind) == [.listItem, .listItem])
    }

    @Test func itemsKeepTheirMarkersAndTheirContinuationLines() {
        let page =
            printed(["There are these things to be named here:"], x: 40, y: 200)
            + printed(["• the first thing, which is long enough to go", "  on in a second line"], x: 50, y: 212)
            + printed(["– a part of it – and more of this part"], x: 70, y: 236)
            + printed(["\u{F0B7} the second thing"], x: 50, y: 248)
        let items = PrintedDocument([page]).blocks().filter { $0.kind == .listItem }
        #expect(
            items.map(\.text) == [
                "• the first thing, which is long enough to go on in a second line",
                "– a part of it – and more of this part", "\u{F0B7} the second thing",
            ])
        #expect(items.map(\.level) == [1, 2, 1])
    }

    @Test func aDashAtTheBeginningOfALineInsideASentenceIsNoItem() {
        let lines = [
            "It was said by the people of the town on a day", "– and not only by them – that this was not the",
            "whole of the story.",
        ]
        #expect(PrintedDocument([printed(lines, x: 40, y: 200)]).blocks().map(\.kind) == [.paragraph])
    }

    @Test func aNumberMakesAnItemOnlyInCompany() {
        let list = (1...3).map {
            PrintedLine(text: "\($0). Do the thing of number \($0) at once.", x: 40, y: 200 + Float($0) * 20)
        }
        #expect(PrintedDocument([list]).blocks().map(\.kind) == [.listItem, .listItem, .listItem])
        let lone = printed(["4. Alone stands this sentence on its page here."], x: 40, y: 200)
        #expect(PrintedDocument([lone]).blocks().map(\.kind) == [.paragraph])
    }

    @Test func rowsOfAlignedCellsAreATable() throws {
        let rows = [("Barrier", "Count"), ("Lack of money", "12"), ("Lack of time", "7")]
        let page = rows.enumerated().flatMap { index, row in
            let y = 200 + Float(index) * 14
            return [PrintedLine(text: row.0, x: 40, y: y), PrintedLine(text: row.1, x: 200, y: y)]
        }
        let blocks = PrintedDocument([page]).blocks()
        #expect(blocks.map(\.kind) == [.tableRow, .tableRow, .tableRow])
        #expect(blocks.map { $0.cells.map(\.isHeader) } == [[true, true], [false, false], [false, false]])
        let row = try #require(blocks.dropFirst().first)
        let index = TextIndex(row.text)
        #expect(row.cells.map { index.text($0.start, $0.end) } == ["Lack of money", "12"])
    }

    @Test func captionsAreToldFromSentencesAboutTables() {
        let page =
            printed(["Table 2. What the people said in the interviews"], x: 40, y: 200)
            + printed(["Table 2 shows what the people said in the rooms"], x: 40, y: 250)
        #expect(PrintedDocument([page]).blocks().map(\.kind) == [.caption, .paragraph])
    }

    @Test func whatStandsInABoxHasItsTitle() {
        let inside = ["A shared office and a shared record of all that", "was done for the people in the town."]
        let page =
            filler("body", lines: 6, x: 40, y: 200) + printed(["Box 1: What helped"], x: 40, y: 300, font: bold)
            + printed(inside, x: 40, y: 320, size: 9, font: "Helvetica") + filler("after", lines: 6, x: 40, y: 380)
        let blocks = PrintedDocument([page]).blocks()
        #expect(blocks.map(\.boxTitle) == [nil, nil, "Box 1: What helped", nil])
        #expect(blocks.map(\.kind) == [.paragraph, .caption, .paragraph, .paragraph])
    }

    @Test func anInsetHeadingTitlesItsBoxAndNothingAfterIt() {
        func blocks(inset: Float) -> [ReadBlock] {
            let page =
                filler("body", lines: 6, x: 40, y: 200)
                + printed(["Words of a nurse"], x: 40 + inset, y: 300, font: bold)
                + printed(["A shared office helps."], x: 40 + inset, y: 320)
                + filler("after", lines: 6, x: 40, y: 350)
            return PrintedDocument([page]).blocks()
        }
        #expect(blocks(inset: 12).map(\.kind) == [.paragraph, .heading, .paragraph, .paragraph])
        #expect(blocks(inset: 12).map(\.boxTitle) == [nil, "Words of a nurse", "Words of a nurse", nil])
        #expect(blocks(inset: 0).allSatisfy { $0.boxTitle == nil })
    }

    @Test func aLabelledBoxInTheBodysFontIsToldByItsInset() {
        let page =
            filler("body", lines: 6, x: 40, y: 200) + printed(["Box 1: A day"], x: 52, y: 300, font: bold)
            + printed(["A nurse has been there."], x: 52, y: 320) + filler("after", lines: 6, x: 40, y: 350)
        #expect(PrintedDocument([page]).blocks().map(\.boxTitle) == [nil, nil, "Box 1: A day", nil])
    }

    @Test func smallPrintWithAMarkAtTheFootOfThePageIsAFootnote() {
        let note = printed(["* See the report of the year before."], x: 40, y: 680, size: 8)
        let page = filler("body", lines: 10, x: 40, y: 500) + note
        #expect(PrintedDocument([page]).blocks().map(\.kind) == [.paragraph, .footnote])
    }

    @Test func linesWithLeadersAreContents() {
        let page = printed(["Introduction .......... 4", "Methods .......... 12"], x: 40, y: 200)
        let blocks = PrintedDocument([page]).blocks()
        #expect(!blocks.isEmpty)
        #expect(blocks.allSatisfy { $0.kind == .contents })
    }

    @Test func pagesWithoutGeometryGiveTextWithoutBoxes() {
        let text = "A line of text\nand another line of it."
        let glyphs = PageGlyphs(
            number: 1, width: 600, height: 800, scalars: text.unicodeScalars.map(\.value), boxes: [], runs: [])
        let blocks = layOut([findFragments(in: glyphs, fonts: FontTable())], hints: LayoutHints())
        #expect(blocks.map(\.text).joined(separator: " ") == "A line of text and another line of it.")
        #expect(blocks.allSatisfy { $0.boxes.isEmpty && $0.lineStarts.isEmpty })
    }
}
