import DocumentModel
import Testing

@testable import Charting

@Suite struct DocumentPathTests {
    private static let formats = ChartFormat.all.map(\.name)
    /// More than a cell holds, so that its row goes on in others.
    private static let long = String(repeating: "Word after word, ", count: 2_400)

    @Test(arguments: formats)
    func documentsOfOnePathStayApart(_ name: String) throws {
        let rows = [
            row("same.pdf", ["Rain"]), row("same.pdf", ["Rain"]), row("same.pdf", [Self.long, "Rain"]),
            row("same.pdf", [Self.long]), row("same.pdf", []), row("same.pdf", []), row("caf\u{E9}", ["Sun"]),
            row("cafe\u{301}", ["Sun"]),
        ]
        #expect(try read(rows, as: name) == rows.map(\.readBack))
    }

    @Test(arguments: formats)
    func controlsInPathsAndFieldsBreakNothing(_ name: String) throws {
        let texts = [
            "two\nlines.pdf", "\nfirst.pdf", "last.pdf\n", "\n", "\u{1B}[31mred.pdf", "\r\n", "a\r\nb.pdf", "\t", " a ",
            "\n## heading", "\n- **File:** other.pdf", "a\n1) Soil - no item", "\u{301}", "continued, row 2 of 2",
            "\u{0}", "\u{85}\u{2028}",
        ]
        let settings = settings(texts: texts)
        let rows = texts.flatMap { text in
            [.ok, .damaged].map { status in row(text, status == .ok ? ["Rain"] : [], status: status, settings: settings)
            }
        }
        let found = try read(rows, as: name, settings: settings)
        #expect(found == rows.map(\.readBack))
        for (found, row) in zip(found, rows) {
            #expect(found.document.utf8.elementsEqual(row.document.utf8), "\(row.document.debugDescription)")
        }
    }

    @Test(arguments: formats)
    func chartsWithTheirFileColumnElsewhereReadBack(_ name: String) throws {
        let settings = settings(columns: [
            .field("status", heading: "File"), .field("file", heading: "Report"), .field("title", heading: "Report"),
            .items("help", heading: "Help", dimension: "influence"),
        ])
        let rows = ["a.pdf", "b.pdf"].map { row($0, [Self.long, "Rain"], settings: settings) }
        #expect(try read(rows, as: name, settings: settings) == rows.map(\.readBack))
    }

    @Test(arguments: [("continued, row 2 of 3", 2, 3), ("continued, row 12 of 14", 12, 14)])
    func readsContinuationMarks(_ text: String, _ row: Int, _ count: Int) {
        #expect(ContinuationMark(text) == ContinuationMark(row: row, count: count))
        #expect(ContinuationMark(row: row, count: count).text == text)
    }

    @Test(arguments: [
        "ok", "", "continued, row ", "continued, row 2", "continued, row x of 3", "Continued, row 2 of 3",
    ])
    func otherTextsAreNoContinuationMarks(_ text: String) {
        #expect(ContinuationMark(text) == nil)
    }

    private func read(
        _ rows: [ChartRow], as name: String, settings: ChartSettings = SchoolGardens.settings
    ) throws -> [ReadBackRow] {
        let format = try #require(ChartFormat.named(name))
        return try withChart(of: rows, as: format, settings: settings) { path in
            try readAll(format, path, settings: settings)
        }
    }

    private func settings(texts: [String] = [], columns: [ChartColumn]? = nil) -> ChartSettings {
        ChartSettings(
            title: "Gardens" + texts.joined(), notes: texts,
            columns: columns ?? [
                .field("author"), .field("title"), .field("doi or url"), .field("place", heading: "Place\nof\u{1B} it"),
                .items("help", heading: "What\nhelped\u{1B}", dimension: "influence"),
            ],
            categoryDimension: "influence", themeDimension: "domain", themes: [("soil", "Soil\nand\u{1B} water")],
            hasReferences: true, documentBase: "../")
    }

    /// - Parameter path: also the reason and every field of the document.
    private func row(
        _ path: String, _ statements: [String], status: DocumentStatus = .ok,
        settings: ChartSettings = SchoolGardens.settings
    ) -> ChartRow {
        chartRow(
            path: path, status: status, reason: path,
            metadata: SchoolGardens.metadata(
                ("authors", .names([PersonName(given: path, family: path)])), ("title", .text(path)),
                ("doi", .text(path)), ("place", .text(path))),
            coded: CodedDocument(
                codings: statements.map {
                    SchoolGardens.passage(1, $0, influences: ["help"], domains: ["soil"])
                }),
            settings: settings)
    }
}
