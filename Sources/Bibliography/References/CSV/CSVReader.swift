import Diagnostics
import DocumentModel
import Tables

extension ReferenceFormat {
    /// Tables with a row a record, delimited by commas, semicolons or tabs: Zotero, Covidence, Rayyan, EPPI-Reviewer,
    /// ASReview and whatever names its columns like them. Other columns are carried as further fields.
    static let csv = ReferenceFormat(
        name: "CSV", extensions: ["csv", "tsv"],
        recognises: { CSVHeader(of: withoutHint(opening(of: $0)).text).isOfReferences },
        read: readCSV)
}

private func readCSV(
    _ text: String, list: ReferenceList
) -> (references: [Reference], diagnostics: [Diagnostic]) {
    let (table, skipped) = withoutHint(text)
    let header = CSVHeader(of: table)
    var (rows, diagnostics) = delimitedRows(table, delimiter: header.delimiter, file: list.file)
    for index in rows.indices { rows[index].line += skipped }
    if let first = rows.first { diagnostics += header.misspelt(list, line: first.line) }
    diagnostics += checkLengths(rows.dropFirst(), of: header, list: list)
    let names = header.profile.names ?? header.nameOrder(in: rows.dropFirst())
    var references: [Reference] = []
    for row in rows.dropFirst() {
        let (reference, findings) = read(row, header, names, list: list)
        references.append(reference)
        diagnostics += findings
    }
    if references.isEmpty {
        diagnostics.append(
            noRecords(
                list, help: "the first row names the columns, such as Title, Authors, Year, DOI; each other is a record"
            ))
    }
    return (references, diagnostics)
}

private func read(
    _ row: DelimitedRow, _ header: CSVHeader, _ names: CSVNameOrder, list: ReferenceList
) -> (reference: Reference, diagnostics: [Diagnostic]) {
    var builder = ReferenceBuilder(list: list)
    let place = list.place(line: row.line)
    for (column, value) in zip(header.columns, row.fields) {
        switch column.role {
        case .author:
            for name in csvAuthors(value, names) { builder.add(name, at: place) }
        case .attachment:
            for path in value.split(separator: ";") {
                builder.read(collapsingWhiteSpace(path), as: .attachment, named: column.name, at: place)
            }
        case .custom:
            // Zotero's "Extra" has one "Name: value" a line.
            for line in lines(of: value) {
                builder.read(collapsingWhiteSpace(line), as: .custom, named: column.name, at: place)
            }
        default: builder.read(collapsingWhiteSpace(value), as: column.role, named: column.name, at: place)
        }
    }
    return builder.reference(at: place, naming: "titles stand in the column Title, DOIs in the column DOI")
}

/// A warning for each length that rows have and the header has not, at the first of them: a quote or a delimiter is
/// damaged, there or in the header, and values may stand in wrong columns.
private func checkLengths(
    _ rows: ArraySlice<DelimitedRow>, of header: CSVHeader, list: ReferenceList
) -> [Diagnostic] {
    let strange = Dictionary(grouping: rows, by: \.fields.count).filter { $0.key != header.columns.count }
    return strange.sorted { $0.value[0].line < $1.value[0].line }.map { length, rows in
        let others = rows.count > 1 ? ", as \(rows.count - 1) further rows do" : ""
        return .warning(
            "row-length", "the row has \(length) fields\(others), the first row has \(header.columns.count)",
            at: list.place(line: rows[0].line),
            help: "values may stand in wrong columns; texts with a delimiter or a line break stand in quotes")
    }
}

/// The table without the line `sep=;`, which tells Excel the delimiter, and how many lines that were.
private func withoutHint(_ text: String) -> (text: String, lines: Int) {
    guard text.lowercased().hasPrefix("sep="),
        let end = text.unicodeScalars.firstIndex(where: { $0 == "\n" || $0 == "\r" })
    else { return (text, 0) }
    var rest = text.unicodeScalars[end...]
    if rest.starts(with: "\r\n".unicodeScalars) { rest = rest.dropFirst() }
    return (String(rest.dropFirst()), 1)
}
