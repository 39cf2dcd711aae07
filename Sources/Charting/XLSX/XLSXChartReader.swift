import Diagnostics

/// Reads a chart that ``XLSXChartWriter`` wrote: the Chart sheet, held against the Provenance sheet.
func readXLSXChart(path: String, settings: ChartSettings, _ body: (ReadBackRow) throws -> Void) throws {
    let layout = ReadLayout(settings: settings, path: path)
    let sheet = try ChartSheetRows(of: XLSXChartWriter.chartSheet, in: path)
    try layout.check(headings: sheet.headings)
    var chart = ContinuedRows(sheet, markColumn: layout.status, path: path)
    var provenance = try ProvenanceRows(path: path)
    while let rows = try chart.next() {
        let row = try layout.row(of: try joined(rows, layout: layout))
        for statement in row.statements {
            let heading = layout.heading(of: statement.category)
            let found = try provenance.next()
            guard let found, found.document == row.document, found.category == heading,
                found.agrees(with: statement)
            else { throw disagreement(at: statement, of: row, path: path) }
        }
        try body(row)
    }
    guard try provenance.next() == nil else {
        throw FileError(path: path, message: "the Provenance sheet has more items than the chart")
    }
}

private func disagreement(at statement: ChartedStatement, of row: ReadBackRow, path: String) -> FileError {
    FileError(
        path: path,
        message: "\(row.document): item \(statement.number) of \(statement.category) differs in the Provenance sheet")
}

/// One row of what was split over several; fields are repeated in each.
private func joined(_ rows: [[String]], layout: ReadLayout) throws -> [String] {
    var cells = rows[0]
    for (index, _) in layout.items {
        let parts = rows.map { $0[index] }.prefix { !$0.isEmpty }
        guard parts.count > 1 else { continue }
        guard let cell = CellParts.join(Array(parts)) else {
            throw FileError(path: layout.path, message: "\(cells[layout.file]): a continuation row has no mark")
        }
        cells[index] = cell
    }
    return cells
}

/// The items of the Provenance sheet.
private struct ProvenanceRows {
    struct Item {
        var document: String
        var category: String
        var number: String
        var themes: String
        var statement: String
        var wording: String

        func agrees(with charted: ChartedStatement) -> Bool {
            number == String(charted.number) && ItemText.labels(in: themes) == charted.themes
                && (wording.isEmpty ? statement : markedWording(wording)).utf8.elementsEqual(charted.statement.utf8)
        }
    }

    private var rows: ContinuedRows
    private let path: String

    init(path: String) throws {
        self.path = path
        let sheet = try ChartSheetRows(of: ProvenanceSheet.name, in: path)
        guard sheet.headings == ProvenanceSheet.Column.allCases.map(\.heading) else {
            throw FileError(path: path, message: "the Provenance sheet has other headings")
        }
        rows = ContinuedRows(sheet, markColumn: ProvenanceSheet.Column.state.rawValue, path: path)
    }

    mutating func next() throws -> Item? {
        guard let group = try rows.next() else { return nil }
        let first = group[0]
        guard let statement = joined(.statement, of: group), let wording = joined(.wording, of: group) else {
            throw FileError(path: path, message: "a continuation row of the Provenance sheet has no mark")
        }
        return Item(
            document: first[.file], category: first[.category], number: first[.number], themes: first[.themes],
            statement: statement, wording: wording)
    }

    private func joined(_ column: ProvenanceSheet.Column, of group: [[String]]) -> String? {
        CellParts.join([group[0][column]] + group.dropFirst().map { $0[column] }.filter { !$0.isEmpty })
    }
}

extension [String] {
    fileprivate subscript(column: ProvenanceSheet.Column) -> String { self[column.rawValue] }
}
