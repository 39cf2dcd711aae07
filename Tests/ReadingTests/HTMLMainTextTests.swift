import DocumentModel
import Testing

@testable import Reading

/// What is told from a main text that is long enough to be beyond doubt.
struct HTMLMainTextTests {
    private static let sentence =
        "Teams in the two towns met every week and agreed to share the records of all patients."
    /// A text of some six paragraphs.
    private static let text = String(repeating: "<p>\(sentence)</p>", count: 6)

    /// What a page shows beside ``text`` and the title.
    private func rest(_ page: String) -> [String] {
        outline(read(page)).split(separator: "\n").map(String.init).filter { !$0.hasSuffix(Self.sentence) }
    }

    private func article(before: String = "", after: String = "") -> String {
        "<body><article><h1>Joint care</h1>\(before)\(Self.text)\(after)</article></body>"
    }

    @Test(arguments: [
        "<div class=\"byline\">Ann Lee</div>", "<p>By <span class=\"author\">Ann Lee</span></p>",
        "<div><time>3 May 2021</time></div>", "<span itemprop=\"datePublished\">3 May 2021</span>", "<p>5 min read</p>",
    ])
    func takesBylinesForFrontMatter(byline: String) {
        let kinds = read(article(before: byline)).blocks.prefix(3).map(\.kind)
        #expect(kinds == [.title, .frontMatter, .paragraph])
    }

    @Test func keepsTheStandfirstBelowTheTitle() {
        let first =
            "<div class=\"teaser-text\"><p>How two towns learned to share the records of their patients.</p></div>"
        #expect(read(article(before: first)).blocks.prefix(3).map(\.kind) == [.title, .paragraph, .paragraph])
    }

