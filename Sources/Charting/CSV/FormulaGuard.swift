/// Keeps text that begins like a formula from becoming one when a spreadsheet opens a CSV file.
///
/// An apostrophe before it makes it text in every spreadsheet. Texts that already begin with apostrophes
/// before such a beginning get one more, so that ``remove(from:)`` undoes it exactly.
enum FormulaGuard {
    static func add(to text: String) -> String {
        looksLikeFormula(text) ? "'" + text : text
    }

    static func remove(from text: String) -> String {
        text.utf8.first == UInt8(ascii: "'") && looksLikeFormula(text) ? String(text.unicodeScalars.dropFirst()) : text
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
