import DocumentModel
import Testing

@testable import Reading

struct HTMLBlocksTests {
    @Test func readsTitleHeadingsParagraphsAndLists() {
        expect(
            """
            <title>Joint care | The Institute</title><h1>Joint care</h1><p>Teams <b>met</b>
              every week.<br>They sh<i>ar</i>ed records.</p>
            <h2>Barriers</h2><p>They named:</p><ul><li>Money<li><p>Staff:</p><ol><li>Nurses</ol></ul>
            <h3>In the north</h3>Loose text<div>and more</div>
            """,
            """
            title: Joint care
            paragraph: Teams met every week. They shared records.
            heading 1: Barriers
            paragraph [Barriers]: They named:
            list-item 1 [Barriers] (They named:): Money
            list-item 1 [Barriers] (They named:): Staff:
            list-item 2 [Barriers] (Staff:): Nurses
            heading 2 [Barriers]: In the north
            paragraph [Barriers > In the north]: Loose text
            paragraph [Barriers > In the north]: and more
            """)
    }

    @Test func keepsParagraphsOfAnItemTogether() {
        expect("<ul><li><p>Money</p><p>was short</p></li></ul>", "list-item 1: Money was short")
    }

    @Test func takesVeryLongItemsForParagraphs() {
        let paragraph = "<p>" + String(repeating: "Teams met every week. ", count: 40) + "</p>"
        #expect(read("<ul><li>\(paragraph)</li></ul>").blocks.map(\.kind) == [.listItem])
        let long = read("<ul><li>\(paragraph)\(paragraph)</li></ul>")
        #expect(long.blocks.map(\.kind) == [.paragraph, .paragraph])
    }

    @Test func takesItemsWithHeadingsForSections() {
        expect(
            "<ul><li><h3>North</h3><p>Money was short.</p><p>Trust grew.</p></li></ul>",
            "heading 1: North\nparagraph [North]: Money was short.\nparagraph [North]: Trust grew.")
    }

    @Test func readsQuotationsCaptionsTermsAndPreformattedText() {
        expect(
            """
            <blockquote><p>We never met.</p></blockquote><figure><img alt="x"><figcaption>Figure 1</figcaption></figure>
            <dl><dt>Barriers</dt><dd>Money</dd></dl><pre>Line one
            line two

            Next</pre>
            """,
            """
            quotation: We never met.
            caption: Figure 1
            paragraph: Barriers
            list-item 1 (Barriers): Money
            paragraph: Line one line two
            paragraph: Next
            """)
    }

    @Test func partsParagraphsAtTwoLineBreaks() {
        expect("<div>One<br>and a half<br> <br>Two</div>", "paragraph: One and a half\nparagraph: Two")
    }

    @Test func readsLinesWithMarksAsAList() {
        expect(
            "<p>They named:<br>• money<br>• staff who<br>stayed<br/>- trust</p><p>So:<br>1. Pay them.<br>2. Keep them.</p>",
            """
            paragraph: They named:
            list-item 1 (They named:): money
            list-item 1 (They named:): staff who stayed
            list-item 1 (They named:): trust
            paragraph: So:
            list-item 1 (So:): Pay them.
            list-item 1 (So:): Keep them.
            """)
        expect(
            "<p>12 High Street<br>- the old mill -<br>Northtown</p>",
            "paragraph: 12 High Street - the old mill - Northtown")
        expect("<ul><li>One<br>- two<br>- three</li></ul>", "list-item 1: One - two - three")
    }

    @Test func dropsWhatNobodySees() {
        let hidden = [
            "<script>var a</script>", "<style>p{}</style>", "<template>x</template>", "<noscript>x</noscript>",
            "<svg><title>x</title></svg>", "<span hidden>x</span>", "<i aria-hidden=\"true\">x</i>",
            "<span style=\"color: red; Display : none\">x</span>", "<input type=hidden value=x>", "<!-- x -->",
            "<select><option>x</option></select>",
        ]
        for element in hidden {
            let result = readDocument(Array("<p>Teams \(element)met every week.</p>".utf8), path: "test")
            #expect(outline(result.document) == "paragraph: Teams met every week.", "\(element)")
            #expect(result.letters == ["teamsmeteveryweek"], "\(element)")
        }
    }

