package import Diagnostics
import DocumentModel
package import Tables

/// The rows of a list of passages that people have coded, as spreadsheets save it.
///
/// Columns are known by their headings, wherever they stand; further columns and sheets are a person's own. Rows without
/// any code are left out: nobody has looked at them.
///
/// - Parameter file: path for the places of diagnostics.
/// - Returns: the rows in the file's order, and an error for each that cannot be read.
package func readCodedRows(
    _ sheets: [Sheet], form: CodingForm, file: String
) -> (rows: [CodedRow], diagnostics: [Diagnostic]) {
    var reader = CodedRowReader(form: form, file: file)
    let lists = sheets.compactMap { sheet in reader.columns(of: sheet).map { (sheet, $0) } }
    if lists.isEmpty {
        let needed = reader.needed.map { form.heading(of: $0) }.joined(separator: ", ")
        let error = Diagnostic.error(
            "no-passages", "no sheet is a list of passages", at: Place(file: file),
            help: "a list has the headings \(needed)")
        return ([], [error])
    }
    let rows = lists.flatMap { sheet, columns in reader.rows(of: sheet, columns) }
    return (rows, reader.diagnostics)
}

private struct CodedRowReader {
    /// Rows that may stand above the headings.
    private static let mostRowsAbove = 50

    let form: CodingForm
    let file: String
    private(set) var diagnostics: [Diagnostic] = []
    private var firstRows: [String: Place] = [:]

    init(form: CodingForm, file: String) {
        self.form = form
        self.file = file
    }

    /// Without these there is no list.
    var needed: [CodingForm.Column] { form.columns.filter { $0.isInput && $0 != .note || $0 == .id } }

    struct Columns {
        var row: Int
        /// 1-based number of each column.
        var numbers: [CodingForm.Column: Int]
    }

    func columns(of sheet: Sheet) -> Columns? {
        let headings = Dictionary(
            form.columns.map { (key(form.heading(of: $0)), $0) }, uniquingKeysWith: { first, _ in first })
        for row in sheet.rows.prefix(Self.mostRowsAbove) {
            var numbers: [CodingForm.Column: Int] = [:]
            for cell in row.cells {
                if let column = headings[key(cell.text)], numbers[column] == nil { numbers[column] = cell.column }
            }
            if needed.allSatisfy({ numbers[$0] != nil }) { return Columns(row: row.number, numbers: numbers) }
        }
        return nil
    }

    mutating func rows(of sheet: Sheet, _ columns: Columns) -> [CodedRow] {
        sheet.rows.filter { $0.number > columns.row }.compactMap { row($0, of: sheet, columns) }
    }

    /// nil when nobody has coded the row, or it cannot be read.
    private mutating func row(_ row: SheetRow, of sheet: Sheet, _ columns: Columns) -> CodedRow? {
        let errors = diagnostics.count
        func place(_ column: CodingForm.Column) -> Place {
            Place(
                file: file,
                cell: CellName(
                    sheet: sheet.isPart ? nil : sheet.name, row: row.number, column: columns.numbers[column] ?? 1))
        }
        func text(_ column: CodingForm.Column) -> String {
            let cell = columns.numbers[column].flatMap { number in row.cells.first { $0.column == number } }
            if column.isInput, cell?.problem != nil {
                diagnostics.append(
                    .error(
                        "no-value", "the cell has no text", at: place(column),
                        help: "write the text itself instead of a formula"))
            }
            return trimmed(cell?.text ?? "")
        }
        let cells = form.dimensions.indices.map { text(.codes($0)) }
        let note = text(.note)
        let id = text(.id)
        if errors == diagnostics.count, cells.allSatisfy(\.isEmpty) {
            if !note.isEmpty {
                diagnostics.append(
                    .warning(
                        "note-without-codes", "the row has a note and no codes: it counts as not looked at",
                        at: place(.note), help: "write '\(CodingForm.none)' if the passage has no code"))
            }
            return nil
        }
        let isNone = cells.contains { self.isNone($0) }
        let codes = zip(form.dimensions.indices, cells).map { number, text in
            dimensionCodes(text, of: number, rowIsNone: isNone, at: place(.codes(number)))
        }
        if id.isEmpty {
            diagnostics.append(
                .error(
                    "no-id", "the row names no passage", at: place(.id),
                    help: "rows keep what stands under '\(form.heading(of: .id))'"))
        } else if let first = firstRows.updateValue(place(.id), forKey: id) {
            diagnostics.append(
                .error(
                    "coded-twice", "another row codes the same passage", at: place(.id),
                    help: "the other is at \(first.nameInFile ?? "another place"); keep one of the two"))
        }
        guard !diagnostics[errors...].hasErrors else { return nil }
        return CodedRow(id: id, codes: codes, note: note, place: place(.codes(0)))
    }

    /// - Parameter rowIsNone: whether a cell of the row says that there is no code; the others may then be empty.
    private mutating func dimensionCodes(_ text: String, of number: Int, rowIsNone: Bool, at place: Place)
        -> DimensionCodes
    {
        let dimension = form.dimensions[number]
        var result = DimensionCodes(dimension: dimension.id, codes: [])
        if isNone(text) { return result }
        let labels = dimension.codes.map(\.label).joined(separator: "; ")
        if text.isEmpty {
            if !rowIsNone {
                diagnostics.append(
                    .error(
                        "no-codes", "the passage has codes, but none of '\(dimension.label)'", at: place,
                        help: "write '\(CodingForm.none)', or some of: \(labels)"))
            }
            return result
        }
        let (codes, unknown) = dimension.codes(named: text)
        for name in unknown {
            diagnostics.append(
                .error(
                    "unknown-code", "unknown code '\(name)'", at: place, help: "codes: \(labels)",
                    suggestion: nearestName(to: name, among: dimension.codes.flatMap { [$0.label, $0.id] })))
        }
        result.codes = codes
        return result
    }

    private func isNone(_ text: String) -> Bool { text.lowercased() == CodingForm.none }

    private func trimmed(_ text: String) -> String {
        text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in
                line.split(whereSeparator: \.properties.isWhitespace).map { String($0) }.joined(separator: " ")
            }.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private func key(_ heading: String) -> String {
        heading.lowercased().unicodeScalars.split(whereSeparator: \.properties.isWhitespace).map { String($0) }
            .joined(separator: " ")
    }
}
