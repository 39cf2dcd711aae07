extension TableFormat {
    /// A table as code hosts show it; one with lists of statements is a section a row instead.
    static let markdown = TableFormat(
        name: "md", writer: { try MarkdownTableWriter($0, path: $1) },
        reader: { table, path in
            if table.hasLists { return try MarkdownSectionReader(table, path: path) }
            return try MarkdownTableReader(table, path: path)
        })
}

private final class MarkdownTableWriter: TableWriter {
    private let output: FileOutput
    private let table: TableHead

    init(_ table: TableHead, path: String) throws {
        output = try FileOutput(path: path)
        self.table = table
        try output.write("# \(MarkdownText.escape(table.name + ": " + table.title))\n\n")
        try output.write("> **\(MarkdownText.escape(table.banner))**\n")
        for text in [table.caption] + table.notes { try output.write(">\n> \(MarkdownText.escape(text))\n") }
        guard !table.hasLists else { return }
        try output.write("\n" + MarkdownTableForm.line(table.columns.map(\.heading)))
        let rules = table.columns.map { $0.isNumber ? "---:" : ":---" }.joined(separator: " | ")
        try output.write("| \(rules) |\n")
    }

    func append(_ row: [ReviewCell]) throws {
        guard table.hasLists else {
            return try output.write(MarkdownTableForm.line(plainTexts(of: row, in: table)))
        }
        let cells = Array(zip(table.columns, row))
        let names = cells.prefix(table.frozenColumns).map { $1.plainText(in: $0) }
        try output.write("\n\(MarkdownForm.documentMark)\(MarkdownText.escape(names.joined(separator: ": ")))\n\n")
        for (column, cell) in cells where column.kind != .statements {
            try output.write(MarkdownForm.field(column.heading, text: cell.plainText(in: column)) + "\n")
        }
        for (column, cell) in cells where column.kind == .statements {
            try output.write("\n\(MarkdownForm.categoryMark)\(MarkdownText.escape(column.heading))\n")
            try write(cell, in: column)
        }
    }

    func finish() throws {
        try output.close()
    }

    private func write(_ cell: ReviewCell, in column: TableColumn) throws {
        guard case .statements(let categories) = cell, !categories.isEmpty else {
            let text = cell.plainText(in: column)
            return try output.write("\n*\(text.isEmpty ? MarkdownTableForm.nothing : MarkdownText.escape(text))*\n")
        }
        for category in categories {
            try output.write("\n**\(MarkdownText.escape(category.label + ":"))**\n\n")
            for (index, statement) in category.statements.enumerated() {
                try output.write("\(index + 1)) \(MarkdownText.escape(statement.marked))\n")
            }
        }
    }
}

/// How the parts of a written table look; escaped text never does.
enum MarkdownTableForm {
    /// What stands for an empty cell of statements.
    static let nothing = "Nothing found"

    static func line(_ texts: [String]) -> String {
        "| " + texts.map(MarkdownText.escape).joined(separator: " | ") + " |\n"
    }
}

extension TableHead {
    var hasLists: Bool { columns.contains { $0.kind == .statements } }
}
