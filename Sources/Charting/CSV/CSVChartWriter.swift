import DocumentModel
import Tables

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
