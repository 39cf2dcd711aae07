import Diagnostics
import Spreadsheets
import Tables

/// Reads the rows of a workbook's sheets of one name (`Chart`, `Chart 2`…), one at a time, heads left out.
struct ChartSheetRows {
    let headings: [String]
    private let file: XLSXFile
    /// The sheets still to read.
    private var sheets: ArraySlice<XLSXFile.Sheet>
    private var rows: XLSXRows

    /// - Throws: ``FileError`` when the workbook has no such sheet.
    init(of name: String, in path: String) throws {
        file = try XLSXFile(path: path)
        sheets = file.sheets.filter { $0.name == name || $0.name.hasPrefix(name + " ") }[...]
        guard let first = sheets.popFirst() else { throw FileError(path: path, message: "no sheet ‘\(name)’") }
        rows = try XLSXRows(of: first, in: file)
        headings = try Self.headings(of: rows)
    }

    /// The next row, as long as the headings; nil after the last.
    mutating func next() throws -> [String]? {
        while true {
            if let row = try rows.next() {
                var texts = [String](repeating: "", count: headings.count)
                for cell in row.cells where cell.column <= texts.count { texts[cell.column - 1] = cell.text }
                return texts
            }
            guard let sheet = sheets.popFirst() else { return nil }
            rows = try XLSXRows(of: sheet, in: file)
            guard try Self.headings(of: rows) == headings else {
                throw FileError(path: file.path, message: "\(sheet.name) has other headings")
            }
        }
    }

    /// Skips what stands above the headings: lines of one cell.
    private static func headings(of rows: XLSXRows) throws -> [String] {
        while let row = try rows.next() {
            guard row.cells.contains(where: { $0.column > 1 && !$0.text.isEmpty }) else { continue }
            var texts: [String] = []
            for cell in row.cells {
                while texts.count < cell.column - 1 { texts.append("") }
                texts.append(cell.text)
            }
            return texts
        }
        return []
    }
}
