import DocumentModel

/// Gives each cell of a data row the text of the header row above it in the same column.
///
/// A table is a run of table rows. Header rows that follow each other add up, the upper first; a header row
/// below data rows begins a new table.
/// A table of header cells only has no headers.
func setCellHeaders(of rows: [ReadBlock], in blocks: inout [Block]) {
    var headers: [Int: String] = [:]
    var headerRows = 0
    for index in rows.indices {
        let row = rows[index]
        guard row.kind == .tableRow else {
            // A caption or a note inside a table does not end it.
            if row.kind.isMainText { headers = [:] }
            headerRows = 0
            continue
        }
        if row.isHeaderRow {
            headerRows += 1
            if headerRows == 1 || headerRows > mostHeaderRows { headers = [:] }
            if headerRows <= mostHeaderRows { addHeaders(of: row, to: &headers) }
            continue
        }
        headerRows = 0
        guard !headers.isEmpty else { continue }
        for (position, cell) in row.cells.enumerated() {
            blocks[index].cells[position].header = headers[cell.columns?.lowerBound ?? position]
        }
    }
}

/// More header rows than this are rows of a table whose author made every cell a header.
private let mostHeaderRows = 4

extension ReadBlock {
    fileprivate var isHeaderRow: Bool { !cells.isEmpty && cells.allSatisfy(\.isHeader) }
}

private func addHeaders(of row: ReadBlock, to headers: inout [Int: String]) {
    let scalars = Array(row.text.unicodeScalars)
    for (position, cell) in row.cells.enumerated() where cell.start < cell.end {
        let text = String(String.UnicodeScalarView(scalars[cell.start..<cell.end]))
        for column in cell.columns ?? position..<position + 1 {
            headers[column] = headers[column].map { $0 == text ? text : "\($0) \(text)" } ?? text
        }
    }
}
