import DocumentModel
import Testing

@testable import Reading

/// Short lines that look like headings or front matter and are none, and items without sisters on their page.
@Suite struct LayoutLabelTests {
    private let bold = "ABCDEF+Times-Bold"

    private func blocks(_ lines: [PrintedLine]) -> [ReadBlock] {
        PrintedDocument([
            filler("one", lines: 8, x: 40, y: 90, characters: 60) + lines
                + filler("two", lines: 8, x: 40, y: 400, characters: 60)
        ]).blocks()
    }

    @Test func whoSaidAQuotationIsNoHeading() {
        func headings(_ quotation: String, x: Float) -> [String] {
            texts(
                blocks([
                    PrintedLine(text: quotation, x: 76, y: 220),
                    PrintedLine(text: "Arden, nurse, Workshop", x: x, y: 250, font: bold),
                ]), of: .heading)
        }
        #expect(headings("“You cannot put it back together again.”", x: 230).isEmpty)
        #expect(headings("“You cannot put it back together again.”", x: 40) == ["Arden, nurse, Workshop"])
        #expect(headings("You cannot put it back together again.", x: 230) == ["Arden, nurse, Workshop"])
    }

    @Test func aPostalCodeIsNoHeading() {
        let address = [
            PrintedLine(text: "Library of the Town", x: 40, y: 220), PrintedLine(text: "SE1 8UG", x: 40, y: 240),
        ]
        #expect(texts(blocks(address), of: .heading).isEmpty)
        #expect(texts(blocks([PrintedLine(text: "THE LIBRARY", x: 40, y: 240)]), of: .heading) == ["THE LIBRARY"])
    }

    @Test func aDateBeforeItsSentenceIsNoHeading() {
        func page(_ lead: String) -> [ReadBlock] {
            let title = [PrintedLine(text: "Who holds the purse of the town", x: 40, y: 60, size: 20)]
            let text = [
                PrintedLine(text: lead, x: 40, y: 220, font: bold),
                PrintedLine(text: "We asked the nurses of both towns what", x: 48 + Float(lead.count) * 5, y: 220),
                PrintedLine(text: "they read, and they told us.", x: 40, y: 232),
            ]
            return PrintedDocument([title + filler("one", lines: 8, x: 40, y: 100, characters: 60) + text]).blocks()
        }
        #expect(texts(page("June 2022:"), of: .heading).isEmpty)
        #expect(texts(page("Methods:"), of: .heading) == ["Methods:"])
    }

    private let title = [PrintedLine(text: "Who holds the purse of the town", x: 40, y: 60, size: 20)]

    @Test func findingsBelowALabelAreNoFrontMatter() {
        func kinds(_ line: String) -> [BlockKind] {
            let box = [
                PrintedLine(text: "In short", x: 40, y: 120, font: bold), PrintedLine(text: line, x: 40, y: 140),
            ]
            let page = title + box + filler("one", lines: 8, x: 40, y: 200, characters: 60)
            return Array(PrintedDocument([page]).blocks().map(\.kind).prefix(3))
        }
        #expect(kinds("Those that went on had agreed before how to share losses.") == [.title, .heading, .paragraph])
        #expect(kinds("Institute of Care, Library of the Town, London.") == [.title, .frontMatter, .frontMatter])
    }

    @Test func aNoteToTheTextIsNoFrontMatter() {
        func kind(_ note: String) -> BlockKind? {
            let page =
                title + filler("one", lines: 8, x: 40, y: 200, characters: 60)
                + [PrintedLine(text: note, x: 40, y: 740, size: 8)]
            return PrintedDocument([page]).blocks().last?.kind
        }
        #expect(kind("1 The word is used here for any group of people who share a room.") == .footnote)
        #expect(kind("1 School of Nursing, Lunsworth College, Lunsworth, and Institute of Care.") == .frontMatter)
    }

    @Test func anItemCutByThePageCountsOnFromItsSisters() {
        func item(_ number: Int, y: Float) -> [PrintedLine] {
            [PrintedLine(text: "1.6.\(number)", x: 40, y: y)]
                + printed(
                    ["Offer the people of the town a nurse who", "and goes on in a second line to its end."], x: 90,
                    y: y)
        }
        func kinds(_ number: Int) -> [BlockKind] {
            let text = printed(["The nurses have made a list of all that helps in this, and"], x: 40, y: 300)
            let cut = [
                PrintedLine(text: "1.6.\(number)", x: 40, y: 330),
                PrintedLine(text: "Agree the aims of care with the people of the town and", x: 90, y: 330),
            ]
            let first = filler("one", lines: 4, x: 40, y: 90, characters: 64) + item(4, y: 240) + text + cut
            let second = printed(["of those who live beyond it, as the nurses say."], x: 90, y: 90)
            return PrintedDocument([first, second]).blocks().map(\.kind)
        }
        #expect(kinds(5).last == .listItem)
        #expect(kinds(8).last == .paragraph)
    }

    @Test func capitalLettersNumberNeighbours() {
        func kinds(_ second: String) -> [BlockKind] {
            blocks(
                printed(["A. The ambitions of both towns will have an effect on", "all of the nurses."], x: 40, y: 220)
                    + printed([second, "at the library of the town."], x: 40, y: 260)
            ).map(\.kind)
        }
        #expect(
            kinds("B. There is a need for one place where all may meet") == [
                .paragraph, .listItem, .listItem, .paragraph,
            ])
        #expect(kinds("M. Hale wrote of a need for one place where all may meet").allSatisfy { $0 == .paragraph })
    }

    @Test func itemsFullOfAddressesAreItems() {
        let items =
            printed(["The nurses asked for:"], x: 40, y: 220)
            + printed(["a list of the rooms of the town, such as"], x: 52, y: 240)
            + printed(["(https://example.org/rooms/of/the/town/in/which/one/may/talk)"], x: 52, y: 252, size: 9)
            + printed(["time for each other"], x: 52, y: 276)
        #expect(texts(blocks(items), of: .listItem).count == 2)
    }
}
