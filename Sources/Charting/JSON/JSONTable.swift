import JSON

extension TableFormat {
    /// `{"table", "title", "draft", "caption", "notes", "columns": […], "rows": […]}`, a row a line, keyed by column id.
    static let json = TableFormat(
        name: "json", writer: { try JSONTableWriter($0, path: $1) }, reader: { try JSONTableReader($0, path: $1) })
}

/// Cells are a text, a number, `{"absent": "Not stated"}`, or an array of `{"category", "label", "statements": [{"text",
/// "state"?}]}`.
private final class JSONTableWriter: TableWriter {
    private let rows: JSONRowsWriter
    private let table: TableHead

    init(_ table: TableHead, path: String) throws {
        self.table = table
        rows = try JSONRowsWriter(path: path) { json in
            json.member("table", table.id)
            json.member("title", table.title)
            json.member("draft", table.banner)
            json.member("caption", table.caption)
            json.member("notes", table.notes)
            json.key("columns")
            json.array(of: table.columns) { json, column in
                json.object { json in
                    json.member("id", column.id)
                    json.member("heading", column.heading)
                }
            }
        }
    }

    func append(_ row: [ReviewCell]) throws {
        try rows.append { json in
            for (column, cell) in zip(table.columns, row) {
                json.key(column.id)
                write(cell, to: &json)
            }
        }
    }

    func finish() throws {
        try rows.finish()
    }

    private func write(_ cell: ReviewCell, to json: inout JSONWriter) {
        switch cell {
        case .text(let text): json.value(text)
        case .absent(let reason): json.object { $0.member("absent", reason) }
        case .count(let count): json.value(count)
        case .decimal(let thousandths): json.value(thousandths: thousandths)
        case .statements(let categories): json.array(of: categories) { write($1, to: &$0) }
        }
    }

    private func write(_ category: CategoryStatements, to json: inout JSONWriter) {
        json.object { json in
            json.member("category", category.category)
            json.member("label", category.label)
            json.key("statements")
            json.array(of: category.statements) { json, statement in
                json.object { json in
                    json.member("text", statement.text)
                    json.member("state", statement.state?.rawValue)
                }
            }
        }
    }
}
