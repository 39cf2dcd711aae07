extension TableFormat {
    /// One self-contained page without scripts, that is well-formed XML too.
    static let html = TableFormat(
        name: "html", writer: { try HTMLTableWriter($0, path: $1) }, reader: { try HTMLTableReader($0, path: $1) })
}

private final class HTMLTableWriter: TableWriter {
    private let output: FileOutput
    private var table: HTMLTableMarkup
    private var markup = HTMLMarkup()

    init(_ table: TableHead, path: String) throws {
        output = try FileOutput(path: path)
        self.table = HTMLTableMarkup(table)
        markup.beginPage(
            title: table.name + ": " + table.title, language: table.language,
            styleSheet: baseStyleSheet + tableStyleSheet)
        markup.element("header") { markup in
            markup.element("p", ["class": "review"], text: table.title)
            markup.element("h1", text: table.name)
            markup.element("p", ["class": "draft"], text: table.banner)
        }
        markup.raw("\n")
        self.table.begin(&markup)
        try flush()
    }

    func append(_ row: [ReviewCell]) throws {
        table.append(row, to: &markup)
        try flush()
    }

    func finish() throws {
        table.end(&markup)
        markup.raw("</body>\n</html>\n")
        try flush()
        try output.close()
    }

    private func flush() throws {
        try output.write(markup.bytes)
        markup.removeAll()
    }
}

/// Writes a table with its caption and notes, for a page of its own or inside another.
struct HTMLTableMarkup {
    private let table: TableHead
    /// Texts of the columns of groups in the row before.
    private var group: [String] = []

    init(_ table: TableHead) {
        self.table = table
    }

    func begin(_ markup: inout HTMLMarkup) {
        let hasLists = table.columns.contains { $0.kind == .statements }
        writeCaption(to: &markup)
        let name = hasLists ? "table lists" : "table"
        markup.raw("<table class=\"\(name)\" aria-labelledby=\"\(table.id)-caption\">\n")
        if hasLists { writeWidths(&markup) }
        markup.element("thead") { markup in
            markup.element("tr") { markup in
                for column in table.columns {
                    markup.element(
                        "th", ["scope": "col", "class": column.isNumber ? "number" : nil], text: column.heading)
                }
            }
        }
        markup.raw("\n<tbody>\n")
    }

    func writeCaption(to markup: inout HTMLMarkup) {
        markup.element("p", ["class": "caption", "id": table.id + "-caption"], text: table.caption)
        markup.raw("\n")
        for note in table.notes {
            markup.element("p", ["class": "note"], text: note)
            markup.raw("\n")
        }
    }

    mutating func append(_ row: [ReviewCell], to markup: inout HTMLMarkup) {
        let groups = zip(table.columns, row).filter { $0.0.kind == .group }.map { $1.plainText(in: $0) }
        let isRepeated = groups == group
        group = groups
        markup.element("tr", ["class": isRepeated || groups.isEmpty ? nil : "first"]) { markup in
            for (column, cell) in zip(table.columns, row) {
                write(cell, in: column, isRepeated: isRepeated && column.kind == .group, to: &markup)
            }
        }
        markup.raw("\n")
    }

    func end(_ markup: inout HTMLMarkup) {
        markup.raw("</tbody>\n</table>\n")
    }

    /// Statements get most of the page.
    private func writeWidths(_ markup: inout HTMLMarkup) {
        let whole = max(table.columns.reduce(0) { $0 + $1.width }, 1)
        markup.element("colgroup") { markup in
            for column in table.columns { markup.raw("<col style=\"width: \(column.width * 100 / whole)%\"/>") }
        }
    }

    private func write(_ cell: ReviewCell, in column: TableColumn, isRepeated: Bool, to markup: inout HTMLMarkup) {
        let kinds = [
            column.isNumber ? "number" : nil, cell.isAbsent ? "absent" : nil, cell == .count(0) ? "zero" : nil,
        ].compactMap(\.self)
        markup.element("td", ["class": kinds.isEmpty ? nil : kinds.joined(separator: " ")]) { markup in
            if case .statements(let categories) = cell {
                for category in categories { write(category, to: &markup) }
            } else {
                let text = cell.plainText(in: column)
                markup.element("span", ["class": isRepeated ? "line repeated" : "line", "dir": "auto"], text: text)
            }
        }
    }

    /// Numbers are text of the page, so that they are copied and read aloud with the statements.
    private func write(_ category: CategoryStatements, to markup: inout HTMLMarkup) {
        markup.element("p", ["class": "line category"], text: category.label + ":")
        markup.element("ol") { markup in
            for (index, statement) in category.statements.enumerated() {
                markup.element("li", ["class": "line"]) { markup in
                    markup.element("span", ["class": "ordinal"], text: "\(index + 1)) ")
                    markup.text(statement.marked)
                }
            }
        }
    }
}
