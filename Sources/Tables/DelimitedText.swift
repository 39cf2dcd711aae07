package import Diagnostics

/// A row of a table in text form.
package struct DelimitedRow: Sendable, Hashable {
    /// 1-based line on which it begins.
    package var line: Int
    /// 1-based number of the row, as a spreadsheet counts; rows without content count too.
    package var number: Int
    package var fields: [String]
}

/// Reads a table after RFC 4180 with any delimiter and any line ends; rows without content are left out, fields are as
/// they stand.
///
/// A quote ends a field only before a delimiter or a line end, because people forget to double quotes. A quoted field
/// that never ends, or that another row's quotes would end, is cut at the end of its line, so that a lost quote costs
/// one row and not the rest of the table.
///
/// - Parameter file: path for the places of diagnostics.
package func delimitedRows(
    _ text: String, delimiter: UInt8, file: String
) -> (rows: [DelimitedRow], diagnostics: [Diagnostic]) {
    var reader = DelimitedReader(bytes: Array(text.utf8), delimiter: delimiter, file: file)
    var rows: [DelimitedRow] = []
    while let row = reader.next() {
        if row.fields.contains(where: { !isWhiteSpace($0) }) { rows.append(row) }
    }
    return (rows, reader.diagnostics)
}

/// The fields of the first row.
package func firstRow(_ text: String, delimiter: UInt8) -> [String] {
    var reader = DelimitedReader(
        bytes: Array(text.utf8), delimiter: delimiter, file: "")
    return reader.next()?.fields ?? []
}

private struct DelimitedReader {
    let bytes: [UInt8]
    let delimiter: UInt8
    let file: String
    private(set) var diagnostics: [Diagnostic] = []
    private var position = 0
    private var line = 1
    private var number = 0

    init(bytes: [UInt8], delimiter: UInt8, file: String) {
        self.bytes = bytes
        self.delimiter = delimiter
        self.file = file
    }

    mutating func next() -> DelimitedRow? {
        guard position < bytes.count else { return nil }
        number += 1
        var row = DelimitedRow(line: line, number: number, fields: [])
        while true {
            row.fields.append(readField())
            guard position < bytes.count, bytes[position] == delimiter else { break }
            position += 1
        }
        skipLineEnd()
        return row
    }

    private mutating func readField() -> String {
        let start = position
        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
            if let field = quotedField() { return field }
            diagnostics.append(
                .warning(
                    "unclosed-quote", "the quoted field has no end", at: Place(file: file, line: line),
                    help: "a quote ends before a delimiter or a line end; within a field it is written \"\""))
            position = bytes[start...].firstIndex(where: isLineEnd) ?? bytes.count
            return String(decoding: bytes[(start + 1)..<position], as: UTF8.self)
        }
        while position < bytes.count, bytes[position] != delimiter, !isLineEnd(bytes[position]) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// The field that begins with the quote at the position; nil if it has no end.
    private mutating func quotedField() -> String? {
        var field: [UInt8] = []
        var index = position + 1
        var passedLines = 0
        while index < bytes.count {
            let byte = bytes[index]
            let next = index + 1 < bytes.count ? bytes[index + 1] : UInt8(ascii: "\n")
            if byte == UInt8(ascii: "\"") {
                if next == delimiter || isLineEnd(next) {
                    position = index + 1
                    line += passedLines
                    return String(decoding: field, as: UTF8.self)
                }
                if next == UInt8(ascii: "\"") {
                    index += 1
                } else if passedLines > 0 {
                    return nil
                }
            }
            if byte == UInt8(ascii: "\n") || (byte == UInt8(ascii: "\r") && next != UInt8(ascii: "\n")) {
                passedLines += 1
            }
            field.append(byte)
            index += 1
        }
        return nil
    }

    private mutating func skipLineEnd() {
        guard position < bytes.count else { return }
        let isPair = bytes[position...].starts(with: "\r\n".utf8)
        position += isPair ? 2 : 1
        line += 1
    }
}

private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
}

private func isWhiteSpace(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
}
