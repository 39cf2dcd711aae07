package import Diagnostics

/// Several tables as one CSV file, below each other; `Sheet: Rules` stands above each, an empty row between them.
///
/// UTF-8 with a byte order mark, without which Excel would damage letters. Tables without rows are left out.
package func csvFile(_ tables: [Table]) -> [UInt8] {
    var text = "\u{FEFF}"
    for table in tables where !table.rows.isEmpty {
        let columns = table.columns.count
        if text.utf8.count > 3 { text += record([], columns: columns) }
        text += record([Table.Cell(CSVSheetMark.text(table.name))], columns: columns)
        text += record(table.columns.map { Table.Cell($0.heading) }, columns: columns)
        for row in table.rows { text += record(row, columns: columns) }
    }
    return Array(text.utf8)
}

// Rows of different lengths make some programs ask what the file is.
private func record(_ cells: [Table.Cell], columns: Int) -> String {
    csvRecord(cells + Array(repeating: Table.Cell(""), count: columns - cells.count))
}

/// The cells as one record, with its line end, for files that people save in a spreadsheet and give back: no text can
/// become a formula, a number or a date.
package func csvRecord(_ cells: [Table.Cell]) -> String {
    cells.map { $0.isNumber ? $0.text : csvField(FormulaGuard.add(to: $0.text, keepsValues: true)) }
        .joined(separator: ",") + "\r\n"
}

/// Reads the tables of a CSV file: those under `Sheet: …`, or the one that it holds.
///
/// The text may be UTF-8, UTF-16 or windows-1252, cells may be parted by commas, semicolons or tabs.
package func readCSVTables(_ bytes: [UInt8], file: String) -> (sheets: [Sheet], diagnostics: [Diagnostic]) {
    let decoded = decodedText(bytes)
    let (text, delimiter) = delimiter(of: decoded.text)
    let (rows, problems) = delimitedRows(text, delimiter: delimiter, file: file)
    var diagnostics = problems
    if let line = decoded.firstLegacyLine {
        diagnostics.append(
            .note(
                "not-utf-8", "the line is not UTF-8; it is read as windows-1252", at: Place(file: file, line: line),
                help: "save the file as 'CSV UTF-8' if letters look wrong"))
    }
    var sheets: [Sheet] = []
    for row in rows {
        let fields = row.fields.map { FormulaGuard.remove(from: $0, keepsValues: true) }
        if let name = CSVSheetMark.name(in: fields) {
            sheets.append(Sheet(name: name, isPart: true, rows: []))
            continue
        }
        if sheets.isEmpty { sheets.append(Sheet(name: nil, isPart: true, rows: [])) }
        let cells = fields.enumerated().map { SheetCell(column: $0.offset + 1, text: $0.element) }
        sheets[sheets.count - 1].rows.append(SheetRow(number: row.number, cells: cells))
    }
    return (sheets, diagnostics)
}

/// The row above a table that names it.
private enum CSVSheetMark {
    private static let beginning = "Sheet:"

    static func text(_ name: String) -> String { beginning + " " + name }

    /// The name in a row that holds nothing else.
    static func name(in fields: [String]) -> String? {
        guard let first = fields.first, first.lowercased().hasPrefix(beginning.lowercased()),
            fields.dropFirst().allSatisfy({ $0.allSatisfy(\.isWhitespace) })
        else { return nil }
        let name = first.dropFirst(beginning.count).drop { $0.isWhitespace }
        return String(name.reversed().drop { $0.isWhitespace }.reversed())
    }
}

/// What parts the cells: said by Excel's line `sep=;`, else the sign that stands most often outside of quotes in the
/// first line that has one.
///
/// - Returns: the sign, and the text without Excel's line.
private func delimiter(of text: String) -> (text: String, delimiter: UInt8) {
    let bytes = Array(text.utf8)
    if bytes.count >= 5, bytes.starts(with: Array("sep=".utf8)) {
        // The row still counts, as in a spreadsheet that shows it.
        let rest = bytes[5...].drop { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        return (String(decoding: rest, as: UTF8.self), bytes[4])
    }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in bytes {
        if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
        guard !isQuoted else { continue }
        if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
        if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r"), counts != [0, 0, 0] { break }
    }
    let most = counts.indices.reduce(0) { counts[$1] > counts[$0] ? $1 : $0 }
    return (text, candidates[most])
}
