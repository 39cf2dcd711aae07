package import Diagnostics
package import Tables
import YAML

/// A codebook that was read from a spreadsheet.
package struct SheetCodebook: Sendable {
    /// nil if any diagnostic is an error.
    package var codebook: Codebook?
    /// In the order of sheets and cells.
    package var diagnostics: [Diagnostic]
    /// The texts of cells that diagnostics point into, by the names that their places give.
    package var sources: [String: String]
}

/// Reads a codebook from the sheets of a workbook or the tables of a CSV file, and checks it like one in YAML.
///
/// - Parameters:
///   - file: path for the places of diagnostics.
///   - yaml: path of the YAML file that is made of it, from whose folder included files are found; the spreadsheet's own
///     if there is none.
///   - diagnostics: what is known already to be wrong with the file.
///   - include: gives the text of a file that the codebook includes, by its path, each once.
package func loadCodebook(
    sheets: [Sheet], file: String, yaml: String? = nil, diagnostics: [Diagnostic] = [],
    include: (_ path: String) -> IncludedFile = { _ in .missing }
) -> SheetCodebook {
    guard sheets.reduce(0, { $0 + $1.cellCount }) <= mostCells else {
        let error = Diagnostic.error(
            "too-large", "there are more than \(mostCells) cells, which no codebook has", at: Place(file: file))
        return SheetCodebook(codebook: nil, diagnostics: [error], sources: [:])
    }
    let (chosen, problems) = ChosenSheets.choose(from: sheets, file: file)
    var tree = SheetTree(file: file)
    let root = tree.root(chosen, id: id(madeOf: file))
    let known = diagnostics + problems + tree.reader.diagnostics
    var codebook: Codebook?
    var found = known
    if let root {
        var reader = CodebookReader(source: SourceText("", file: yaml ?? file), diagnostics: known)
        codebook = reader.readAndCheck(root, include: include)
        found = withoutNamesOfMissingFiles(reader.diagnostics).map(\.inWordsOfSheets)
    }
    let sorted = inOrderOfCells(found, sheets: sheets.map(\.name))
    let shown = firstOf(sorted, file: file)
    let names = Set(shown.compactMap { $0.place?.textName })
    return SheetCodebook(
        codebook: sorted.hasErrors ? nil : codebook, diagnostics: shown,
        sources: tree.reader.sources.filter { names.contains($0.key) })
}

/// Ten times those of a codebook of 2,000 rules.
private let mostCells = 500_000

/// What a person mends at once, errors before anything else: a table of something else has an error in every row.
private func firstOf(_ diagnostics: [Diagnostic], file: String) -> [Diagnostic] {
    let most = 200
    guard diagnostics.count > most else { return diagnostics }
    let errors = diagnostics.filter { $0.severity == .error }
    let first = (errors.isEmpty ? diagnostics : errors).prefix(most)
    let more = Diagnostic.note(
        "more-findings", "there are \(diagnostics.count - first.count) more findings", at: Place(file: file))
    return first + [more]
}

extension Sheet {
    fileprivate var cellCount: Int { rows.reduce(0) { $0 + $1.cells.count } }
}

/// An id from a file's name: `our-codes` for `Review/Our codes.xlsx`.
private func id(madeOf file: String) -> String {
    let name = file.split(separator: "/").last.map { String($0) } ?? ""
    let base = name.split(separator: ".", omittingEmptySubsequences: false).dropLast().joined(separator: ".")
    let id = ownOrSuggestedID(base)
    return isID(id) ? id : "codebook"
}

private func inOrderOfCells(_ diagnostics: [Diagnostic], sheets: [String?]) -> [Diagnostic] {
    func key(_ diagnostic: Diagnostic) -> [Int] {
        let place = diagnostic.place
        guard let cell = place?.cell else { return [-1, place?.line ?? 0] }
        let sheet = sheets.firstIndex { $0 == cell.sheet } ?? -1
        return [sheet, cell.row, cell.column, place?.line ?? 0, place?.column ?? 0]
    }
    // Places without a cell are of the file; those of one place stay as they were found.
    return inOrderOfLines(diagnostics).enumerated().map { (key($0.element) + [$0.offset], $0.element) }
        .sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
}

/// Which sheet is which.
struct ChosenSheets {
    private var sheets: [String: Sheet] = [:]

    subscript(form: SheetForm) -> Sheet? { sheets[form.name] }

    /// Sheets by their names; a file with one sheet of any name, or none, has the codes there.
    static func choose(from sheets: [Sheet], file: String) -> (ChosenSheets, [Diagnostic]) {
        var chosen = ChosenSheets()
        var diagnostics: [Diagnostic] = []
        var others: [Sheet] = []
        for sheet in sheets {
            let name = normalizedName(sheet.name ?? "")
            guard name != normalizedName(Guide.name) else { continue }
            guard let form = SheetForm.all.first(where: { normalizedName($0.name) == name }) else {
                if sheet.rows.contains(where: { !$0.isEmpty }) { others.append(sheet) }
                continue
            }
            guard chosen.sheets[form.name] == nil else {
                diagnostics.append(
                    .error(
                        "duplicate-sheet", "the sheet '\(form.name)' is there twice", at: Place(file: file),
                        help: "put all rows into one of them"))
                continue
            }
            chosen.sheets[form.name] = sheet
        }
        if chosen[.codes] == nil, let index = chosen.indexOfCodes(in: others) {
            chosen.sheets[SheetForm.codes.name] = others.remove(at: index)
        }
        diagnostics += others.map { notRead($0, file: file) }
        if chosen[.codes] == nil {
            diagnostics.append(
                .error(
                    "no-codes", "there is no sheet 'Codes'", at: Place(file: file),
                    help: "its columns: " + SheetForm.codes.headings.joined(separator: ", ")))
        }
        return (chosen, diagnostics)
    }

    /// The sheet that has the headings of Codes; the only one of a file without any of our sheets.
    private func indexOfCodes(in others: [Sheet]) -> Int? {
        let required = SheetForm.codes.required.map(normalizedName)
        let index = others.firstIndex { sheet in
            sheet.rows.prefix(20).contains { row in
                let names = row.cells.map { normalizedName($0.text) }
                return required.allSatisfy(names.contains)
            }
        }
        return index ?? (sheets.isEmpty && others.count == 1 ? 0 : nil)
    }

    /// A name that is nearly one of ours is a mistake; another one is a sheet of the researcher's own.
    private static func notRead(_ sheet: Sheet, file: String) -> Diagnostic {
        let name = sheet.name ?? ""
        let names = SheetForm.all.map(\.name)
        let help = "sheets: " + names.joined(separator: ", ")
        guard let nearest = nearestName(to: name, among: names) else {
            return .note("unknown-sheet", "the sheet '\(name)' is not read", at: Place(file: file), help: help)
        }
        return .error(
            "unknown-sheet", "unknown sheet '\(name)'", at: Place(file: file), help: help, suggestion: nearest)
    }
}
