package import Diagnostics
package import Tables

/// The rows of a list of items in which a person has answered, as spreadsheets save it.
///
/// Columns are known by their headings, wherever they stand; further columns and sheets are a person's own.
///
/// - Parameter file: path for the places of diagnostics.
/// - Returns: the rows in the file's order, and an error for each that cannot be read.
package func readItemRows(
    _ sheets: [Sheet], form: ItemForm, file: String
) -> (rows: [ItemAnswerRow], diagnostics: [Diagnostic]) {
    var reader = ItemRowReader(form: form, file: file)
    let lists = sheets.compactMap { sheet in reader.columns(of: sheet).map { (sheet, $0) } }
    if lists.isEmpty {
        let needed = ItemRowReader.needed.map { form.heading(of: $0) }.joined(separator: ", ")
        let error = Diagnostic.error(
            "no-items", "no sheet is a list of items", at: Place(file: file),
            help: "a list has the headings \(needed); codechart run writes items.xlsx and items.csv")
        return ([], [error])
    }
    let rows = lists.flatMap { sheet, columns in reader.rows(of: sheet, columns) }
    return (rows, reader.diagnostics)
}

private struct ItemRowReader {
    /// Without these there is no list; the others may be missing.
    static let needed: [ItemForm.Column] = [.decision, .quote, .document, .id]
    /// Rows that people may have put above the headings.
    private static let mostRowsAbove = 50

    let form: ItemForm
    let file: String
    private(set) var diagnostics: [Diagnostic] = []

    init(form: ItemForm, file: String) {
        self.form = form
        self.file = file
    }

    /// The row of the headings, and where the columns of the form are.
    struct Columns {
        var row: Int
        /// 1-based number of each column.
        var numbers: [ItemForm.Column: Int]
    }

    func columns(of sheet: Sheet) -> Columns? {
        let headings = Dictionary(
            form.columns.map { (key(form.heading(of: $0)), $0) }, uniquingKeysWith: { first, _ in first })
        for row in sheet.rows.prefix(Self.mostRowsAbove) {
            var numbers: [ItemForm.Column: Int] = [:]
            for cell in row.cells {
                guard let column = headings[key(cell.text)], numbers[column] == nil else { continue }
                numbers[column] = cell.column
            }
            if Self.needed.allSatisfy({ numbers[$0] != nil }) { return Columns(row: row.number, numbers: numbers) }
        }
        return nil
    }

    mutating func rows(of sheet: Sheet, _ columns: Columns) -> [ItemAnswerRow] {
        sheet.rows.filter { $0.number > columns.row }.compactMap { row($0, of: sheet, columns) }
    }

    /// nil when nobody has answered in the row, or it cannot be read.
    private mutating func row(_ row: SheetRow, of sheet: Sheet, _ columns: Columns) -> ItemAnswerRow? {
        var broken = false
        func field(_ column: ItemForm.Column) -> ItemAnswerRow.Field {
            let number = columns.numbers[column]
            let cell = number.flatMap { number in row.cells.first { $0.column == number } }
            let place = Place(
                file: file, cell: CellName(sheet: sheet.isPart ? nil : sheet.name, row: row.number, column: number ?? 1)
            )
            if column.isInput || column == .quote, let problem = cell?.problem {
                broken = true
                diagnostics.append(Self.unreadable(problem, cell?.text ?? "", at: place))
            }
            return ItemAnswerRow.Field(text: cell?.text ?? "", place: place)
        }
        let dimensions = form.dimensions.indices
        let result = ItemAnswerRow(
            answer: field(.decision), id: field(.id), document: field(.document), page: field(.page),
            quote: field(.quote), coded: dimensions.map { field(.coded($0)) },
            recoded: dimensions.map { field(.recode($0)) }, newQuote: field(.newQuote), wording: field(.wording),
            note: field(.note))
        if broken { return nil }
        guard result.answer.isEmpty else { return result }
        reportUnanswered(result)
        return nil
    }

    private static func unreadable(_ problem: SheetCell.Problem, _ text: String, at place: Place) -> Diagnostic {
        switch problem {
        case .noValue:
            .error("no-value", "the cell has no text", at: place, help: "write the text itself instead of a formula")
        case .errorValue:
            .error("error-value", "the cell is an error: \(text)", at: place, help: "write the text itself")
        }
    }

    /// What people write beside an empty answer would be lost.
    private mutating func reportUnanswered(_ row: ItemAnswerRow) {
        let written = (row.recoded + [row.newQuote, row.wording, row.note]).first { !$0.isEmpty }
        let isNew = row.id.isEmpty && !row.quote.isEmpty
        guard written != nil || isNew else { return }
        diagnostics.append(
            .error(
                "no-answer", "the row has no decision", at: row.answer.place,
                help: isNew ? "write 'add' to add the item, or empty the row" : answersHelp))
    }

    private func key(_ heading: String) -> String {
        heading.lowercased().unicodeScalars.split(whereSeparator: \.properties.isWhitespace).map { String($0) }
            .joined(separator: " ")
    }
}

/// What the column Decision may hold.
let answersHelp =
    "allowed here: accept, reject, edit (with new codes, a new quote or a short wording), add (a row of your own), none "
    + "(takes a decision back)"
