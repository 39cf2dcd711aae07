/// Keeps text that begins like a formula from becoming one when a spreadsheet opens a CSV file.
///
/// An apostrophe before it makes it text in every spreadsheet. Texts that already begin with apostrophes
/// before such a beginning get one more, so that ``remove(from:)`` undoes it exactly.
package enum FormulaGuard {
    /// - Parameter keepsValues: also keeps texts such as `1.10` and `3 May` from becoming numbers and dates: in files
    ///   that a person saves in a spreadsheet and gives back.
    package static func add(to text: String, keepsValues: Bool = false) -> String {
        isTaken(text, keepsValues) ? "'" + text : text
    }

    package static func remove(from text: String, keepsValues: Bool = false) -> String {
        text.utf8.first == UInt8(ascii: "'") && isTaken(text, keepsValues)
            ? String(text.unicodeScalars.dropFirst()) : text
    }

    private static func isTaken(_ text: String, _ keepsValues: Bool) -> Bool {
        looksLikeFormula(text)
            || keepsValues && looksLikeValue(String(String.UnicodeScalarView(text.unicodeScalars.drop { $0 == "'" })))
    }

    /// Spreadsheets skip spaces before a formula; some take full-width signs, a tab or a line break as a beginning.
    private static func looksLikeFormula(_ text: String) -> Bool {
        let core = text.unicodeScalars.drop { $0 == "'" }
        switch core.first {
        case "\t", "\r", "\n": return true
        default: break
        }
        switch core.first(where: { !$0.properties.isWhitespace }) {
        case "=", "+", "-", "@", "＝", "＋", "－", "＠": return true
        default: return false
        }
    }
}
