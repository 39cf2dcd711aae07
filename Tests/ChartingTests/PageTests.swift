import DocumentModel
import Testing

@testable import Charting

@Suite struct PageTests {
    @Test func marksTheWordsThatDecided() throws {
        let page = try page(SchoolGardens.rows)
        #expect(page.contains("A <mark>tap</mark> near the beds, <mark>paid</mark> by the council"))
        #expect(page.contains("What <mark>helped</mark> and hindered"))
    }

    @Test func linksPagesAndTheWebAndNothingElse() throws {
        let page = try page(SchoolGardens.rows)
        #expect(page.contains(#"href="../documents/raised%20beds.pdf#page=3""#))
        #expect(page.contains(#"href="https://doi.org/10.5555/beds.7""#))
        let metadata = SchoolGardens.metadata(("url", .text("javascript:alert(1)")))
        let row = chartRow(
            path: "a.pdf", status: .ok, metadata: metadata, coded: CodedDocument(), settings: SchoolGardens.settings)
        let hostile = try self.page([row])
        #expect(hostile.contains("javascript:alert(1)"))
        #expect(!hostile.contains("href=\"javascript"))
    }

    @Test func documentTextIsNeverMarkup() throws {
        let settings = SchoolGardens.settings
        let coding = SchoolGardens.passage(
            1, "<script>alert(1)</script><img src=x onerror=alert(1)>", influences: ["help"], domains: ["soil"])
        let row = chartRow(
            path: "\"><script>.pdf", status: .ok, metadata: SchoolGardens.metadata(("title", .text("<b onclick=x>"))),
            coded: CodedDocument(codings: [coding]), settings: settings)
        let page = try page([row])
        #expect(!page.contains("<script"))
        #expect(!page.contains("<img"))
        #expect(!page.contains("<b "))
    }

    @Test func saysThatItIsADraftOnScreenAndOnEveryPrintedPage() throws {
        let page = try page(SchoolGardens.rows)
        let banner = "Rule-coded draft: 1 of 4 items checked by a person</"
        #expect(page.split(separator: banner).count == 3)
    }

    @Test func mergesWordsThatOverlap() {
        var passage = SchoolGardens.passage(
            1, "long dry summer", influences: ["help"], domains: ["soil"],
            words: [("long dry", "soil"), ("dry summer", "soil"), ("long", "soil"), ("dry", "money")])
        passage.headings = []
        let item = ChartItem(number: 1, category: "help", themes: ["Soil"], passage: passage)
        let evidence = Evidence(item: item, settings: SchoolGardens.settings)
        #expect(evidence.spans(in: .text, of: passage.statement) == [0..<15])
        #expect(evidence.words == "long dry summer")
        #expect(evidence.rules == "help: under-help; soil: soil-words, soil-words, soil-words")
    }

    private func page(_ rows: [ChartRow]) throws -> String {
        String(decoding: try withChart(of: rows, as: .html, bytes), as: UTF8.self)
    }
}
