import Spreadsheets
import Testing

@Suite struct XLSXTextTests {
    @Test(arguments: [
        ("_x0041_", "_x005F_x0041_"), ("a\u{1}\rb", "a_x0001__x000D_b"), ("\u{FFFE}", "_xFFFE_"),
        ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"), ("_x41_ tab\t and\nline", "_x41_ tab\t and\nline"),
    ])
    func escapesAsSpreadsheetsDo(_ text: String, _ stored: String) {
        #expect(XLSXText.encode(text) == stored)
        #expect(XLSXText.decode(stored).unicodeScalars.elementsEqual(text.unicodeScalars))
    }

    @Test(arguments: [
        ("", 1), ("iiiiiiiiiiiiiiii", 1), ("WWWWWWWWWWWWWWWW", 3), ("one two three four", 2), ("a\nb\n", 3),
        (String(repeating: "n", count: 40), 4),
    ])
    func countsTheLinesOfACell(_ text: String, _ lines: Int) {
        #expect(LineBreaks.count(text, width: 10) == lines)
    }
}
