import Diagnostics
import Spreadsheets

extension TableFormat {
    /// One workbook with a sheet a table.
    static let xlsx = TableFormat(
        sharedFile: "xlsx",
        writers: { tables, path in
            let workbook = try XLSXWorkbook(path: path, title: tables.first?.title ?? "")
            let file = XLSXTables(workbook, sheets: tables.count)
            return try tables.map { try XLSXTableWriter($0, file: file) }
        },
        reader: { try XLSXTableReader($0, path: $1) })
}

/// A workbook that closes when all its sheets are finished.
private final class XLSXTables {
    let workbook: XLSXWorkbook
    private var unfinished: Int

    init(_ workbook: XLSXWorkbook, sheets: Int) {
        self.workbook = workbook
        unfinished = sheets
    }

    func finishSheet() throws {
        unfinished -= 1
        if unfinished == 0 { try workbook.close() }
    }
}

private final class XLSXTableWriter: TableWriter {
    private let file: XLSXTables
    private let table: TableHead
    private let sheet: XLSXSheet
    /// Texts of the columns of groups in the row before.
    private var group: [String] = []

    init(_ table: TableHead, file: XLSXTables) throws {
        self.file = file
        self.table = table
        let lines =
            [
                XLSXHead.Line(text: table.name + ": " + table.title, isTitle: true),
                XLSXHead.Line(text: table.banner, isBanner: true), XLSXHead.Line(text: table.caption),
            ] + table.notes.map { XLSXHead.Line(text: $0) }
        let columns = table.columns.map { XLSXColumn(heading: $0.heading, width: $0.width) }
        let head = XLSXHead(lines: lines, columns: columns, frozenColumns: table.frozenColumns)
        sheet = try XLSXSheet(workbook: file.workbook, name: table.name, head: head, rowsPerSheet: excelRows)
    }

    /// What is too much for a cell goes on in rows below, which repeat what names the row.
    func append(_ row: [ReviewCell]) throws {
        let groups = zip(table.columns, row).filter { $0.0.kind == .group }.map { $1.plainText(in: $0) }
        let isRepeated = groups == group
        group = groups
        let parts = zip(table.columns, row).map { column, cell in
            column.kind == .statements ? CellParts.split(cell.lines(in: column), width: column.width) : []
        }
        let rows = max(parts.map(\.count).max() ?? 1, 1)
        for number in 0..<rows {
            try sheet.append(
                table.columns.indices.map { index in
                    let column = table.columns[index]
                    if column.kind == .statements {
                        let text = number < parts[index].count ? parts[index][number] : ""
                        return XLSXCell(value: .text(text), isQuiet: row[index].isAbsent)
                    }
                    if number > 0, index == table.columns.count - 1 {
                        let mark = ContinuationMark(row: number + 1, count: rows)
                        return XLSXCell(value: .text(mark.text), isQuiet: true)
                    }
                    return cell(row[index], in: column, isQuiet: number > 0 || isRepeated && column.kind == .group)
                })
        }
    }

    func finish() throws {
        try sheet.finish()
        try file.finishSheet()
    }

    private func cell(_ cell: ReviewCell, in column: TableColumn, isQuiet: Bool) -> XLSXCell {
        switch cell {
        case .count(let count): XLSXCell(value: .figure(Double(count), places: 0))
        case .decimal(let thousandths): XLSXCell(value: .figure(Double(thousandths) / 1000, places: column.places))
        case .text, .absent, .statements:
            XLSXCell(value: .text(cell.plainText(in: column)), isQuiet: isQuiet || cell.isAbsent)
        }
    }
}

private final class XLSXTableReader: TableReader {
    private enum Rows {
        case single(ChartSheetRows)
        /// Of a table with cells that may go on in further rows.
        case continued(ContinuedRows)
    }

    private var rows: Rows
    private let table: TableHead
    private let path: String

    init(_ table: TableHead, path: String) throws {
        self.table = table
        self.path = path
        let sheet = try ChartSheetRows(of: table.name, in: path)
        try table.check(headings: sheet.headings, path: path)
        rows =
            table.hasLists
            ? .continued(ContinuedRows(sheet, markColumn: table.columns.count - 1, path: path)) : .single(sheet)
    }

    func next() throws -> [String]? {
        switch rows {
        case .single(var sheet):
            defer { rows = .single(sheet) }
            return try sheet.next()
        case .continued(var sheet):
            defer { rows = .continued(sheet) }
            return try sheet.next().map(joined)
        }
    }

    private func joined(_ rows: [[String]]) throws -> [String] {
        try table.columns.indices.map { index in
            let parts = rows.map { $0[index] }.prefix { !$0.isEmpty }
            guard table.columns[index].kind == .statements, parts.count > 1 else { return rows[0][index] }
            guard let cell = CellParts.join(Array(parts)) else {
                throw FileError(path: path, message: "a continuation row has no mark")
            }
            return cell
        }
    }
}
