import Codebooks
import Diagnostics
import DocumentModel
import Foundation
import Spreadsheets
import Tables
import Testing

/// Codebooks that people write in a spreadsheet.
struct SheetCodebookTests {
    @Test func fiveColumnsAreACodebook() throws {
        let codebook = try csvCodebook(
            """
            Dimension,Code,Brief,Look for,Examples
            category,barrier,What hinders.,"lack* NEAR/4 fund*
            delay* (2)","A lack of funds.
            They were delayed."
            category,help,What helps.,help*,It helped.
            """)
        #expect(codebook.id == "our-codes")
        let code = codebook.dimensions[0].codes[0]
        #expect(code.rules.map(\.id) == ["look-for-1", "look-for-2"])
        #expect(code.rules.map(\.weight) == [1000, 2000])
        #expect(code.rules[1].match?.sources == ["delay*"])
        #expect(testExamples(of: codebook).failures.isEmpty)
    }

    @Test func aSheetOfAnyNameHasTheCodes() throws {
        let rows = [["Code", "Dimension:", "look_for"], ["money", "theme", "fund*"]]
        let sheet = Sheet(
            name: "Tabelle1",
            rows: rows.enumerated().map { number, row in
                SheetRow(
                    number: number + 1,
                    cells: row.enumerated().map { SheetCell(column: $0.offset + 1, text: $0.element) })
            })
        let read = loadCodebook(sheets: [sheet], file: "x.xlsx")
        #expect(read.codebook?.dimensions.first?.codes.map(\.id) == ["money"])
        #expect(read.diagnostics.isEmpty)
    }

    @Test func namesBecomeIDsAndLabels() throws {
        let read = load(
            """
            Dimension,Code,Look for,Examples
            Level of care,Primary care,gp*,"The gp came.
            > codes: Level of care = Primary care"
            """)
        let dimension = try #require(read.codebook?.dimensions.first)
        #expect(dimension.id == "level-of-care" && dimension.label == "Level of care")
        #expect(dimension.codes[0].id == "primary-care" && dimension.codes[0].label == "Primary care")
        #expect(read.diagnostics.map(\.identifier) == ["made-id", "made-id"])
    }

    @Test func rowsWithoutKeysGoOnWithTheRowAbove() throws {
        let codebook = try csvCodebook(
            """
            Dimension,Code,Definition,Look for,Examples
            theme,,,,
            ,money,First.,fund*,One fund.
            ,,Second.,grant* (0.5),Two funds.
            ,people,,staff*,Staff left.
            """)
        let codes = codebook.dimensions[0].codes
        #expect(codes.map(\.id) == ["money", "people"])
        #expect(codes[0].definition == "First.\nSecond.")
        #expect(codes[0].rules.map(\.weight) == [1000, 500])
        #expect(codes[0].examples.map(\.passage.text) == ["One fund.", "Two funds."])
    }

    @Test func aLineIsARuleWithNameExpressionsAndWeight() throws {
        let codebook = try csvCodebook(
            """
            Dimension,Code,Look for,Under headings,But not
            theme,money,"costs: fund*; ""a; b""; price* (strong)
            grade (2) (1)
            (2)
            cost* (1,5)",heads: money,free
            """)
        let rules = codebook.dimensions[0].codes[0].rules
        #expect(rules.map(\.id) == ["heads", "costs", "look-for-2", "look-for-3", "look-for-4"])
        #expect(rules.map(\.weight) == [1000, 3000, 1000, 1000, 1500])
        #expect(rules[1].match?.sources == ["fund*", "\"a; b\"", "price*"])
        #expect(rules[2].match?.sources == ["grade (2)"])
        #expect(rules[3].match?.sources == ["(2)"])
        #expect(rules.allSatisfy { $0.unless?.sources == ["free"] })
    }

