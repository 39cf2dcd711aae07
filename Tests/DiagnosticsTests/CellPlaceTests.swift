import Diagnostics
import JSON
import Testing

@Suite struct CellPlaceTests {
    @Test(arguments: [(1, "A1"), (26, "Z1"), (27, "AA1"), (52, "AZ1"), (702, "ZZ1"), (703, "AAA1"), (16_384, "XFD1")])
    func columnsHaveLetters(_ column: Int, _ name: String) {
        #expect(CellName(sheet: nil, row: 1, column: column).description == name)
    }

    @Test(arguments: [("Codes", "Codes!B3"), ("Start here", "'Start here'!B3"), ("Ann's", "'Ann''s'!B3")])
    func sheetsAreNamedAsSpreadsheetsNameThem(_ sheet: String, _ name: String) {
        #expect(CellName(sheet: sheet, row: 3, column: 2).description == name)
    }

    @Test func aCellIsShownLikeALine() throws {
        let cell = CellName(sheet: "Codes", row: 12, column: 8)
        let place = Place(file: "care.xlsx", line: 2, column: 14, length: 5, cell: cell)
        let diagnostic = Diagnostic.error("unknown-name", "unknown name $mony", at: place)
        #expect(place.textName == "care.xlsx: Codes!H12")
        #expect(
            diagnostic.rendered(source: "first\n$lack NEAR/4 $mony") == """
                care.xlsx: Codes!H12: error: unknown name $mony
                  H12 | $lack NEAR/4 $mony
                      |              ^^^^^
                """)
        var json = JSONWriter()
        diagnostic.write(to: &json)
        #expect(try decodeJSON(Diagnostic.self, from: json.bytes) == diagnostic)
    }

    @Test func ofALongLineThePartAroundTheCaretIsShown() {
        let line = String(repeating: "a", count: 5_000) + "(" + String(repeating: "b", count: 5_000)
        let diagnostic = Diagnostic.error("open", "never closed", at: Place(line: 1, column: 5_001, length: 1))
        let lines = diagnostic.rendered(source: line).split(separator: "\n")
        #expect(lines[1].count < 420)
        let caret = lines[2].distance(from: lines[2].startIndex, to: lines[2].firstIndex(of: "^")!)
        #expect(Array(lines[1])[caret] == "(")
    }
}
