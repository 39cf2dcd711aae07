import DocumentModel
import Testing

@testable import Reading

/// Short statements stay in the main text wherever a page puts them.
struct HTMLStatementsTests {
    private static let sentence =
        "Teams in the two towns met every week and agreed to share the records of all patients."
    private static let text = String(repeating: "<p>\(sentence)</p>", count: 12)
    private static let list = "<h2>Recommendations</h2><ul><li>Train all staff.</li></ul>"

    private func kind(of statement: String, in page: String) -> BlockKind? {
        let document = read("<body>\(page)</body>")
        return outline(document).split(separator: "\n").firstIndex { $0.hasSuffix(statement) }.map {
            document.blocks[$0].kind
        }
    }

    @Test(arguments: [
        "<h1>Care</h1><div><div>\(text)</div><div>\(list)</div></div>",
        "<h1>Care</h1><div><article>\(text)</article></div><div>\(list)</div>",
        "<main><h1>Care</h1><section>\(text)</section><section>\(list)</section></main>",
        "<h1>Care</h1><div><div><div><div>\(text)</div></div></div></div><section>\(list)</section>",
    ])
    func keepsShortSectionsBesideTheLongestOne(page: String) {
        #expect(kind(of: "Train all staff.", in: page) == .listItem)
    }

    @Test(arguments: ["social-care", "consent", "follow-up", "sharing-information", "commentary", "ratings", "sidebar"])
    func keepsHeadedSectionsWhateverTheirIdIs(id: String) {
        let page = "<main><h1>Care</h1>\(Self.text)<section id=\"\(id)\">\(Self.list)</section></main>"
        #expect(kind(of: "Train all staff.", in: page) == .listItem)
    }

    @Test(arguments: ["subscription-costs", "advertising-the-service", "commenting", "follow-up", "credit"])
    func keepsStatementsInElementsWithIdsOfTopics(id: String) {
        let page = "<main><h1>Care</h1>\(Self.text)<div id=\"\(id)\"><p>Train all staff.</p></div></main>"
        #expect(kind(of: "Train all staff.", in: page) == .paragraph)
    }

    @Test func readsFoldedSectionsAndSaysHowMuchIsHidden() {
        let folded = "<div style=\"display:none\"><p>\(Self.sentence) Or not.</p></div>"
        let page = "<main><h1>Care</h1>\(Self.text)\(folded)<div hidden><p>Log in.</p></div></main>"
        #expect(kind(of: "Or not.", in: page) == .paragraph)
        #expect(kind(of: "Log in.", in: page) == .furniture)
        let document = read(page)
        #expect(document.diagnostics.map(\.identifier) == ["html-hidden-text"])
        #expect(document.status == .ok)
    }

    @Test func readsTextThatIsOnlyNotReadOut() {
        let page = "<main><h1>Care</h1>\(Self.text)<div aria-hidden=\"true\"><p>Fund nurses.</p></div></main>"
        #expect(kind(of: "Fund nurses.", in: page) == .paragraph)
        #expect(read(page).diagnostics.isEmpty)
    }

    @Test(arguments: [
        "<form><p>Fund nurses.</p></form>", "<p>Human rights reserved for all: Fund nurses.</p>",
        "<p>Image: Fund nurses.</p>", "<p><a href=\"/\">Fund nurses.</a></p>",
        "<ul><li>Pay more.</li><li><a href=\"/\">Fund nurses.</a></li></ul>",
    ])
    func keepsSentencesThatLookLikeWhatIsAroundText(part: String) {
        let kind = kind(of: "Fund nurses.", in: "<main><h1>Care</h1>\(part)\(Self.text)</main>")
        #expect(kind == .paragraph || kind == .listItem)
    }

    @Test func takesAShortStatementBelowTheTitleForNoByline() {
        let page = "<main><h1>Care</h1><p>Staff lack time</p>\(Self.text)</main>"
        #expect(kind(of: "Staff lack time", in: page) == .paragraph)
    }
}
