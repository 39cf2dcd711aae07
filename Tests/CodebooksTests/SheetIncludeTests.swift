import Codebooks
import Diagnostics
import Spreadsheets
import Tables
import Testing

/// Codebooks that share terms stay so as spreadsheets.
struct SheetIncludeTests {
    private let yaml = """
        codebook: test
        include: [shared/soil.yaml, shared/more soil.yaml]
        terms:
          own: dew
        dimensions:
          - dimension: theme
            codes:
              - code: a
                rules:
                  - match: $soil NEAR/3 $own
        """

    private func read(_ path: String) -> IncludedFile {
        switch path {
        case "books/shared/soil.yaml": .text("terms:\n  soil: [soil, loam]\n")
        case "books/shared/more soil.yaml": .text("terms: {mud: mud}")
        default: .missing
        }
    }

    private func original() throws -> Codebook {
        try #require(loadCodebook(yaml: yaml, file: "books/test.yaml", include: read).codebook)
    }

    private func sheets(of codebook: Codebook) -> [Sheet] {
        readCSVTables(csvFile(tables(of: codebook).tables), file: "x.csv").sheets
    }

    @Test func includedTermsStayInTheirFiles() throws {
        let original = try original()
        #expect(original.terms.map(\.isIncluded) == [true, true, false])
        let terms = try #require(tables(of: original).tables.first { $0.name == "Terms" })
        #expect(terms.rows.map { $0[0].text } == ["own"])
        let loaded = loadCodebook(
            sheets: sheets(of: original), file: "x.csv", yaml: "books/new.yaml", include: read)
        #expect(loaded.diagnostics.isEmpty)
        let codebook = try #require(loaded.codebook)
        #expect(codebook.comparable() == original.comparable())
        #expect(codebook.yaml == original.yaml)
    }

    @Test func whatIsWrittenIncludesTheFilesAgain() throws {
        let original = try original()
        #expect(!original.yaml.contains("loam"))
        let again = loadCodebook(yaml: original.yaml, file: "books/other.yaml", include: read)
        #expect(again.diagnostics.isEmpty)
        #expect(again.codebook?.comparable() == original.comparable())
    }

    @Test func filesAreLookedForFromTheFolderOfTheYAMLFile() throws {
        let loaded = loadCodebook(sheets: sheets(of: try original()), file: "x.csv", yaml: "new.yaml", include: read)
        #expect(loaded.codebook == nil)
        // Names of files that are not there are not held against the expressions.
        #expect(loaded.diagnostics.map(\.identifier) == ["missing-include", "missing-include"])
        #expect(loaded.diagnostics.first?.message == "there is no file 'shared/soil.yaml' to include")
        #expect(loaded.diagnostics.first?.place?.cell != nil)
        #expect(loaded.diagnostics.first?.help?.contains("new.yaml") == true)
    }
}