    @Test func readsAPageThatIsHiddenAsAWhole() {
        expect("<body style=\"display:none\"><p>Teams met.</p></body>", "paragraph: Teams met.")
    }

    @Test func leavesOutSoftHyphensAndZeroWidthSpaces() {
        expect("<p>inte&shy;gra\u{200B}ted&nbsp; care \u{FEFF}here</p>", "paragraph: integrated care here")
    }

    @Test func resolvesReferencesThatTheParserDoesNot() {
        expect(
            "<p>&#147;Care&#x94; &ndash; &check; &Lstrok;&oacute;d&zacute; &ffilig;&hyphen; &amp;check; &nosuch; &LT;b>",
            "paragraph: “Care” – ✓ Łódź ﬃ‐ &check; &nosuch; <b>")
    }

    @Test func readsBelow256Levels() {
        let page = String(repeating: "<div>", count: 2000) + "<p>Deep down.</p>"
        #expect(read(page).text == "Deep down.")
    }

    @Test func tellsReferencesAndFootnotesApart() {
        expect(
            """
            <h2>Results</h2><p>Teams met.</p><div class="footnotes"><p>1. A note.</p></div>
            <h2>References</h2><ol><li>Lee A. Joint care. 2001.</li></ol>
            """,
            """
            heading 1: Results
            paragraph [Results]: Teams met.
            footnote [Results]: 1. A note.
            heading 1: References
            reference [References]: Lee A. Joint care. 2001.
            """)
    }

    @Test func namesTextBoxesByTheirHeadings() {
        expect(
            """
            <h1>Joint care</h1><h2>Barriers</h2><p>Money was short in all of the towns for all of the years.</p>
            <div class="text-box callout"><h3>What helped</h3><p>Trust.</p></div><p>Staff left.</p>
            """,
            """
            title: Joint care
            heading 1: Barriers
            paragraph [Barriers]: Money was short in all of the towns for all of the years.
            heading 2 [Barriers]: What helped
            paragraph [Barriers] (What helped): Trust.
            paragraph [Barriers]: Staff left.
            """)
    }

    @Test func saysThatAPageHasNoText() {
        let document = read("<html><body><img src=a.png></body></html>")
        #expect(document.status == .noText)
        #expect(document.diagnostics.map(\.identifier) == ["no-text"])
    }

    @Test func givesThePageAsLettersInTreeOrder() {
        let page = "<nav>Home</nav><p>Teams met 3 times – “often”.</p><table><tr><td>A</td><td>B</td></tr></table>"
        #expect(readDocument(Array(page.utf8), path: "test").letters == ["hometeamsmet3timesoftenab"])
    }

    @Test func readsNoMoreThanTheLimitAndSaysSo() {
        let bytes = Array("<p>Teams met.</p><p>Größe</p>".utf8)
        let document = readHTML(bytes, path: "test", sha256: "", limit: 23).document
        #expect(document.text == "Teams met.\n\nG")
        #expect(document.status == .partial)
        #expect(document.diagnostics.map(\.message) == ["only the first 23 of 31 bytes were read"])
    }

    @Test func callsADocumentWithUndecodableBytesPartlyRead() {
        let bytes = Array("<meta charset=utf-8><p>Teams met.</p>".utf8) + [0xFF]
        let document = readDocument(bytes, path: "test").document
        #expect(document.status == .partial)
        #expect(document.diagnostics.map(\.identifier) == ["undecodable-bytes"])
    }

    private func expect(
        _ page: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(outline(read(page)) == expected, sourceLocation: sourceLocation)
    }
}