    @Test func takesNamedTextsOfImagesForCaptions() {
        let images = "<div class=\"photo-credit\">Ann Lee</div><figure><img alt=\"\">A street in the north</figure>"
        #expect(
            rest(article(after: images)) == ["title: Joint care", "caption: Ann Lee", "caption: A street in the north"])
    }

    @Test func keepsTablesAndQuotationsInFigures() {
        let figure = "<figure><blockquote>We never met.</blockquote></figure>"
        let table = "<figure><table><tr><th>Town</th></tr><tr><td>North</td></tr></table></figure>"
        #expect(rest(article(after: figure)).last == "quotation: We never met.")
        #expect(rest(article(after: table)).last == "table-row: Town=North")
    }

    @Test(arguments: [
        "<section class=\"comments\"><p>\(sentence) Says Bob.</p></section>",
        "<article><p>\(sentence) Says Bob.</p></article>",
        "<div class=\"author-bio\"><p>\(sentence) Says Bob.</p></div>", "<button>Says Bob.</button>",
        "<ul class=\"related-posts\"><li><a>A third town</a> \(sentence) Says Bob.</li></ul>", "<p>Advertisement</p>",
        "<p><a href=\"/\">Bob on records</a></p>", "<form><label>Says Bob.</label></form>",
    ])
    func takesWhatFollowsTheTextForFurniture(part: String) {
        let document = read(article(after: part))
        #expect(document.blocks.last?.kind == .furniture)
        #expect(document.blocks.dropLast().map(\.kind).contains(.furniture) == false)
    }

    @Test func takesCommentsForTheTextWhereThereIsNoOther() {
        let comments = "<h1>What do you think?</h1><div class=\"comments\">\(Self.text)</div>"
        #expect(!read(comments).blocks.map(\.kind).contains(.furniture))
    }

    @Test func takesLinksBelowTheTextForNavigation() {
        let links = "<h2>Read on</h2><ul><li><a>How a third town came to share its records</a></li></ul>"
        #expect(
            rest(article(after: links)) == [
                "title: Joint care", "furniture: Read on", "furniture: How a third town came to share its records",
            ])
    }

    @Test func keepsListsOfLinksBetweenParagraphs() {
        let links = "<ul><li><a>How a third town came to share its records</a></li></ul>"
        #expect(rest(article(before: links)).last == "list-item 1: How a third town came to share its records")
    }

    @Test func takesLinksWithinThePageForContents() {
        let contents = "<ul><li><a href=\"#one\">One</a></li><li><a href=\"#two\">Two</a></li></ul>"
        #expect(rest(article(before: contents)).dropFirst() == ["contents: One", "contents: Two"])
    }

    @Test func keepsSectionsBesideTheLongestOne() {
        let page = "<h1>Joint care</h1><div>\(Self.text)</div><div><h2>Outlook</h2><p>\(Self.sentence)</p></div>"
        #expect(outline(read(page)).hasSuffix("heading 1: Outlook\nparagraph [Outlook]: \(Self.sentence)"))
    }

    @Test func takesTheFrameOfThePageForFurniture() {
        let page =
            "<div>Open since 1990</div><div><div><div><div>\(article(after: Self.text + Self.text))</div></div></div></div>"
            + "<div><p>\(Self.sentence) We never sell <a>your data</a>.</p></div>"
        let kinds = read(page).blocks.map(\.kind)
        #expect(kinds.first == .furniture)
        #expect(kinds.last == .furniture)
    }

    @Test func findsTheTextThatThePageCallsItsBody() {
        let page = """
            <div><h1>Joint care</h1><div class="article-body">\(Self.text)</div>
            <div>Print<br>Listen</div><p>\(Self.sentence)</p></div>
            """
        #expect(rest(page).filter { !$0.hasPrefix("title") } == ["furniture: Print Listen"])
    }

    @Test func readsListsOfLinkedSummaries() {
        let summary = "<div><h2><a>News</a></h2><p><a>\(Self.sentence) \(Self.sentence) \(Self.sentence)</a></p></div>"
        let page = "<div>\(String(repeating: summary, count: 3))</div><ul><li><a>Imprint</a></li></ul>"
        #expect(
            read(page).blocks.map(\.kind) == [
                .heading, .paragraph, .heading, .paragraph, .heading, .paragraph, .furniture,
            ])
    }

    @Test func takesTheBodyOfAPageForNoFootnoteWhateverItIsCalled() {
        #expect(!read("<div class=\"fn-page\">\(Self.text)</div>").blocks.map(\.kind).contains(.footnote))
    }

    @Test(arguments: ["Related articles", "Lesen Sie auch:", "Leia também", "Share this", "À lire aussi"])
    func takesLabelsBelowWhatLeadsToOtherTextsForFurniture(lead: String) {
        let page = article(
            after: "<p>\(lead)</p><p><a>Sharing records</a> since May</p><p>Fund more nurses</p>")
        #expect(
            rest(page) == [
                "title: Joint care", "furniture: \(lead)", "furniture: Sharing records since May",
                "paragraph: Fund more nurses",
            ])
    }

    @Test func keepsASectionThatIsOnlyCalledLikeLinksToOtherTexts() {
        let page = article(after: "<h2>Related work</h2><p>\(Self.sentence)</p>")
        #expect(rest(page).contains("heading 1: Related work"))
    }

    @Test func keepsItemsThatBeginLikeLabels() {
        let list = "<h2>Next time</h2><ul><li>Share the key with all</li><li>Garlic, which needs nobody</li></ul>"
        #expect(
            rest(article(after: list)).dropFirst() == [
                "heading 1: Next time", "list-item 1 [Next time]: Share the key with all",
                "list-item 1 [Next time]: Garlic, which needs nobody",
            ])
    }

    @Test(arguments: ["recommendations", "shareholders", "benefits"])
    func keepsSectionsThatAreNamedForWhatTheySay(name: String) {
        let list =
            "<section class=\"\(name)\"><h2>Steps</h2><ul><li>Pay <a>the deputy</a> in advance</li></ul></section>"
        #expect(rest(article(after: list)).last == "list-item 1 [Steps]: Pay the deputy in advance")
    }

    @Test func takesLinesAboveTheTitleForFrontMatterOrFurniture() {
        let page = article().replacing("<h1>", with: "<p>Case study</p><p>Published 5 May 2021</p><h1>")
        #expect(rest(page) == ["furniture: Case study", "front-matter: Published 5 May 2021", "title: Joint care"])
    }

    @Test func takesRepetitionsOfTheTitleForFurniture() {
        let path = "<ul><li>Joint care</li></ul>"
        #expect(rest(article(after: path)) == ["title: Joint care", "furniture: Joint care"])
    }

    @Test func tellsCreditsAndLinesOfCopyrightFromText() {
        let lines = "<p>Photo: Ann Lee</p><p>© 2021 The Institute</p><p>The photo shows a street in the north.</p>"
        #expect(
            rest(article(after: lines)).dropFirst() == [
                "caption: Photo: Ann Lee", "furniture: © 2021 The Institute",
                "paragraph: The photo shows a street in the north.",
            ])
    }

    @Test func takesLinkedHeadingsThatHeadNothingForFurniture() {
        let page = article(before: "<h3><a>A third town</a></h3><h2>Results</h2>")
        #expect(rest(page) == ["title: Joint care", "furniture: A third town", "heading 1: Results"])
    }

    @Test func keepsAsidesInTheTextUnlessTheyAreLinks() {
        for element in ["<aside>*</aside>", "<div role=\"complementary\">*</div>"] {
            func last(_ content: String) -> String? {
                rest(article(before: element.replacing("*", with: content))).last
            }
            #expect(last("<h2>Key messages</h2><ul><li>Fund more nurses</li></ul>")?.hasSuffix("nurses") == true)
            #expect(last("Three towns") == "paragraph: Three towns")
            #expect(last("<p>See <a>how a third town came to share</a></p>")?.hasPrefix("furniture") == true)
        }
    }

    @Test func takesShorterArticlesBesideTheOneWithTheTitleForOtherTexts() {
        let paragraphs = String(repeating: "<p>\(Self.sentence)</p>", count: 4)
        let others = String(repeating: "<article><h2>Third town</h2>\(paragraphs)</article>", count: 4)
        let document = read("<div>\(article())\(others)</div>")
        #expect(
            document.blocks.map(\.kind) == [.title] + Array(repeating: .paragraph, count: 6)
                + Array(repeating: .furniture, count: 20))
    }

    @Test func keepsSectionsThatAreMarkedAsArticles() {
        let section = "<article><h2>Barriers</h2>\(Self.text)\(Self.text)</article>"
        #expect(!read("<div>\(article())\(section)\(section)</div>").blocks.map(\.kind).contains(.furniture))
    }
}
