import Diagnostics
import XML

/// Reads the tables of sums in a report: what the page shows, table by table.
///
/// - Parameter tables: the tables that the report must have.
/// - Returns: a reader for each of the tables, in their order.
/// - Throws: ``FileError`` when the report does not have them.
package func reportTables(_ tables: [TableHead], path: String) throws -> [any TableReader] {
    var readers: [String: ReportTableReader] = [:]
    let input = try FileInput(path: path)
    var section: (table: TableHead, page: HTMLTablePage, parser: XMLParser)?
    while let line = try input.line() {
        if section == nil, let table = tables.first(where: { line.starts(with: sectionStart($0).utf8) }) {
            let page = HTMLTablePage()
            section = (table, page, XMLParser(handler: page, path: path))
        }
        guard let open = section else { continue }
        try open.parser.parse(Array(line) + [UInt8(ascii: "\n")])
        if line.suffix(sectionEnd.utf8.count).elementsEqual(sectionEnd.utf8) {
            try open.parser.parse([], isLast: true)
            try open.table.check(headings: open.page.headings, path: path)
            readers[open.table.id] = ReportTableReader(open.table, rows: open.page.rows, path: path)
            section = nil
        }
    }
    return try tables.map { table in
        guard let reader = readers[table.id] else {
            throw FileError(path: path, message: "the report has no table ‘\(table.name)’")
        }
        return reader
    }
}

/// What the line of the file begins with in which the view of a table begins.
private func sectionStart(_ table: TableHead) -> String { "<section id=\"\(table.id)\" " }

/// What the line ends with in which a view ends.
private let sectionEnd = "</section>"

/// Rows that were read.
private final class ReportTableReader: TableReader {
    private let table: TableHead
    private var rows: ArraySlice<[String]>
    private let path: String

    init(_ table: TableHead, rows: ArraySlice<[String]>, path: String) {
        self.table = table
        self.rows = rows
        self.path = path
    }

    func next() throws -> [String]? {
        guard let row = rows.popFirst() else { return nil }
        try table.check(row: row, path: path)
        return row
    }
}
