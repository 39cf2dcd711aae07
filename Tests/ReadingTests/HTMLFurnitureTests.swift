import DocumentModel
import Testing

@testable import Reading

struct HTMLFurnitureTests {
    private static let prose = "Teams in the two towns met every week and agreed to share the records of all patients."

    @Test(arguments: [
        "<nav><p>Around the text</p></nav>", "<footer>Around the text</footer>",
        "<header>Around the text</header>", "<div role=\"navigation\">Around the text</div>",
        "<div class=\"cookieBanner\">Around the text</div>", "<ul id=\"related-links\"><li>Around the text</li></ul>",
        "<section class=\"share_buttons\">Around the text</section>", "<aside>Around the text</aside>",
        "<div><div><a href=\"/\">Around the text</a></div></div>",
    ])
    func marksWhatIsAroundTheMainText(element: String) {
        let document = read(
            """
            <body>\(element)<article><h1>Joint care</h1><p>\(Self.prose)</p><p>\(Self.prose)</p></article></body>
            """)
        #expect(
            outline(document) == """
                furniture: Around the text
                title: Joint care
                paragraph: \(Self.prose)
                paragraph: \(Self.prose)
                """)
    }

    @Test(arguments: ["share", "related", "cookies", "social", "sidebar"])
    func keepsProseWhateverItsElementIsCalled(word: String) {
        let page = "<div class=\"\(word)\"><p>\(Self.prose)</p></div><p>\(Self.prose)</p><p>\(Self.prose)</p>"
        #expect(read(page).blocks.map(\.kind) == [.paragraph, .paragraph, .paragraph])
    }

    @Test func keepsAllTextOfAPageThatIsOneFooter() {
        #expect(outline(read("<footer><p>\(Self.prose)</p></footer>")) == "paragraph: \(Self.prose)")
    }

    @Test func keepsTextBesideTheMainTextAsFurniture() {
        let document = read(
            """
            <div><h2>News</h2><p>A fair.</p></div><div><h2>Care</h2><p>\(Self.prose)</p><p>\(Self.prose)</p></div>
            """)
        #expect(
            outline(document) == """
                furniture: News
                furniture: A fair.
                heading 1: Care
                paragraph [Care]: \(Self.prose)
                paragraph [Care]: \(Self.prose)
                """)
    }

    @Test func takesShortItemsThatAreLinksForNavigation() {
        let document = read(
            """
            <p>\(Self.prose)</p><ul><li><a href="/">Next page</a></li><li>No links</li>
            <li><a href="/">How two towns came to share the records</a></li></ul>
            """)
        #expect(
            outline(document) == """
                paragraph: \(Self.prose)
                furniture: Next page
                list-item 1: No links
                list-item 1: How two towns came to share the records
                """)
    }

    @Test func takesTheHeadingThatThePageIsNamedByForTheTitle() {
        let document = read("<title>Joint care – Institute</title><h1>Institute</h1><h1>Joint care</h1><p>Text.</p>")
        #expect(outline(document) == "heading 1: Institute\ntitle: Joint care\nparagraph: Text.")
    }
}
