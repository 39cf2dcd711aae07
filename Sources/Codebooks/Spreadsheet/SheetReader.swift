import Diagnostics
import Tables
import YAML

/// A row of a sheet with the rows that go on with it.
struct SheetRecord {
    /// The first cell that is filled.
    var place: Place
    /// By heading: cells that are filled, from the row and from those that go on with it.
    private var cells: [String: [CellText]] = [:]

    init(place: Place) { self.place = place }

    mutating func append(_ cell: CellText, under heading: String) { cells[heading, default: []].append(cell) }

    func cells(_ heading: String) -> [CellText] { cells[heading] ?? [] }

    /// The text under a heading without blanks at its ends; nil where nothing stands.
    func text(_ heading: String) -> CellText? {
        guard let first = cells[heading]?.first else { return nil }
        let texts = cells(heading).map { trimmingBlanks($0.text) }
        return CellText(text: texts.joined(separator: "\n"), place: first.place)
    }

    /// The headings under which something stands.
    var headings: Set<String> { Set(cells.keys) }
}

/// Finds the headings of sheets and takes their rows apart.
struct SheetReader {
    let file: String
    var diagnostics: [Diagnostic] = []
    /// The texts of cells, by the names that places give (``Place/textName``).
    private(set) var sources: [String: String] = [:]

    init(file: String) { self.file = file }

    /// The rows of a sheet below its headings.
    mutating func records(of sheet: Sheet, _ form: SheetForm) -> [SheetRecord] {
        guard let start = headRow(of: sheet) else {
            if sheet.rows.contains(where: { !$0.isEmpty }) {
                diagnostics.append(
                    .error(
                        "no-headings", "the sheet '\(form.name)' has no row of headings", at: Place(file: file),
                        help: "its first row says what the columns are: " + form.headings.joined(separator: ", ")))
            }
            return []
        }
        var records: [SheetRecord] = []
        // Columns that are not read; each is reported once.
        var strangers: Set<Int> = []
        guard let headings = readHeadings(sheet.rows[start], of: sheet, form, &strangers) else { return [] }
        for row in sheet.rows[(start + 1)...] where !row.isEmpty {
            append(row, of: sheet, form, headings, to: &records, &strangers)
        }
        return records
    }

    /// The first row with two texts or more: a title may stand above the headings.
    func headRow(of sheet: Sheet) -> Int? {
        sheet.rows.firstIndex { $0.cells.count { !isBlank($0.text) } > 1 }
    }

    private mutating func append(
        _ row: SheetRow, of sheet: Sheet, _ form: SheetForm, _ headings: [Int: String],
        to records: inout [SheetRecord], _ strangers: inout Set<Int>
    ) {
        let cells = row.cells.filter { !isBlank($0.text) || $0.problem != nil }
        let filled = Set(cells.compactMap { headings[$0.column] })
        if !form.keys.contains(where: filled.contains), !filled.isEmpty, records.isEmpty {
            diagnostics.append(
                .error(
                    "missing-key", "this row has no '\(form.required[0])'",
                    at: place(sheet, row.number, cells[0].column), help: "a row is \(form.row)"))
            return
        }
        if form.keys.contains(where: filled.contains) {
            let first = cells[0]
            records.append(SheetRecord(place: place(sheet, row.number, first.column, text: first.text)))
        }
        for cell in cells {
            let place = place(sheet, row.number, cell.column, text: cell.text)
            guard let heading = headings[cell.column] else {
                if strangers.insert(cell.column).inserted { reportStranger(place, form) }
                continue
            }
            guard report(cell.problem, at: place), reportLength(cell.text, at: place) else { continue }
            let text = linesEndedByLineFeeds(cell.text)
            sources[place.textName ?? ""] = text
            records[records.count - 1].append(CellText(text: text, place: place), under: heading)
        }
    }

    /// - Returns: whether the cell has a text.
    private mutating func report(_ problem: SheetCell.Problem?, at place: Place) -> Bool {
        guard let problem else { return true }
        let message =
            problem == .noValue ? "the formula in this cell has no value" : "the formula in this cell has an error"
        diagnostics.append(
            .error(
                "formula", message, at: place,
                help: "write the text itself; an apostrophe before it keeps a spreadsheet from reading a formula"))
        return false
    }

