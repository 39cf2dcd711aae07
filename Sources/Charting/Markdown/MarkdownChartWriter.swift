import DocumentModel

extension ChartFormat {
    /// A section a document: its fields as a list, then the items of each category as a numbered list. A table
    /// of so many columns and so much text would be unreadable on code hosts.
    static let markdown = ChartFormat(
        name: "md", writer: { try MarkdownChartWriter(path: $0, settings: $1, summary: $2) },
        reader: readMarkdownChart)
}

final class MarkdownChartWriter: ChartWriter {
    private let output: FileOutput
    private let settings: ChartSettings
    private let titleColumn: Int?

    init(path: String, settings: ChartSettings, summary: ChartSummary) throws {
        output = try FileOutput(path: path)
        self.settings = settings
        titleColumn = settings.columns.firstIndex { $0.content == .field("title") }
        try output.write("# \(MarkdownText.escape(settings.title))\n\n> **\(summary.banner)**\n")
        let notes = [summary.caption] + settings.notes + [summary.legend]
        try output.write(">\n> \(notes.map(MarkdownText.escape).joined(separator: " · "))\n")
    }

    func append(_ row: ChartRow) throws {
        try output.write("\n\(MarkdownForm.documentMark)\(MarkdownText.escape(heading(of: row)))\n\n")
        let cells = Array(zip(settings.columns, row.cells))
        for (column, cell) in cells where column.category == nil {
            try output.write(MarkdownForm.field(column.heading, text: cell.plainText) + "\n")
        }
        for (column, cell) in cells where column.category != nil {
            try output.write("\n\(MarkdownForm.categoryMark)\(MarkdownText.escape(column.heading))\n\n")
            try write(cell)
        }
    }

    func finish() throws {
        try output.close()
    }

    private func write(_ cell: ChartCell) throws {
        if cell.items.isEmpty {
            try output.write("*\(cell == .empty ? "Nothing found" : MarkdownText.escape(cell.plainText))*\n")
        }
        for item in cell.items {
            let themes = item.themes.joined(separator: ItemText.themeSeparator)
            let state = item.passage.state == .machine ? "" : ", " + item.passage.state.rawValue
            let text = MarkdownText.escape(themes) + ItemText.statementSeparator + MarkdownText.escape(item.printed)
            try output.write("\(item.number)) \(text)\(MarkdownForm.placeMark)p. \(item.passage.page)\(state))*\n")
        }
    }

    private func heading(of row: ChartRow) -> String {
        if let titleColumn, case .text(let title) = row.cells[titleColumn] { title } else { row.document }
    }
}

/// How the parts of the file begin; escaped text never does.
enum MarkdownForm {
    static let documentMark = "## "
    static let categoryMark = "### "
    static let fieldBeginning = "- **"
    /// Between a statement and its page.
    static let placeMark = " *("

    static func field(_ heading: String, text: String) -> String {
        fieldMark(heading) + MarkdownText.escape(text)
    }

    static func fieldMark(_ heading: String) -> String {
        "\(fieldBeginning)\(MarkdownText.escape(heading)):** "
    }
}
