import Diagnostics
package import Tables
import XML

/// Reads the rows of one sheet of a workbook, one at a time.
package final class XLSXRows {
    private let file: XLSXFile
    private let entry: ArchiveEntry
    private let parser: XMLParser
    private let cells: SheetCells
    private var isAtEnd = false

    /// - Throws: ``FileError`` when the workbook lacks the sheet.
    package init(of sheet: XLSXFile.Sheet, in file: XLSXFile) throws {
        self.file = file
        guard let entry = try ArchiveEntry(sheet.entry, in: file.path) else {
            throw FileError(path: file.path, message: "no \(sheet.entry) inside")
        }
        self.entry = entry
        cells = SheetCells(file: file)
        parser = file.parser(for: cells)
    }

    /// The next row that stands in the file; nil after the last.
    package func next() throws -> SheetRow? {
        while cells.isEmpty, !isAtEnd {
            if let chunk = try file.chunk(of: entry) {
                try parser.parse(chunk)
            } else {
                try parser.parse([], isLast: true)
                isAtEnd = true
            }
        }
        return cells.takeRow()
    }
}

/// Collects the cells of a sheet's rows.
private final class SheetCells: XMLHandler {
    private let file: XLSXFile
    /// Complete rows, of which `taken` were taken.
    private var rows: [SheetRow] = []
    private var taken = 0
    private var row = SheetRow(number: 0, cells: [])
    /// Of the cell that is read: 1-based column, `t` and `s`.
    private var column = 0
    private var type = ""
    private var style: Int?
    private var hasFormula = false
    private var hasValue = false
    private var collector = TextCollector()

    init(file: XLSXFile) {
        self.file = file
    }

    var isEmpty: Bool { taken == rows.count }

    func takeRow() -> SheetRow? {
        guard !isEmpty else { return nil }
        defer {
            taken += 1
            if isEmpty {
                rows.removeAll(keepingCapacity: true)
                taken = 0
            }
        }
        return rows[taken]
    }

    func start(_ element: String, _ attributes: [String: String]) {
        switch element {
        case "row":
            // Rows and cells without a reference stand behind the one before.
            row = SheetRow(number: attributes["r"].flatMap { Int($0) } ?? row.number + 1, cells: [])
            column = 0
        case "c":
            column = attributes["r"].map { columnNumber($0) } ?? column + 1
            type = attributes["t"] ?? "n"
            style = attributes["s"].flatMap { Int($0) }
            hasFormula = false
            hasValue = false
            collector.removeAll()
        case "f": hasFormula = true
        case "v", "is": hasValue = true
        default: break
        }
        collector.start(element)
    }

    func end(_ element: String) {
        collector.end(element)
        switch element {
        case "c": if let cell = cell() { row.cells.append(cell) }
        case "row": rows.append(row)
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) { collector.append(bytes) }

    private func cell() -> SheetCell? {
        guard excelColumns.contains(column) else { return nil }
        guard hasValue else { return hasFormula ? SheetCell(column: column, text: "", problem: .noValue) : nil }
        let stored = collector.text
        switch type {
        case "s":
            let texts = file.sharedTexts
            guard let number = Int(stored), texts.indices.contains(number) else {
                return SheetCell(column: column, text: "", problem: .noValue)
            }
            return SheetCell(column: column, text: texts[number])
        case "inlineStr", "str": return SheetCell(column: column, text: XLSXText.decode(stored))
        case "b": return SheetCell(column: column, text: stored == "1" || stored == "true" ? "TRUE" : "FALSE")
        case "e": return SheetCell(column: column, text: stored, problem: .errorValue)
        case "d": return SheetCell(column: column, text: stored)
        default: return SheetCell(column: column, text: file.numberForms.shown(stored, style: style))
        }
    }
}

/// Columns that Excel allows.
private let excelColumns = 1...16_384

/// The 1-based column of a cell reference: 28 for `AB12`.
private func columnNumber(_ reference: String) -> Int {
    reference.utf8.prefix(3).prefix { $0 >= UInt8(ascii: "A") }
        .reduce(0) { $0 * 26 + Int($1 & 0xDF) - Int(UInt8(ascii: "A")) + 1 }
}
