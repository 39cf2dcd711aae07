import DocumentModel
import Testing

@testable import Reading

struct TextTests {
    @Test func readsTitleHeadingsParagraphsAndLists() {
        expect(
            """
            Joint care in two towns

            Teams met every week. They shared
            records and went on for many years in both towns.

            2. Barriers

            They named these:
            - Money
              was short
            - Staff:
                * Nurses

            WHAT HELPED

            Trust grew.
            """,
            """
            title: Joint care in two towns
            paragraph: Teams met every week. They shared records and went on for many years in both towns.
            heading 1: 2. Barriers
            paragraph [2. Barriers]: They named these:
            list-item 1 [2. Barriers] (They named these:): Money was short
            list-item 1 [2. Barriers] (They named these:): Staff:
            list-item 2 [2. Barriers] (Staff:): Nurses
            heading 1: WHAT HELPED
            paragraph [WHAT HELPED]: Trust grew.
            """)
    }

    @Test func tellsNumberedItemsFromNumberedHeadings() {
        expect(
            "Title of it\n\nWe advise as follows.\n\n1. Share records\n\n2. Meet weekly\n\n3.1 Methods\n\nTeams met.",
            """
            title: Title of it
            paragraph: We advise as follows.
            list-item 1 (We advise as follows.): Share records
            list-item 1 (We advise as follows.): Meet weekly
            heading 2: 3.1 Methods
            paragraph [3.1 Methods]: Teams met.
            """)
    }

    @Test func doesNotTakeAWrappedNumberForAnItem() {
        expect(
            "The sum of beds in the north was\n12. It fell.", "paragraph: The sum of beds in the north was 12. It fell."
        )
    }

    @Test func readsMarkdownHeadingsAndUnderlines() {
        expect(
            "# Joint care\n\nBarriers\n========\nMoney was short.\n\n### In the north\n---\nStaff left.",
            """
            title: Joint care
            heading 1: Barriers
            paragraph [Barriers]: Money was short.
            heading 3 [Barriers]: In the north
            paragraph [Barriers > In the north]: Staff left.
            """)
    }

    @Test func removesALineEndHyphenWhenTheJoinedWordOccurs() {
        let document = read("Teams that offer integrated care met.\n\nThe inte-\ngrated teams were cost-\neffective.")
        #expect(document.text == "Teams that offer integrated care met.\n\nThe integrated teams were cost-effective.")
        #expect(document.joins == [Join(offset: 47, hyphen: "-")])
    }

    @Test func countsJoinsInCodePointsThroughAParagraph() {
        let document = read(
            "Größe of integrated coop-\nerative care. Inte-\ngrated inte-\ngrated. The cooperative met.")
        #expect(document.text == "Größe of integrated cooperative care. Integrated integrated. The cooperative met.")
        #expect(document.joins.map(\.offset) == [24, 42, 53])
    }

    @Test func partsPagesAtFormFeeds() {
        let document = read("Teams met every\n\u{0C}week for years.\n\nThey shared:\n\u{0C}Trust grew.\n\u{0C}")
        #expect(document.source.pages == 3)
        #expect(document.blocks.map(\.page) == [1, 2, 3])
        #expect(
            outline(document) == """
                paragraph: Teams met every week for years.
                paragraph: They shared:
                paragraph: Trust grew.
                """)
    }

    @Test func setsRunningHeadsApart() {
        let pages = ["Teams met", "every week", "for years."].enumerated().map { "Joint care \($0 + 1)\n\n\($1)\n" }
        expect(
            pages.joined(separator: "\u{0C}"),
            """
            furniture: Joint care 1
            paragraph: Teams met every week for years.
            furniture: Joint care 2
            furniture: Joint care 3
            """)
    }

    @Test func takesLongLinesForParagraphs() {
        let line = Array(repeating: "Teams met every week.", count: 7).joined(separator: " ")
        expect("\(line)\n\(line)", "paragraph: \(line)\nparagraph: \(line)")
    }

    @Test func marksContentsAndReferences() {
        expect(
            "Joint care\n\nBarriers ........ 14\nHelpers .... xi 2\n\nReferences\n\nLee A. Joint care. 2001.",
            """
            title: Joint care
            contents: Barriers ........ 14
            contents: Helpers .... xi 2
            heading 1: References
            reference [References]: Lee A. Joint care. 2001.
            """)
    }

    @Test func givesEachPageAsLetters() {
        let result = readDocument(Array("Page 1: co-\noperate\u{0C}Größe".utf8), path: "test")
        #expect(result.letters == ["page1cooperate", "größe"])
    }

    @Test func saysThatAFileHasNoText() {
        let document = read(" \n---\n")
        #expect(document.status == .noText)
        #expect(document.diagnostics.map(\.identifier) == ["no-text"])
    }

    private func expect(
        _ text: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(outline(read(text)) == expected, sourceLocation: sourceLocation)
    }
}
