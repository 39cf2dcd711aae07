/// The fields as one record, with its line end; no field can become a formula in a spreadsheet.
package func csvRecord(_ fields: [String]) -> String {
    fields.map { csvField(FormulaGuard.add(to: $0)) }.joined(separator: ",") + "\r\n"
}

/// A field in quotes where it needs them.
func csvField(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { byte in
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
            || byte == UInt8(ascii: "\r")
    }
    guard needsQuotes else { return text }
    var quoted: [UInt8] = [UInt8(ascii: "\"")]
    for byte in text.utf8 {
        if byte == UInt8(ascii: "\"") { quoted.append(byte) }
        quoted.append(byte)
    }
    quoted.append(UInt8(ascii: "\""))
    return String(decoding: quoted, as: UTF8.self)
}