    @Test func linesBelowAnExampleGiveItsContext() throws {
        let codebook = try csvCodebook(
            #"""
            Dimension,Code,Look for,Examples
            theme,money,fund*,"The fund.
            > Heading: Costs
            > heading: In the first year
            > lead in: We list:
            > previous:
            > section: results
            > codes: theme = money
            Next fund,
            | in two lines.
            \> a fund"
            """#)
        let examples = codebook.dimensions[0].codes[0].examples
        let passage = examples[0].passage
        #expect(passage.headings == ["Costs", "In the first year"])
        #expect(passage.leadIn == "We list:" && passage.previous == "" && passage.section == .results)
        #expect(examples[0].codes == [DimensionCodes(dimension: "theme", codes: ["money"])])
        #expect(examples[1].passage.text == "Next fund,\nin two lines.")
        #expect(examples[2].passage.text == "> a fund")
        #expect(examples[2].passage.id == "theme.money.example-3")
    }

    @Test func longListsGoOnInFurtherRows() throws {
        let texts = (0..<3000).map { "Fund number \($0) was spent." }
        let yaml =
            "codebook: a\ndimensions:\n  - dimension: theme\n    codes:\n      - code: money\n        rules:\n"
            + "          - match: fund*\n        examples:\n" + texts.map { "          - \($0)\n" }.joined()
        let original = try codebook(yaml)
        let (tables, problems) = tables(of: original)
        #expect(problems.isEmpty)
        #expect(tables[0].rows.count == 3)
        #expect(tables[0].rows.allSatisfy { $0.allSatisfy { $0.text.utf16.count <= Table.longestCell } })
        let read = readCSVTables(csvFile(tables), file: "a.csv")
        #expect(loadCodebook(sheets: read.sheets, file: "a.csv").codebook?.comparable() == original.comparable())
    }

    @Test(arguments: [
        (String(repeating: "long ", count: 7_000), "long-cell"), ("a\rb", "control-character"),
        ("bell \u{7}", "control-character"),
    ])
    func whatNoSpreadsheetKeepsIsRefused(_ brief: String, _ identifier: String) {
        let place = Place(file: "a.yaml", line: 7)
        let code = Code(id: "money", brief: brief, place: place)
        let codebook = Codebook(id: "a", dimensions: [Dimension(id: "theme", codes: [code])])
        let (tables, diagnostics) = tables(of: codebook)
        #expect(tables.isEmpty)
        #expect(diagnostics.map(\.identifier) == [identifier])
        #expect(diagnostics.first?.place == place)
    }

    @Test func whatIsNoCodebookIsSaidInFewWords() {
        let rows = String(repeating: "a,b c,x (\n", count: 2_000)
        let wrong = load("Dimension,Code,Look for\n" + rows)
        #expect(wrong.codebook == nil)
        #expect(wrong.diagnostics.count == 201 && wrong.diagnostics.last?.identifier == "more-findings")
        let long = load("Dimension,Code,Look for\ntheme,money,\"" + String(repeating: ";", count: 40_000) + "\"\n")
        #expect(long.diagnostics.map(\.identifier).contains("long-cell"))
        let large = load("Dimension,Code,Look for\n" + String(repeating: "a,b,c\n", count: 170_000))
        #expect(large.diagnostics.map(\.identifier) == ["too-large"])
    }

    @Test func rulesKeepTheirOrder() throws {
        // What follows a rule that only the sheet Rules can say goes there too.
        let original = try codebook(
            """
            codebook: a
            dimensions:
              - dimension: theme
                codes:
                  - code: money
                    rules:
                      - { rule: heads, under: money }
                      - { rule: one, match: fund* }
                      - { rule: two, match: grant*, not in: methods }
                      - { rule: three, match: price* }
            """)
        let tables = tables(of: original).tables
        #expect(tables[0].rows[0][7].text == "one: fund*\n(more in the sheet Rules)")
        #expect(tables[1].rows.map { $0[2].text } == ["two", "three"])
    }

    // MARK: What LibreOffice saves

    /// `libreoffice.xlsx` is the workbook of `libreoffice.yaml` as LibreOffice saved it; the note beside it says how.
    @Test(arguments: ["libreoffice.xlsx", "libreoffice.csv"])
    func whatLibreOfficeSavedIsTheSameCodebook(_ name: String) throws {
        let yaml = try String(contentsOf: fixtures.appending(path: "libreoffice.yaml"), encoding: .utf8)
        let original = try codebook(yaml)
        let path = fixtures.appending(path: name).path()
        let sheets =
            name.hasSuffix("xlsx")
            ? try readWorkbook(path)
            : readCSVTables(Array(try Data(contentsOf: URL(filePath: path))), file: name).sheets
        let read = loadCodebook(sheets: sheets, file: name)
        #expect(read.diagnostics.isEmpty, "\(read.diagnostics.map { $0.rendered() })")
        let isSame = read.codebook?.comparable().codePoints == original.comparable().codePoints
        #expect(isSame)
    }

    // MARK: What is wrong

    /// Each broken table in Fixtures/sheets gives the messages in the `.txt` beside it.
    @Test(arguments: [
        "columns", "missing-columns", "expressions", "ids", "rules", "examples", "settings", "sheets",
        "exceptions-alone",
        "no-rows", "no-headings", "windows",
    ])
    func saysWhatIsWrongInWhichCell(_ name: String) throws {
        let bytes = Array(try Data(contentsOf: fixtures.appending(path: name + ".csv")))
        let (sheets, problems) = readCSVTables(bytes, file: name + ".csv")
        let read = loadCodebook(sheets: sheets, file: name + ".csv", diagnostics: problems)
        #expect(read.diagnostics.hasErrors == (read.codebook == nil))
        let found =
            read.diagnostics.map { diagnostic in
                diagnostic.rendered(source: diagnostic.place?.textName.flatMap { read.sources[$0] })
            }.joined(separator: "\n\n") + "\n"
        let golden = fixtures.appending(path: name + ".txt")
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try found.write(to: golden, atomically: true, encoding: .utf8)
        }
        #expect(try found == String(contentsOf: golden, encoding: .utf8))
    }

    @Test func cellsOfAWorkbookAreNamedWithTheirSheet() {
        let row = SheetRow(
            number: 1, cells: [SheetCell(column: 1, text: "Dimension"), SheetCell(column: 2, text: "Code")])
        let broken = SheetRow(
            number: 12,
            cells: [SheetCell(column: 1, text: "theme"), SheetCell(column: 2, text: "#NAME?", problem: .errorValue)])
        let read = loadCodebook(sheets: [Sheet(name: "Codes", rows: [row, broken])], file: "a.xlsx")
        let messages = read.diagnostics.map { $0.rendered() }
        #expect(messages.contains { $0.hasPrefix("a.xlsx: Codes!B12: error: the formula in this cell has an error") })
    }

    private let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/sheets")

    private func load(_ csv: String) -> SheetCodebook {
        loadCodebook(sheets: readCSVTables(Array(csv.utf8), file: "Our codes.csv").sheets, file: "Our codes.csv")
    }

    /// The codebook in a CSV file that has no errors and no warnings.
    private func csvCodebook(_ csv: String) throws -> Codebook {
        let read = load(csv)
        try #require(read.diagnostics.isEmpty, "\(read.diagnostics.map { $0.rendered() })")
        return try #require(read.codebook)
    }
}
