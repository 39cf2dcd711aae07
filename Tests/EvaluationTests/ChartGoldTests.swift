import Codebooks
import Diagnostics
import DocumentModel
import Testing

@testable import Evaluation

@Suite struct ChartGoldTests {
    private static let codebook = Codebook(
        id: "gardens",
        dimensions: [
            Dimension(id: "aspect", codes: [Code(id: "help", label: "Helps"), Code(id: "harm", label: "Harms")]),
            Dimension(id: "domain", codes: [Code(id: "soil", aliases: ["earth"]), Code(id: "people")]),
        ])

    private func read(_ text: String) -> (documents: [ChartGoldDocument], diagnostics: [Diagnostic]) {
        readChartGold(text, file: "chart.ndjson", category: "aspect", theme: "domain", codebooks: [Self.codebook])
    }

    @Test func readsDocumentsWithTheirItems() throws {
        let (documents, diagnostics) = read(
            """
            {"id": "a", "authors": ["Ada Okafor", "Green Yards"], "year": 2017, "title": "Beds", "database": null, \
            "study_type": "Survey", "note": 3, "items": [{"category": "Helps", "theme": ["earth", "people"], "text": "Rain."}]}

            {"id": "b", "year": "2018", "items": []}
            """)
        #expect(diagnostics == [])
        let first = try #require(documents.first)
        #expect(documents.map(\.id) == ["a", "b"])
        #expect(first.metadata.firstAuthor == PersonName(family: "Ada Okafor"))
        #expect(first.metadata.fields.map(\.name) == ["authors", "year", "title", "study_type"])
        #expect(documents.map { $0.metadata.text("year") } == ["2017", "2018"])
        let item = try #require(first.coded.codings.first)
        #expect(item.statement == "Rain." && item.state == .added && item.charted == .yes)
        #expect(item.codes.codes(in: "aspect") == ["help"] && item.codes.codes(in: "domain") == ["soil", "people"])
    }

    @Test func anItemWithoutAKnownThemeIsReportedAndNotCharted() {
        let line = #"{"id": "a", "items": [{"category": "help", "theme": "weather", "text": "Rain."}]}"#
        let (documents, diagnostics) = read(line + "\n" + line)
        #expect(diagnostics.map(\.identifier) == ["unknown-code"])
        #expect(
            documents.map { $0.coded.codings.map(\.charted) } == Array(repeating: [.no(reason: "no domain")], count: 2))
    }

    @Test func reportsLinesThatAreNoDocument() {
        let (documents, diagnostics) = read("{\"id\": \"a\"}\n{\"id\": \"b\", \"items\": []}\n")
        #expect(documents.map(\.id) == ["b"])
        #expect(diagnostics.map(\.identifier) == ["missing-key"])
        #expect(diagnostics.first?.place == Place(file: "chart.ndjson", line: 1))
    }
}
