import CXLSXWriter

/// A column of a sheet.
struct XLSXColumn {
    var heading: String
    /// In characters of the standard font.
    var width: Int
}

/// A cell of a sheet.
struct XLSXCell {
    enum Value {
        case text(String)
        case number(Int)
    }

    var value: Value
    var isQuiet = false

    fileprivate var text: String {
        switch value {
        case .text(let text): text
        case .number(let number): String(number)
        }
    }
}

/// A sheet with title, banner, notes and headings above its rows, all of which each printed page repeats.
///
/// When a sheet is full, a further one, `Chart 2`, goes on.
final class XLSXSheet {
    private let workbook: XLSXWorkbook
    private let name: String
    private let head: XLSXHead
    private let rowsPerSheet: Int
    private var sheet: UnsafeMutablePointer<lxw_worksheet>
    private var sheets = 1
    /// Index of the next row.
    private var row: UInt32 = 0

    /// - Parameter rowsPerSheet: heads included.
    init(workbook: XLSXWorkbook, name: String, head: XLSXHead, rowsPerSheet: Int) throws {
        self.workbook = workbook
        self.name = name
        self.head = head
        self.rowsPerSheet = rowsPerSheet
        sheet = try workbook.addSheet(name)
        try begin()
    }

    func append(_ cells: [XLSXCell]) throws {
        if row == rowsPerSheet {
            try finish()
            sheets += 1
            sheet = try workbook.addSheet("\(name) \(sheets)")
            try begin()
        }
        try setHeight(lines: zip(head.columns, cells).map { LineBreaks.count($1.text, width: $0.width) })
        for (column, cell) in cells.enumerated() {
            let format = cell.isQuiet ? workbook.style.quiet : workbook.style.cell
            switch cell.value {
            case .text(""): try workbook.check(worksheet_write_blank(sheet, row, UInt16(column), format))
            case .text(let text): try write(text, column: column, format)
            case .number(let number):
                try workbook.check(worksheet_write_number(sheet, row, UInt16(column), Double(number), format))
            }
        }
        row += 1
    }

    /// Sets what depends on the number of rows.
    func finish() throws {
        let last = UInt16(head.columns.count - 1)
        let headings = UInt32(head.lines.count)
        try workbook.check(worksheet_autofilter(sheet, headings, 0, max(headings, row - 1), last))
    }

    // MARK: Head

    private func begin() throws {
        row = 0
        for (column, setting) in head.columns.enumerated() {
            try workbook.check(
                worksheet_set_column(sheet, UInt16(column), UInt16(column), Double(setting.width), nil))
        }
        for line in head.lines {
            let format = line.isTitle ? workbook.style.title : lineFormat(line)
            try write(line.text, column: 0, format)
            for column in 1..<head.columns.count where line.isBanner {
                try workbook.check(worksheet_write_blank(sheet, row, UInt16(column), format))
            }
            row += 1
        }
        try setHeight(lines: head.columns.map { LineBreaks.count($0.heading, width: $0.width) })
        for (column, setting) in head.columns.enumerated() {
            try write(setting.heading, column: column, workbook.style.heading)
        }
        row += 1
        worksheet_freeze_panes(sheet, row, UInt16(head.frozenColumns))
        try setPrinting()
    }

    private func lineFormat(_ line: XLSXHead.Line) -> UnsafeMutablePointer<lxw_format> {
        line.isBanner ? workbook.style.banner : workbook.style.note
    }

    private func setPrinting() throws {
        worksheet_set_landscape(sheet)
        worksheet_set_paper(sheet, paperA3)
        worksheet_fit_to_pages(sheet, 1, 0)
        worksheet_set_margins(sheet, 0.4, 0.4, 0.5, 0.6)
        try workbook.check(worksheet_repeat_rows(sheet, 0, row - 1))
        try workbook.check(worksheet_set_footer(sheet, "&L&A&RPage &P of &N"))
    }

    /// Makes the next row as high as the cell with the most lines needs.
    private func setHeight(lines: [Int]) throws {
        let height = min(Double(lines.max() ?? 1) * XLSXStyle.lineHeight + rowPadding, XLSXStyle.tallestRow)
        try workbook.check(worksheet_set_row(sheet, row, height, nil))
    }

    private func write(_ text: String, column: Int, _ format: UnsafeMutablePointer<lxw_format>) throws {
        try workbook.check(worksheet_write_string(sheet, row, UInt16(column), XLSXText.encode(text), format))
    }
}

/// What stands above the rows of a sheet.
struct XLSXHead {
    struct Line {
        var text: String
        var isTitle = false
        var isBanner = false
    }

    var lines: [Line]
    var columns: [XLSXColumn]
    /// Columns that stay in view.
    var frozenColumns: Int
}

/// Points of a row that its lines leave free.
private let rowPadding = 3.0

/// A chart has four wide columns of items: on A4 its letters would be under 5 points.
private let paperA3: UInt8 = 8
