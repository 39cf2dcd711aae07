import Tables
import Testing

@Suite struct CSVTablesTests {
    private let table = Table(
        name: "Codes", columns: [Table.Column(heading: "Code", width: 10), Table.Column(heading: "Weight", width: 5)],
        rows: [[Table.Cell("a"), Table.Cell("1.5", isNumber: true)]])

    @Test func tablesStandBelowEachOtherUnderTheirNames() {
        var rules = table
        rules.name = "Rules"
        let text = String(decoding: csvFile([table, rules]), as: UTF8.self)
        #expect(
            text
                == "\u{FEFF}Sheet: Codes,\r\nCode,Weight\r\na,1.5\r\n,\r\nSheet: Rules,\r\nCode,Weight\r\na,1.5\r\n")
        let (sheets, diagnostics) = readCSVTables(Array(text.utf8), file: "f.csv")
        #expect(sheets.map(\.name) == ["Codes", "Rules"])
        #expect(sheets[1].rows.map(\.number) == [6, 7])
        #expect(diagnostics.isEmpty)
    }

    @Test(arguments: [",", ";", "\t"])
    func partsCellsByTheSignOfTheHeadings(_ sign: String) {
        let text =
            ["Dimension", "Code", "Brief"].joined(separator: sign) + "\r\n"
            + ["a", "\"b\(sign)b\"", "c"].joined(separator: sign)
        let (sheets, _) = readCSVTables(Array(text.utf8), file: "f.csv")
        #expect(sheets.first?.rows.last?.cells.map(\.text) == ["a", "b\(sign)b", "c"])
    }

    @Test func excelsLineNamesTheSign() {
        let (sheets, _) = readCSVTables(Array("sep=;\r\nCode,x;Brief\r\na;b\r\n".utf8), file: "f.csv")
        #expect(sheets.first?.rows.map { $0.cells.map(\.text) } == [["Code,x", "Brief"], ["a", "b"]])
        #expect(sheets.first?.rows.first?.number == 2)
    }

    @Test func readsWhatExcelSaves() {
        let legacy = Array("Code;Brief\r\ncaf".utf8) + [0xE9, 0x3B, 0x96, 0x0D, 0x0A]
        let (sheets, diagnostics) = readCSVTables(legacy, file: "f.csv")
        #expect(sheets.first?.rows.last?.cells.map(\.text) == ["café", "–"])
        #expect(diagnostics.map(\.identifier) == ["not-utf-8"])
        let units = Array("Code\tBrief\r\né\tb\r\n".utf16)
        let wide: [UInt8] = [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(readCSVTables(wide, file: "f.csv").sheets.first?.rows.last?.cells.map(\.text) == ["é", "b"])
    }

    @Test(arguments: [
        "1.10", "007", "3/4", "May 2020", "3 May", "2024-05-01", "12:30", "TRUE", "false", "50 %", "1e5", "=A1", "-x",
        "'=A1",
        "''1.10", "1,5", "$5", "(2)",
    ])
    func whatASpreadsheetWouldTakeIsGuarded(_ text: String) {
        #expect(FormulaGuard.add(to: text, keepsValues: true) == "'" + text)
        #expect(FormulaGuard.remove(from: "'" + text, keepsValues: true) == text)
    }

    @Test(arguments: ["word", "3 things matter", "Mayor 2020", "'tis", "it's", "", "truth", "no", "fund* (2)"])
    func textIsLeftAlone(_ text: String) {
        #expect(FormulaGuard.add(to: text, keepsValues: true) == text)
        #expect(FormulaGuard.remove(from: text, keepsValues: true) == text)
    }

    @Test func valuesAreOnlyGuardedWhereTheyComeBack() {
        #expect(FormulaGuard.add(to: "1.10") == "1.10")
        #expect(FormulaGuard.remove(from: "'1.10") == "'1.10")
    }
}
