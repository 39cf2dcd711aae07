import Diagnostics
package import Spreadsheets
import Tables

/// Writes a workbook of passages to code: the passages, and the codes with what they stand for.
///
/// - Parameter notes: lines above the headings, under how to fill the list in.
/// - Throws: ``FileError`` when the file cannot be written.
package func writeCodingSheets(
    _ passages: [PassageToCode], form: CodingForm, title: String, notes: [String], to path: String
) throws {
    let workbook = try XLSXWorkbook(path: path, title: title)
    var above = 0
    let columns = form.columns.map { column in
        var choices: XLSXChoices?
        if case .codes(let number) = column, !form.dimensions[number].codes.isEmpty {
            let count = form.dimensions[number].codes.count
            // Several codes in one cell are no single choice.
            choices = XLSXChoices(
                list: .cells(sheet: "Codes", column: 2, rows: above + 2...above + 1 + count), isClosed: false)
            above += count
        }
        return XLSXColumn(
            heading: form.heading(of: column), width: form.width(of: column), isInput: column.isInput,
            choices: choices)
    }
    let how =
        "Write the codes of each passage, several with ; between them, and '\(CodingForm.none)' where it has none. "
        + "Rows without codes have not been looked at."
    let lines = [XLSXHead.Line(text: title, isTitle: true)] + ([how] + notes).map { XLSXHead.Line(text: $0) }
    let sheet = try XLSXSheet(
        workbook: workbook, name: "Passages", head: XLSXHead(lines: lines, columns: columns, frozenColumns: 0),
        rowsPerSheet: excelRows)
    for passage in passages {
        try sheet.append(
            form.columns.map { column in
                let isQuiet = ![.passage].contains(column) && !column.isInput
                return XLSXCell(
                    value: column == .page ? .number(Double(passage.page)) : .text(form.text(of: column, passage)),
                    isQuiet: isQuiet)
            })
    }
    try sheet.finish()
    try writeCodes(of: form, to: workbook)
    try workbook.close()
}

private func writeCodes(of form: CodingForm, to workbook: XLSXWorkbook) throws {
    let columns = [("Dimension", 18), ("Code", 30), ("Id", 26), ("What it stands for", 80)]
    let head = XLSXHead(columns: columns.map { XLSXColumn(heading: $0.0, width: $0.1) }, frozenColumns: 0)
    let sheet = try XLSXSheet(workbook: workbook, name: "Codes", head: head, rowsPerSheet: excelRows)
    for dimension in form.dimensions {
        for code in dimension.codes {
            try sheet.append([dimension.label, code.label, code.id, code.brief].map { XLSXCell(value: .text($0)) })
        }
    }
    try sheet.finish()
}
