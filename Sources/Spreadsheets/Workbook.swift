import Diagnostics
package import Tables

/// Writes tables as the sheets of a new workbook.
///
/// - Throws: ``FileError`` when the file cannot be written.
package func writeWorkbook(_ tables: [Table], title: String, to path: String) throws {
    let workbook = try XLSXWorkbook(path: path, title: title)
    for table in tables {
        let lines = table.notes.enumerated().map { XLSXHead.Line(text: $0.element, isTitle: $0.offset == 0) }
        let columns = table.columns.map { XLSXColumn(heading: $0.heading, width: $0.width) }
        let head = XLSXHead(lines: lines, columns: columns, frozenColumns: table.frozenColumns)
        let sheet = try XLSXSheet(workbook: workbook, name: table.name, head: head, rowsPerSheet: excelRows)
        for row in table.rows { try sheet.append(row.map(cell)) }
        try sheet.finish()
    }
    try workbook.close()
}

private func cell(_ cell: Table.Cell) -> XLSXCell {
    if cell.isNumber, let number = Double(cell.text) { return XLSXCell(value: .number(number)) }
    return XLSXCell(value: .text(cell.text))
}

/// Rows that Excel allows in a sheet.
package let excelRows = 1_048_576

/// Reads all sheets of a workbook that people keep: with limits, for it may come from anywhere.
///
/// - Throws: ``FileError`` when the file is no workbook, or none that people could have written.
package func readWorkbook(_ path: String) throws -> [Sheet] {
    let file = try XLSXFile(path: path, limit: mostBytes)
    var cells = 0
    return try file.sheets.map { sheet in
        let rows = try XLSXRows(of: sheet, in: file)
        var result = Sheet(name: sheet.name, rows: [])
        while let row = try rows.next() {
            cells += row.cells.count
            guard cells <= mostCells else {
                throw FileError(path: path, message: "has more than \(mostCells) cells")
            }
            if !row.cells.isEmpty { result.rows.append(row) }
        }
        return result
    }
}

/// Bytes of XML in a workbook: fifty times those of a codebook of 2,000 rules.
private let mostBytes = 64 << 20

private let mostCells = 500_000
