import Diagnostics
import JSON
import Spreadsheets
import Tables

/// Writes items.xlsx: the items, and the codes with what they stand for.
package final class ItemWorkbook {
    private let form: ItemForm
    private let workbook: XLSXWorkbook
    private let items: XLSXSheet

    package static let sheetName = "Items"
    private static let codesName = "Codes"
    /// Excel takes 65,530 links in a sheet, and an item has two.
    private static let rowsPerSheet = 30_000
    /// Rows below the items that take the same answers, for items that people add.
    private static let roomToAdd = 500

    /// - Parameters:
    ///   - banner: what is checked so far.
    ///   - notes: further lines above the headings.
    /// - Throws: ``FileError`` when the file cannot be written.
    package init(path: String, title: String, banner: String, notes: [String], form: ItemForm) throws {
        self.form = form
        workbook = try XLSXWorkbook(path: path, title: title)
        let lines =
            [XLSXHead.Line(text: title, isTitle: true), XLSXHead.Line(text: banner, isBanner: true)]
            + notes.map { XLSXHead.Line(text: $0) }
        let columns = form.columns.map { column in
            XLSXColumn(
                heading: form.heading(of: column), width: form.width(of: column), isInput: column.isInput,
                choices: Self.choices(of: column, form))
        }
        let head = XLSXHead(lines: lines, columns: columns, frozenColumns: 1, roomToAdd: Self.roomToAdd)
        items = try XLSXSheet(workbook: workbook, name: Self.sheetName, head: head, rowsPerSheet: Self.rowsPerSheet)
    }

    private static func choices(of column: ItemForm.Column, _ form: ItemForm) -> XLSXChoices? {
        switch column {
        case .decision: return XLSXChoices(list: .texts(ItemAnswer.allCases.map(\.rawValue)), isClosed: true)
        case .recode(let number):
            guard !form.dimensions[number].codes.isEmpty else { return nil }
            let above = form.dimensions[..<number].reduce(0) { $0 + $1.codes.count }
            // Several codes in one cell are no single choice.
            return XLSXChoices(
                list: .cells(
                    sheet: codesName, column: labelColumn,
                    rows: above + 2...above + 1 + form.dimensions[number].codes.count), isClosed: false)
        default: return nil
        }
    }

    /// Of the sheet of codes, 1-based.
    private static let labelColumn = 2

    package func append(_ row: ItemRow) throws {
        try items.append(form.columns.map { cell(of: $0, row) })
    }

    package func finish() throws {
        try items.finish()
        try writeCodes()
        try workbook.close()
    }

    private func cell(of column: ItemForm.Column, _ row: ItemRow) -> XLSXCell {
        switch column {
        case .score: XLSXCell(value: .number(Double(row.score) / 1000))
        case .page, .evidence:
            XLSXCell(value: link(column == .page ? row.page : row.evidence))
        default: XLSXCell(value: .text(shortened(row.text(of: column))), isQuiet: column.isQuiet)
        }
    }

    private func link(_ link: ItemRow.Link) -> XLSXCell.Value {
        link.url.map { .link(link.text, url: $0) } ?? .text(link.text)
    }

    /// What does not fit a cell is cut: it is there to be read, never read back.
    private func shortened(_ text: String) -> String {
        text.utf16.count <= longestText ? text : String(text.unicodeScalars.prefix(longestText / 2)) + " …"
    }

    private func writeCodes() throws {
        let columns = [("Dimension", 18), ("Code", 30), ("Id", 26), ("What it stands for", 80)]
        let head = XLSXHead(
            columns: columns.map { XLSXColumn(heading: $0.0, width: $0.1) }, frozenColumns: 0)
        let sheet = try XLSXSheet(workbook: workbook, name: Self.codesName, head: head, rowsPerSheet: excelRows)
        for dimension in form.dimensions {
            for code in dimension.codes {
                try sheet.append(
                    [dimension.label, code.label, code.id, code.brief].map { XLSXCell(value: .text($0)) })
            }
        }
        try sheet.finish()
    }
}

/// UTF-16 code units that are shown of a text; Excel takes 32,767 with what it escapes.
private let longestText = 8_000

extension ItemForm.Column {
    fileprivate var isQuiet: Bool {
        switch self {
        case .before, .after, .under, .document, .rules, .state, .id: true
        default: false
        }
    }
}

extension ItemRow {
    /// What stands in a cell of the row.
    func text(of column: ItemForm.Column) -> String {
        switch column {
        case .decision: answer
        case .before: before
        case .quote: quote
        case .after: after
        case .coded(let number): coded[number]
        case .score: decimal(thousandths: score)
        case .recode(let number): recoded[number]
        case .newQuote: newQuote
        case .wording: wording
        case .note: note
        case .under: under
        case .document: document
        case .page: page.text
        case .rules: rules
        case .evidence: evidence.url ?? ""
        case .state: state
        case .id: id
        }
    }
}

/// items.csv, as text: the headings, then a record an item. It begins with a byte order mark, without which Excel would
/// damage letters.
package struct ItemCSV {
    private let form: ItemForm

    package init(form: ItemForm) {
        self.form = form
    }

    package var headings: String {
        "\u{FEFF}" + csvRecord(form.columns.map { Table.Cell(form.heading(of: $0)) })
    }

    package func record(of row: ItemRow) -> String {
        csvRecord(
            form.columns.map { column in
                Table.Cell(row.text(of: column), isNumber: column == .page || column == .score)
            })
    }
}
