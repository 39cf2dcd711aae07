import Diagnostics
import Testing

@testable import Pipeline

@Suite struct ConfigurationTests {
    private let whole = """
        pipeline: What keeps gardens
        corpus:
          documents: [papers, "more/**/*.pdf"]
          references:
            - { path: gardens.ris, database: Shed Index }
            - plain.ris
          settled: settled.csv
        codebooks: [garden.yaml]
        read: { deadline: 2min, memory: 512MiB, ocr: true }
        chart:
          formats: [csv, html]
          columns: [author, { field: year, heading: Planted in }, aspect]
          category: aspect
          theme: domain
          authors: et-al
          sort: year
          per cell: 8
        evaluate:
          gold: { develop: [d.ndjson], report: [r.ndjson] }
          minimum: { domain.macro_f1: 0.7, aspect.strength.recall: 0.65 }
        output: results
        """

    @Test func readsAllThatARunNeeds() throws {
        let (configuration, diagnostics) = loadConfiguration(yaml: whole, file: "pipeline.yaml")
        #expect(diagnostics == [])
        let read = try #require(configuration)
        #expect(read.title == "What keeps gardens")
        #expect(read.documents.map(\.text) == ["papers", "more/**/*.pdf"])
        #expect(read.references.map(\.path.text) == ["gardens.ris", "plain.ris"])
        #expect(read.references.map(\.database) == ["Shed Index", nil])
        #expect(read.settled?.text == "settled.csv")
        #expect(read.read == ReadSettings(deadline: 120, memory: 512 << 20, ocr: true))
        #expect(read.chart.formats.map(\.name) == ["csv", "html"])
        #expect(read.chart.columns.map(\.field.text) == ["author", "year", "aspect"])
        #expect(read.chart.columns.map(\.heading) == [nil, "Planted in", nil])
        #expect(read.chart.authors == .etAl)
        #expect(read.chart.sort == .year)
        #expect(read.chart.perCell == 8)
        #expect(read.evaluate.develop.map(\.text) == ["d.ndjson"])
        #expect(read.evaluate.minimum.map(\.thousandths) == [700, 650])
        #expect(read.output == "results")
    }

    @Test(arguments: [
        ("output: results", "outptu: results", "unknown-key", 21),
        ("formats: [csv, html]", "formats: [csv, pdf]", "unknown-format", 11),
        ("authors: et-al", "authors: short", "unknown-authors", 15),
        ("sort: year", "sort: title", "unknown-sort", 16),
        ("deadline: 2min", "deadline: soon", "bad-quantity", 9),
        ("memory: 512MiB", "memory: 5MiB", "bad-quantity", 9),
        ("per cell: 8", "per cell: 0", "bad-count", 17),
        ("ocr: true", "ocr: sometimes", "bad-flag", 9),
        ("domain.macro_f1: 0.7", "domain.macro_f1: much", "bad-number", 20),
        ("{ path: gardens.ris, database: Shed Index }", "{ database: Shed Index }", "missing-key", 5),
        ("codebooks: [garden.yaml]", "codebooks: []", "missing-key", 1),
        ("formats: [csv, html]", "formats: []", "missing-key", 11),
        ("theme: domain", "theme: aspect", "same-dimension", 14),
        ("deadline: 2min", "deadline: 9223372036854775807s", "bad-quantity", 9),
    ])
    func saysWhatIsWrongAndWhere(_ right: String, _ wrong: String, _ identifier: String, _ line: Int) {
        let (configuration, diagnostics) = loadConfiguration(
            yaml: whole.replacing(right, with: wrong), file: "pipeline.yaml")
        #expect(configuration == nil)
        #expect(diagnostics.map(\.identifier) == [identifier])
        #expect(diagnostics.first?.place?.line == line)
        #expect(diagnostics.first?.help != nil)
    }

    @Test func takesAFormatOnceAndAByteOrderMarkNotAtAll() throws {
        let yaml = "\u{FEFF}" + whole.replacing("formats: [csv, html]", with: "formats: [html, csv, html]")
        let (configuration, diagnostics) = loadConfiguration(yaml: yaml, file: "pipeline.yaml")
        #expect(diagnostics == [])
        #expect(configuration?.chart.formats.map(\.name) == ["csv", "html"])
    }

    @Test func reportsAllErrorsInOneGo() {
        let broken = whole.replacing("sort: year", with: "sort: title").replacing("output:", with: "outptu:")
        #expect(loadConfiguration(yaml: broken, file: "p").diagnostics.count == 2)
    }
}