    /// - Returns: whether the text is one that spreadsheets keep: they cut longer ones in silence.
    private mutating func reportLength(_ text: String, at place: Place) -> Bool {
        let length = text.utf16.count
        guard length > Table.longestCell else { return true }
        var cell = place
        cell.line = nil
        diagnostics.append(
            .error(
                "long-cell", "this cell has \(length) characters", at: cell,
                help:
                    "a cell of a spreadsheet holds \(Table.longestCell); a list goes on in the next row, which has no "
                    + "name"))
        return false
    }

    private mutating func reportStranger(_ place: Place, _ form: SheetForm) {
        diagnostics.append(
            .warning(
                "no-heading", "this column has no heading and is not read", at: place,
                help: allowedHelp(form.headings)))
    }

    // MARK: Headings

    /// - Parameter strangers: gets the columns that are not read.
    /// - Returns: nil and an error when the sheet lacks a column that its rows need.
    private mutating func readHeadings(
        _ row: SheetRow, of sheet: Sheet, _ form: SheetForm, _ strangers: inout Set<Int>
    ) -> [Int: String]? {
        var headings: [Int: String] = [:]
        var misspelt: Set<String> = []
        let known = Dictionary(form.headings.map { (normalizedName($0), $0) }) { first, _ in first }
        for cell in row.cells where !isBlank(cell.text) {
            let place = place(sheet, row.number, cell.column, text: cell.text)
            sources[place.textName ?? ""] = linesEndedByLineFeeds(cell.text)
            guard let heading = known[normalizedName(cell.text)] else {
                strangers.insert(cell.column)
                let unknown = unknownHeading(cell.text, at: place, form)
                diagnostics.append(unknown)
                if let meant = unknown.suggestion { misspelt.insert(meant) }
                continue
            }
            if headings.values.contains(heading) {
                diagnostics.append(
                    .error(
                        "duplicate-heading", "the column '\(heading)' stands twice", at: place, help: "keep one of them"
                    ))
            }
            headings[cell.column] = heading
        }
        let missing = form.required.filter { !headings.values.contains($0) }
        for heading in missing where !misspelt.contains(heading) {
            diagnostics.append(
                .error(
                    "missing-column", "the sheet '\(form.name)' needs the column '\(heading)'",
                    at: Place(file: file, cell: place(sheet, row.number, 1).cell),
                    help: "columns: " + form.headings.joined(separator: ", ")))
        }
        return missing.isEmpty ? headings : nil
    }

    /// A name that is nearly one of ours is a mistake; another one is a column of the researcher's own.
    private func unknownHeading(_ text: String, at place: Place, _ form: SheetForm) -> Diagnostic {
        let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let known = Dictionary(form.headings.map { (normalizedName($0), $0) }) { first, _ in first }
        guard let nearest = nearestName(to: normalizedName(text), among: form.headings.map(normalizedName)) else {
            return .warning(
                "unknown-column", "the column '\(name)' is not read", at: place, help: allowedHelp(form.headings))
        }
        return .error(
            "unknown-column", "unknown column '\(name)'", at: place, help: allowedHelp(form.headings),
            suggestion: known[nearest])
    }

    // MARK: Places

    /// - Parameter text: of the cell; its first line is what a caret underlines.
    private func place(_ sheet: Sheet, _ row: Int, _ column: Int, text: String = "") -> Place {
        Place(
            file: file, line: 1, column: 1,
            length: max(1, text.unicodeScalars.prefix { $0 != "\n" && $0 != "\r" }.count),
            cell: CellName(sheet: sheet.isPart ? nil : sheet.name, row: row, column: column))
    }
}

/// A name of a sheet or column without what people add to it or write otherwise.
func normalizedName(_ text: String) -> String {
    let words = text.lowercased().split { $0.isWhitespace || $0 == "_" || $0 == "-" || $0 == ":" || $0 == "*" }
    return words.joined(separator: " ")
}

/// Programs end the lines of a cell with CR LF, LF or CR.
private func linesEndedByLineFeeds(_ text: String) -> String {
    guard text.utf8.contains(0x0D) else { return text }
    var result = String.UnicodeScalarView()
    var follows = false
    for scalar in text.unicodeScalars {
        if !(follows && scalar == "\n") { result.append(scalar == "\r" ? "\n" : scalar) }
        follows = scalar == "\r"
    }
    return String(result)
}

extension SheetRow {
    /// Whether nothing stands in the row.
    var isEmpty: Bool {
        cells.allSatisfy { $0.problem == nil && $0.text.unicodeScalars.allSatisfy(\.properties.isWhitespace) }
    }
}

private func isBlank(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(\.properties.isWhitespace) }
