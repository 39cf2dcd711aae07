import DocumentModel
import Spreadsheets

extension ChartFormat {
    /// Two sheets: Chart, and Provenance with a row an item.
    static let xlsx = ChartFormat(
        name: "xlsx", writer: { try XLSXChartWriter(path: $0, settings: $1, summary: $2) }, reader: readXLSXChart)
}

final class XLSXChartWriter: ChartWriter {
    static let chartSheet = "Chart"

    private let workbook: XLSXWorkbook
    private let settings: ChartSettings
    private let marksStates: Bool
    private let chart: XLSXSheet
    private let provenance: ProvenanceSheet

    init(
        path: String, settings: ChartSettings, summary: ChartSummary, rowsPerSheet: Int = excelRows
    ) throws {
        self.settings = settings
        marksStates = summary.marksStates
        workbook = try XLSXWorkbook(path: path, title: settings.title)
        let lines = headLines(settings: settings, summary: summary)
        let columns = settings.columns.map { XLSXColumn(heading: $0.heading, width: width(of: $0)) }
        let head = XLSXHead(lines: lines, columns: columns, frozenColumns: frozenColumns(settings.columns))
        chart = try XLSXSheet(workbook: workbook, name: Self.chartSheet, head: head, rowsPerSheet: rowsPerSheet)
        provenance = try ProvenanceSheet(
            workbook: workbook, settings: settings, lines: lines, rowsPerSheet: rowsPerSheet)
    }

    func append(_ row: ChartRow) throws {
        let parts = zip(settings.columns, row.cells).map { column, cell in
            // No path is too long for a cell, and each row names its document.
            column.content == .file ? [cell.plainText] : CellParts.split(lines(of: cell), width: width(of: column))
        }
        let rows = parts.map(\.count).max() ?? 1
        for index in 0..<rows {
            try chart.append(
                zip(settings.columns, zip(row.cells, parts)).map { column, cell in
                    if index > 0, column.content == .status {
                        let mark = ContinuationMark(row: index + 1, count: rows)
                        return XLSXCell(value: .text(mark.text), isQuiet: true)
                    }
                    return self.cell(cell.0, parts: cell.1, row: index, column: column)
                })
        }
        for item in row.cells.flatMap(\.items) { try provenance.append(item, document: row.document) }
    }

    func finish() throws {
        try chart.finish()
        try provenance.finish()
        try workbook.close()
    }

    /// Fields are repeated in continuation rows, so that sorting and filtering keep the rows of a document together.
    private func cell(_ cell: ChartCell, parts: [String], row: Int, column: ChartColumn) -> XLSXCell {
        let isRepeated = row >= parts.count
        let text = isRepeated ? (column.category == nil ? parts[0] : "") : parts[row]
        var hasContent = false
        switch cell {
        case .text, .items: hasContent = true
        case .empty, .notApplicable, .notStated, .notRead: break
        }
        let isQuiet = isRepeated || row > 0 && column.category == nil || !hasContent
        if column.content == .field("year"), let year = Int(text), String(year) == text {
            return XLSXCell(value: .number(Double(year)), isQuiet: isQuiet)
        }
        return XLSXCell(value: .text(text), isQuiet: isQuiet)
    }

    private func lines(of cell: ChartCell) -> [String] {
        guard case .items(let items) = cell else { return [cell.plainText] }
        return items.map { ItemText.text(of: $0, marksState: marksStates) }
    }
}

private func headLines(settings: ChartSettings, summary: ChartSummary) -> [XLSXHead.Line] {
    let notes = [summary.caption] + settings.notes + [summary.legend, ChartSummary.emptyCells]
    return [
        XLSXHead.Line(text: settings.title, isTitle: true),
        XLSXHead.Line(text: summary.banner, isBanner: true),
        XLSXHead.Line(text: notes.joined(separator: " · ")),
    ]
}

/// In characters.
private func width(of column: ChartColumn) -> Int {
    switch column.content {
    case .field("authors"), .doiOrURL, .file: 20
    case .field("title"): 28
    case .field("year"): 11
    case .items: 46
    case .field, .documentDimension, .status: 15
    }
}

/// Columns up to the title stay in view, if that is near the left edge: more would leave no room for items.
private func frozenColumns(_ columns: [ChartColumn]) -> Int {
    let title = columns.firstIndex { $0.content == .field("title") } ?? 0
    return title <= 2 ? title + 1 : 1
}
