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

    @Test func keepsShortTextBesideTheMainText() {
        let document = read(
            """
            <div><h2>News</h2><p>A fair.</p></div><div><h2>Care</h2><p>\(Self.prose)</p><p>\(Self.prose)</p></div>
            """)
        #expect(
            outline(document) == """
                heading 1: News
                paragraph [News]: A fair.
                heading 1: Care
                paragraph [Care]: \(Self.prose)
                paragraph [Care]: \(Self.prose)
                """)
    }

    @Test func keepsEverythingAroundTheOnlyLongItem() {
        let document = read(
            """
            <title>Joint care in towns</title><h1>Joint care in towns</h1><h2>Challenges</h2><ul>
            <li>Too little money, as the teams in both towns told us, and "no" time to ask for more of it</li>
            <li>=1+1 nurses</li><li>@x lack of staff</li><li>-x lack of time</li></ul><p>That is all.</p>
            """)
        #expect(
            outline(document) == """
                title: Joint care in towns
                heading 1: Challenges
                list-item 1 [Challenges]: \
                Too little money, as the teams in both towns told us, and "no" time to ask for more of it
                list-item 1 [Challenges]: =1+1 nurses
                list-item 1 [Challenges]: @x lack of staff
                list-item 1 [Challenges]: -x lack of time
                paragraph [Challenges]: That is all.
                """)
    }

    @Test func keepsAPageOfShortItemsOnly() {
        let document = read("<ul><li>Money</li><li>Staff</li></ul><ol><li>Trust</li></ol>")
        #expect(outline(document) == "list-item 1: Money\nlist-item 1: Staff\nlist-item 1: Trust")
    }

    @Test(arguments: ["Money was short.", prose])
    func keepsAPageOfHeadingsAndDefinitions(definition: String) {
        let document = read(
            """
            <h2>Barriers</h2><dl><dt>Funds</dt><dd>\(definition)</dd></dl>
            <h2>Enablers</h2><dl><dt>Trust</dt><dd>It grew.</dd></dl>
            """)
        #expect(
            outline(document) == """
                heading 1: Barriers
                paragraph [Barriers]: Funds
                list-item 1 [Barriers] (Funds): \(definition)
                heading 1: Enablers
                paragraph [Enablers]: Trust
                list-item 1 [Enablers] (Trust): It grew.
                """)
    }

    @Test func takesAPartThatIsMostlyLinksForNavigation() {
        // More of the page stands in links than outside of them.
        let links = String(repeating: "<p><a href=\"/\">How two towns came to share the records</a></p>", count: 8)
        let document = read(
            """
            <div><p>In short.</p><div><h2>News</h2><p>3 May</p>\(links)</div>
            <div><p>\(Self.prose)</p><p>\(Self.prose)</p></div></div>
            """)
        #expect(document.blocks.filter { $0.kind != .furniture }.map(\.kind) == [.paragraph, .paragraph, .paragraph])
        #expect(document.blocks.dropFirst().prefix(10).map(\.kind) == Array(repeating: .furniture, count: 10))
    }

    @Test func takesShortItemsThatAreLinksForNavigation() {
        let document = read(
            """
            <p>\(Self.prose)</p><ul><li><a href="/">Next page</a></li>
            <li><a href="/">How two towns came to share the records</a></li></ul>
            """)
        #expect(
            outline(document) == """
                paragraph: \(Self.prose)
                furniture: Next page
                list-item 1: How two towns came to share the records
                """)
    }

    @Test func takesTheHeadingThatThePageIsNamedByForTheTitle() {
        let document = read("<title>Joint care – Institute</title><h1>Institute</h1><h1>Joint care</h1><p>Text.</p>")
        #expect(outline(document) == "heading 1: Institute\ntitle: Joint care\nparagraph: Text.")
    }
}
