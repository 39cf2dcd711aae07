import Diagnostics

/// Reads a chart that ``JSONChartWriter`` wrote.
func readJSONChart(path: String, settings: ChartSettings, _ body: (ReadBackRow) throws -> Void) throws {
    let rows = try JSONRowsReader(path: path, name: "chart")
    let columns = try rows.head(Head.self).columns.map(\.id)
    guard columns == settings.columns.map(\.id) else {
        throw FileError(path: path, message: "the columns are \(columns)")
    }
    let categories = settings.columns.filter { $0.category != nil }
    while let row = try rows.next(Row.self) { try body(row.readBack(categories: categories)) }
}

private struct Head: Decodable {
    struct Column: Decodable {
        var id: String
    }

    var columns: [Column]
}

private struct Row: Decodable {
    var document: String
    var cells: [String: Cell]

    func readBack(categories: [ChartColumn]) -> ReadBackRow {
        let statements = categories.flatMap { column in
            (cells[column.id]?.items ?? []).map { item in
                ChartedStatement(
                    category: column.category!, number: item.number, themes: item.themes,
                    statement: item.wording.map(markedWording) ?? item.statement)
            }
        }
        return ReadBackRow(document: document, statements: statements)
    }
}

private struct Cell: Decodable {
    struct Item: Decodable {
        var number: Int
        var themes: [String]
        var statement: String
        var wording: String?
    }

    /// nil in a cell of another kind.
    var items: [Item]?

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let isText = (try? container.decode(String.self)) != nil
        let isAbsent = isText ? false : (try? container.decode([String: String].self)) != nil
        items = isText || isAbsent ? nil : try container.decode([Item].self)
    }
}
