import Diagnostics
import DocumentModel
import Tables

/// Reads gold from a CSV file, a row a code or a passage without one: our long form (`doc`, `id`, `text`, `dimension`,
/// `code`, `coder`, `ambiguous`, `heading`, `section`), Taguette's highlights (`id`, `document`, `tag`, `content`), and
/// QualCoder's coded segments. Columns are known by their names, in any order and case.
///
/// With a column `text`, rows of the same id or text and coder are one passage. With a column `quote`, or one of the
/// programs' names for it, rows are pieces of documents.
func readGoldTable(_ bytes: [UInt8], file: String) -> (gold: GoldFile, diagnostics: [Diagnostic]) {
    let (sheets, problems) = readCSVTables(bytes, file: file)
    guard let sheet = sheets.first, let header = sheet.rows.first else {
        return (GoldFile(), problems + [.error("no-table", "the file has no table", at: Place(file: file))])
    }
    var columns: [GoldColumn: Int] = [:]
    for cell in header.cells {
        if let column = GoldColumn(heading: cell.text), columns[column] == nil { columns[column] = cell.column }
    }
    guard columns[.code] != nil, columns[.text] != nil || columns[.quote] != nil else {
        let missing = Diagnostic.error(
            "missing-column", "the table has no column for codes and for passages", at: Place(file: file, line: 1),
            help: "columns: doc, id, text or quote, dimension, code, coder, ambiguous, heading, section; or those that "
                + "Taguette and QualCoder write")
        return (GoldFile(), problems + [missing])
    }
    var reader = TableGoldReader(columns: columns, file: file)
    for row in sheet.rows.dropFirst() { reader.read(row) }
    return (reader.gold, problems + reader.diagnostics)
}

/// What a column holds.
private enum GoldColumn: Hashable {
    case document, id, text, quote, dimension, code, coder, ambiguous, heading, section, start

    init?(heading: String) {
        let words = heading.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
        switch words {
        case "doc", "document", "file", "filename", "file name", "file case", "case", "source": self = .document
        case "id", "passage", "unit": self = .id
        case "text", "passage text": self = .text
        case "quote", "content", "coded text", "coded", "seltext", "segment", "text segment", "coded segment":
            self = .quote
        case "dimension": self = .dimension
        case "code", "codes", "tag", "tags", "codename", "code name", "label": self = .code
        case "coder", "owner", "annotator", "coder name": self = .coder
        case "ambiguous": self = .ambiguous
        case "heading": self = .heading
        case "section": self = .section
        case "start", "pos0", "position": self = .start
        default: return nil
        }
    }
}

private struct TableGoldReader {
    private let columns: [GoldColumn: Int]
    private let file: String
    private var passages: [GoldPassage] = []
    private var numbers: [String: Int] = [:]
    private var quotes = ItemsByDocument(isExhaustive: true)
    private(set) var diagnostics: [Diagnostic] = []

    init(columns: [GoldColumn: Int], file: String) {
        self.columns = columns
        self.file = file
    }

    var gold: GoldFile { GoldFile(passages: passages, documents: quotes.documents) }

    mutating func read(_ row: SheetRow) {
        func value(_ column: GoldColumn) -> String? {
            guard let number = columns[column] else { return nil }
            let text = row.cells.first { $0.column == number }?.text ?? ""
            return text.allSatisfy(\.isWhitespace) ? nil : text
        }
        let place = Place(file: file, line: row.number)
        let code =
            value(.code).map { [DimensionCodes(dimension: value(.dimension) ?? "", codes: namedCodes($0))] } ?? []
        // A row without a code says that the person looked at the dimension and found none.
        let codes = code.isEmpty ? value(.dimension).map { [DimensionCodes(dimension: $0, codes: [])] } ?? [] : code
        let isAmbiguous = ["1", "true", "yes", "x"].contains((value(.ambiguous) ?? "").lowercased())
        if let quote = value(.quote) {
            guard let document = value(.document) else { return report("document", at: place) }
            let item = GoldItem(
                quote: quote, start: value(.start).flatMap { Int($0) }, codes: codes, coder: value(.coder),
                isAmbiguous: isAmbiguous, place: place)
            return quotes.append(item, to: DecidedDocument(path: document, sha256: ""))
        }
        guard let text = value(.text) else { return report("text", at: place) }
        let key = [value(.document), value(.id) ?? text, value(.coder)].map { $0 ?? "" }.joined(separator: "\u{0}")
        if let known = numbers[key] {
            passages[known].codes = merged(passages[known].codes, codes)
            passages[known].isAmbiguous = passages[known].isAmbiguous || isAmbiguous
            return
        }
        numbers[key] = passages.count
        let section = value(.section).flatMap { SectionKind(rawValue: $0.lowercased()) }
        passages.append(
            GoldPassage(
                passage: Passage(
                    id: value(.id) ?? "row \(row.number)", text: text, headings: value(.heading).map { [$0] } ?? [],
                    section: section),
                codes: codes, document: value(.document), coder: value(.coder), isAmbiguous: isAmbiguous, place: place))
    }

    private mutating func report(_ column: String, at place: Place) {
        diagnostics.append(.error("missing-value", "the row has no \(column)", at: place))
    }
}

/// The codes of a cell, parted by semicolons.
private func namedCodes(_ cell: String) -> [String] {
    cell.split(separator: ";").map { String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
        .filter { !$0.isEmpty }
}

/// The codes of both, each once, by dimension.
func merged(_ first: [DimensionCodes], _ second: [DimensionCodes]) -> [DimensionCodes] {
    second.reduce(into: first) { all, more in
        if let index = all.firstIndex(where: { $0.dimension == more.dimension }) {
            all[index].codes += more.codes.filter { !all[index].codes.contains($0) }
        } else {
            all.append(more)
        }
    }
}
