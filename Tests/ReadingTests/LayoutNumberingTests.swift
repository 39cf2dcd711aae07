import DocumentModel
import Testing

@testable import Reading

@Suite struct LayoutNumberingTests {
    private let bold = "ABCDEF+Times-Bold"
    private let longItem = "2. Partners: agree who supervises whom before anyone at all is appointed to it."

    @Test func aShortNumberedSentenceAboveALongItemIsAnItem() {
        let page =
            filler("body", lines: 6, x: 40, y: 200, characters: 96)
            + [PrintedLine(text: "1. Funders: pay for five years, and review at three.", x: 40, y: 300)]
            + [PrintedLine(text: longItem, x: 40, y: 320)]
        let blocks = PrintedDocument([page]).blocks()
        #expect(blocks.map(\.kind) == [.paragraph, .listItem, .listItem])
    }

    @Test func itemsWithoutFullStopsAreItemsBesideTheirNeighbours() {
        let page =
            filler("body", lines: 6, x: 40, y: 200, characters: 96)
            + [PrintedLine(text: "1. Pay for five years", x: 40, y: 300, font: bold)]
            + [PrintedLine(text: "2. Review the work at three", x: 40, y: 320, font: bold)]
        #expect(PrintedDocument([page]).blocks().map(\.kind) == [.paragraph, .listItem, .listItem])
    }

    @Test func aBoldNumberedSentenceIsNoHeading() {
        let page =
            [PrintedLine(text: "4. Boards should plan for the day they are gone.", x: 40, y: 180, font: bold)]
            + filler("body", lines: 6, x: 40, y: 200, characters: 96)
        #expect(texts(PrintedDocument([page]).blocks(), of: .heading).isEmpty)
    }

    @Test func numberedHeadingsStayHeadings() {
        let page =
            [PrintedLine(text: "1. Introduction.", x: 40, y: 180)]
            + filler("one", lines: 6, x: 40, y: 200, characters: 96)
            + [PrintedLine(text: "2. Sample of the study", x: 40, y: 300)]
            + filler("two", lines: 6, x: 40, y: 320, characters: 96)
            + [PrintedLine(text: "3. What was found.", x: 40, y: 420, font: bold)]
            + filler("three", lines: 6, x: 40, y: 440, characters: 96)
        #expect(
            texts(PrintedDocument([page]).blocks(), of: .heading) == [
                "1. Introduction.", "2. Sample of the study", "3. What was found.",
            ])
    }

    @Test func aQuotedSentenceInLargerTypeIsNoHeading() {
        let quotation = ["“You cannot pool money with people you have", "never had a cup of tea with.”"]
        let page =
            [PrintedLine(text: "Who holds the purse of the town", x: 40, y: 100, size: 20)]
            + filler("one", lines: 6, x: 40, y: 200) + printed(quotation, x: 40, y: 300, size: 12, font: "Times-Italic")
            + filler("two", lines: 6, x: 40, y: 360)
        #expect(PrintedDocument([page]).blocks().map(\.kind) == [.title, .paragraph, .paragraph, .paragraph])
    }

    /// Numbers apart from their text, as guidelines set their recommendations.
    private func numbered(_ numbers: [String], _ text: String) -> [PrintedLine] {
        numbers.enumerated().flatMap { index, number in
            let y = 200 + Float(index) * 40
            return [PrintedLine(text: number, x: 40, y: y)]
                + printed([text, "and goes on in a second line to its end."], x: 90, y: y)
        }
    }

    @Test func paragraphsNumberedApartAreItemsAndNoTable() {
        let page = numbered(["1.1.9", "1.1.10", "1.1.11"], "Offer the people of the town a nurse who")
        let blocks = PrintedDocument([page]).blocks()
        #expect(blocks.map(\.kind) == [.listItem, .listItem, .listItem])
        #expect(
            blocks.first?.text
                == "1.1.9 Offer the people of the town a nurse who and goes on in a second line to its end.")
    }

    @Test func aNumberedLineWithAColonLeadsInAndIsNoHeading() {
        func kinds(_ end: String) -> [BlockKind] {
            let page =
                [PrintedLine(text: "1.6.1 Measure the time of nurses" + end, x: 40, y: 200)]
                + filler("body", lines: 6, x: 40, y: 230)
            return PrintedDocument([page]).blocks().map(\.kind)
        }
        #expect(kinds("") == [.heading, .paragraph])
        #expect(kinds(":") == [.paragraph, .paragraph])
    }
}
