import DocumentModel

extension ChartFormat {
    /// RFC 4180: UTF-8, records end in CRLF, line breaks inside a cell are LF, the first record has the headings.
    static let csv = ChartFormat(
        name: "csv", writer: { try CSVChartWriter(path: $0, settings: $1, summary: $2) }, reader: readCSVChart)
}

final class CSVChartWriter: ChartWriter {
    private let output: FileOutput
    private let marksStates: Bool

    init(path: String, settings: ChartSettings, summary: ChartSummary) throws {
        output = try FileOutput(path: path)
        marksStates = summary.marksStates
        try output.write(csvRecord(settings.columns.map(\.heading)))
    }

    func append(_ row: ChartRow) throws {
        try output.write(csvRecord(row.cells.map(text)))
    }

    func finish() throws {
        try output.close()
    }

    private func text(of cell: ChartCell) -> String {
        guard case .items(let items) = cell else { return cell.plainText }
        return items.map { ItemText.text(of: $0, marksState: marksStates) }.joined(separator: "\n")
    }
}

/// The fields as one record, with its line end; no field can become a formula in a spreadsheet.
package func csvRecord(_ fields: [String]) -> String {
    fields.map { csvField(FormulaGuard.add(to: $0)) }.joined(separator: ",") + "\r\n"
}

private func csvField(_ text: String) -> String {
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
