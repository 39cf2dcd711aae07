import Diagnostics
import JSON

/// Reads a chart that ``JSONChartWriter`` wrote: what is before the rows, each row, and the end, as the lines
/// of the file.
func readJSONChart(path: String, settings: ChartSettings, _ body: (ReadBackRow) throws -> Void) throws {
    let input = try FileInput(path: path)
    let categories = settings.columns.filter { $0.category != nil }
    do {
        let head = try input.line() ?? []
        let chart = try decodeJSON(Chart.self, from: head + "]}".utf8)
        guard chart.columns.map(\.id) == settings.columns.map(\.id) else {
            throw FileError(path: path, message: "the columns are \(chart.columns.map(\.id))")
        }
        while true {
            guard let line = try input.line() else { throw FileError(path: path, message: "the chart has no end") }
            if line == ArraySlice("]}".utf8) { break }
            let row = line.last == UInt8(ascii: ",") ? line.dropLast() : line
            try body(try decodeJSON(Row.self, from: row).readBack(categories: categories))
        }
    } catch let error as DecodingError {
        throw FileError(path: path, message: "no chart: \(error)")
    }
}

private struct Chart: Decodable {
    struct Column: Decodable {
        var id: String
    }

    var columns: [Column]
    var rows: [Row]
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
