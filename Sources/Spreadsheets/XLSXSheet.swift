import CXLSXWriter

/// A column of a sheet.
package struct XLSXColumn {
    package var heading: String
    /// In characters of the standard font.
    package var width: Int
    /// Whether people fill it in; its cells are tinted.
    package var isInput: Bool
    package var choices: XLSXChoices?

    package init(heading: String, width: Int, isInput: Bool = false, choices: XLSXChoices? = nil) {
        self.heading = heading
        self.width = width
        self.isInput = isInput
        self.choices = choices
    }
}

/// A cell of a sheet.
package struct XLSXCell {
    package enum Value {
        case text(String)
        case number(Double)
        /// A number at the right edge with so many decimal places, at most 3.
        case figure(Double, places: Int)
        /// A text that leads somewhere: a web address, or a percent-encoded path from the workbook's folder.
        case link(String, url: String)
    }

    package var value: Value
    package var isQuiet: Bool

    package init(value: Value, isQuiet: Bool = false) {
        self.value = value
        self.isQuiet = isQuiet
    }

    fileprivate var text: String {
        switch value {
        case .text(let text), .link(let text, _): text
        case .number, .figure: ""
        }
    }
}

/// A sheet with title, banner, notes and headings above its rows, all of which each printed page repeats.
///
/// When a sheet is full, a further one, `Chart 2`, goes on.
package final class XLSXSheet {
    private let workbook: XLSXWorkbook
    private let name: String
    private let head: XLSXHead
    private let rowsPerSheet: Int
    private var sheet: UnsafeMutablePointer<lxw_worksheet>
    private var sheets = 1
    /// Index of the next row.
    private var row: UInt32 = 0

    /// - Parameter rowsPerSheet: heads included.
    package init(workbook: XLSXWorkbook, name: String, head: XLSXHead, rowsPerSheet: Int) throws {
        self.workbook = workbook
        self.name = name
        self.head = head
        self.rowsPerSheet = rowsPerSheet
        sheet = try workbook.addSheet(name)
        try begin()
    }

    package func append(_ cells: [XLSXCell]) throws {
        if row == rowsPerSheet {
            try finish()
            sheets += 1
            sheet = try workbook.addSheet("\(name) \(sheets)")
            try begin()
        }
        try setHeight(lines: zip(head.columns, cells).map { LineBreaks.count($1.text, width: $0.width) })
        for (column, cell) in cells.enumerated() {
            let format = format(of: cell, column: column)
            switch cell.value {
            case .text(""): try workbook.check(worksheet_write_blank(sheet, row, UInt16(column), format))
            case .text(let text): try write(text, column: column, format)
            case .number(let number):
                try workbook.check(worksheet_write_number(sheet, row, UInt16(column), number, format))
            case .figure(let number, let places):
                let format = workbook.style.figures[places]
                try workbook.check(worksheet_write_number(sheet, row, UInt16(column), number, format))
            case .link(let text, let url): try write(text, linkedTo: url, column: column)
            }
        }
        row += 1
    }

    /// Sets what depends on the number of rows.
    package func finish() throws {
        let last = UInt16(head.columns.count - 1)
        let headings = UInt32(head.lines.count)
        try workbook.check(worksheet_autofilter(sheet, headings, 0, max(headings, row - 1), last))
        let lastRow = min(row + UInt32(head.roomToAdd), UInt32(excelRows)) - 1
        for (column, setting) in head.columns.enumerated() {
            guard let choices = setting.choices, lastRow > headings else { continue }
            try workbook.check(
                choices.add(to: sheet, column: UInt16(column), rows: headings + 1...lastRow))
        }
    }

    private func format(of cell: XLSXCell, column: Int) -> UnsafeMutablePointer<lxw_format> {
        let style = workbook.style
        return head.columns[column].isInput ? style.input : cell.isQuiet ? style.quiet : style.cell
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
        let isNarrow = head.columns.reduce(0) { $0 + $1.width } <= widthOfA4
        worksheet_set_paper(sheet, isNarrow ? paperA4 : paperA3)
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

    /// A link that Excel would refuse (it takes 2,079 characters) is a text.
    private func write(_ text: String, linkedTo url: String, column: Int) throws {
        let isWeb = url.hasPrefix("https://") || url.hasPrefix("http://")
        let error = worksheet_write_url_opt(
            sheet, row, UInt16(column), isWeb ? url : "external:" + url, workbook.style.link, XLSXText.encode(text), nil
        )
        guard error != LXW_NO_ERROR else { return }
        try write(text, column: column, workbook.style.cell)
    }
}

/// What stands above the rows of a sheet.
package struct XLSXHead {
    package struct Line {
        package var text: String
        package var isTitle: Bool
        package var isBanner: Bool

        package init(text: String, isTitle: Bool = false, isBanner: Bool = false) {
            self.text = text
            self.isTitle = isTitle
            self.isBanner = isBanner
        }
    }

    package var lines: [Line]
    package var columns: [XLSXColumn]
    /// Columns that stay in view.
    package var frozenColumns: Int
    /// Rows below the last that have the choices of the columns too.
    package var roomToAdd: Int

    package init(lines: [Line] = [], columns: [XLSXColumn], frozenColumns: Int, roomToAdd: Int = 0) {
        self.lines = lines
        self.columns = columns
        self.frozenColumns = frozenColumns
        self.roomToAdd = roomToAdd
    }
}

/// Points of a row that its lines leave free.
private let rowPadding = 3.0

/// Characters of the standard font beside each other on a landscape page.
private let widthOfA4 = 150

private let paperA4: UInt8 = 9

/// A chart has four wide columns of items: on A4 its letters would be under 5 points.
private let paperA3: UInt8 = 8
