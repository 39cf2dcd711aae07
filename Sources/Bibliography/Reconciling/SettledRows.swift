package import Diagnostics
import DocumentModel
import Tables

/// A row of the list of files and records (references.csv) that a person has settled.
package struct SettledRow: Sendable, Hashable {
    /// What stands in the column Settle: `yes`, `none`, or the name of the right record or file.
    var answer: String
    /// Path of the row's file; empty if it has none.
    var file: String
    /// What names the row's record wherever it stands: its DOI and its title.
    var recordNames: [String]
    /// Where the row's record stood (`FILE:LINE`); empty if the row has none.
    var recordPlace = ""
    /// Whether the row is about its record, so that its file is only the nearest.
    var isOfRecord = false
    var place: Place
}

/// Reads the rows of a settled list in which a person has answered.
///
/// - Parameter bytes: a CSV file with the columns Settle, File and Record, as spreadsheets save it.
/// - Returns: the rows, and an error if the columns are missing.
package func readSettledRows(_ bytes: [UInt8], file: String) -> (rows: [SettledRow], diagnostics: [Diagnostic]) {
    let text = decodedText(bytes).text
    let list = ReferenceList(file: file, database: nil)
    let delimiter = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")].first { delimiter in
        firstRow(text, delimiter: delimiter).contains { columnKey($0) == "settle" }
    }
    guard let delimiter else { return ([], [missingColumns(list)]) }
    let (table, diagnostics) = delimitedRows(text, delimiter: delimiter, file: list.file)
    let names = table[0].fields.map(columnKey)
    guard Set(["settle", "file", "record"]).isSubset(of: names) else { return ([], [missingColumns(list)]) }
    let rows = table.dropFirst().compactMap { row -> SettledRow? in
        func cell(_ name: String) -> String {
            guard let index = names.firstIndex(of: name), row.fields.indices.contains(index) else { return "" }
            return withoutGuard(row.fields[index])
        }
        let answer = cell("settle")
        guard !collapsingWhiteSpace(answer).isEmpty else { return nil }
        let recordNames = [cell("recorddoi"), cell("recordtitle")].filter { !$0.isEmpty }
        return SettledRow(
            answer: collapsingWhiteSpace(answer), file: cell("file"), recordNames: recordNames,
            recordPlace: cell("record"),
            isOfRecord: collapsingWhiteSpace(cell("state")).lowercased()
                == ReconciliationRow.State.recordWithoutFile.rawValue,
            place: list.place(line: row.line))
    }
    return (rows, diagnostics)
}

private func missingColumns(_ list: ReferenceList) -> Diagnostic {
    .error(
        "no-settled-list", "this is no list of files and records", at: Place(file: list.file, line: 1),
        help:
            "save references.csv of the outputs under another name and fill in its column Settle, as CSV; it needs the columns Settle, File and Record"
    )
}

/// The text of a cell without the apostrophe that keeps a spreadsheet from taking it for a formula.
private func withoutGuard(_ cell: String) -> String {
    guard cell.hasPrefix("'"), let second = cell.dropFirst().first, "=+-@".contains(second) else { return cell }
    return String(cell.dropFirst())
}
