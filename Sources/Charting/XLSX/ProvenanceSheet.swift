import DocumentModel
import Spreadsheets

/// The sheet that says of each item where it comes from and what decided it.
final class ProvenanceSheet {
    static let name = "Provenance"

    /// The columns that reading back needs.
    enum Column: Int, CaseIterable {
        case id, file, page, category, number, themes, statement, headings, leadIn, section, rules, words, scores,
            wording, state
    }

    private let sheet: XLSXSheet
    private let settings: ChartSettings
    private let categoryHeadings: [String: String]

    init(workbook: XLSXWorkbook, settings: ChartSettings, lines: [XLSXHead.Line], rowsPerSheet: Int) throws {
        self.settings = settings
        categoryHeadings = Dictionary(
            settings.columns.compactMap { column in column.category.map { ($0, column.heading) } },
            uniquingKeysWith: { first, _ in first })
        let columns = Column.allCases.map { XLSXColumn(heading: $0.heading, width: $0.width) }
        let head = XLSXHead(lines: lines, columns: columns, frozenColumns: 1)
        sheet = try XLSXSheet(workbook: workbook, name: Self.name, head: head, rowsPerSheet: rowsPerSheet)
    }

    func append(_ item: ChartItem, document: String) throws {
        let evidence = Evidence(item: item, settings: settings)
        let parts = Column.allCases.map { column -> [String] in
            let text = text(column, of: item, document: document, evidence)
            return column.isLong ? CellParts.split([text], width: column.width) : [text]
        }
        let rows = parts.map(\.count).max() ?? 1
        for index in 0..<rows {
            try sheet.append(
                zip(Column.allCases, parts).map { column, parts in
                    if index > 0, column == .state {
                        let mark = ContinuationMark(row: index + 1, count: rows)
                        return XLSXCell(value: .text(mark.text), isQuiet: true)
                    }
                    return cell(column, parts: parts, row: index)
                })
        }
    }

    func finish() throws {
        try sheet.finish()
    }

    private func cell(_ column: Column, parts: [String], row: Int) -> XLSXCell {
        let isRepeated = row >= parts.count
        let text = isRepeated ? (column.isLong ? "" : parts[0]) : parts[row]
        if column == .page || column == .number, let number = Int(text) {
            return XLSXCell(value: .number(Double(number)), isQuiet: isRepeated)
        }
        return XLSXCell(value: .text(text), isQuiet: isRepeated)
    }

    private func text(_ column: Column, of item: ChartItem, document: String, _ evidence: Evidence) -> String {
        switch column {
        case .id: item.passage.id
        case .file: document
        case .page: String(item.passage.page)
        case .category: categoryHeadings[item.category] ?? item.category
        case .number: String(item.number)
        case .themes: item.themes.joined(separator: ItemText.themeSeparator)
        case .statement: item.statement
        case .headings: item.passage.headings.joined(separator: " › ")
        case .leadIn: item.passage.leadIn ?? ""
        case .section: item.passage.section?.rawValue ?? ""
        case .rules: evidence.rules
        case .words: evidence.words
        case .scores: evidence.scores
        case .wording: item.passage.wording ?? ""
        case .state: item.passage.state.rawValue
        }
    }
}

extension ProvenanceSheet.Column {
    var heading: String {
        switch self {
        case .id: "Item"
        case .file: "File"
        case .page: "Page"
        case .category: "Category"
        case .number: "No."
        case .themes: "Themes"
        case .statement: "Statement"
        case .headings: "Headings"
        case .leadIn: "Lead-in"
        case .section: "Section"
        case .rules: "Rules"
        case .words: "Words that decided"
        case .scores: "Score"
        case .wording: "Reviewer's wording"
        case .state: "State"
        }
    }

    /// In characters.
    var width: Int {
        switch self {
        case .id: 18
        case .file: 26
        case .page, .number: 7
        case .category, .themes: 20
        case .statement: 64
        case .headings, .rules, .words: 32
        case .leadIn, .wording: 24
        case .section, .scores: 16
        case .state: 11
        }
    }

    /// Whether the text may be too long for a cell; what is not is repeated in continuation rows.
    fileprivate var isLong: Bool {
        switch self {
        case .statement, .headings, .leadIn, .rules, .words, .scores, .wording: true
        case .id, .file, .page, .category, .number, .themes, .section, .state: false
        }
    }
}
