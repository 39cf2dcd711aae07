import Diagnostics
import JSON

/// Reads a report that ``ReportWriter`` wrote, a document at a time: what it gives are the quotes at the places that the
/// page shows them from.
///
/// - Throws: ``FileError`` when the file is no report of these settings, and what `body` throws.
package func readReport(
    path: String, settings: ChartSettings, _ body: (ReadBackRow) throws -> Void
) throws {
    let input = try FileInput(path: path)
    let categories = settings.columns.compactMap(\.category)
    let start = Array(ReportWriter.documentStart.utf8)
    let end = Array(ReportWriter.dataEnd.utf8.dropLast())
    var last: [UInt8] = []
    do {
        while let line = try input.line() {
            if line.starts(with: start), line.count >= start.count + end.count, line.suffix(end.count) == end[...] {
                let data = line.dropFirst(start.count).dropLast(end.count)
                try body(try decodeJSON(DocumentData.self, from: data).readBack(categories: categories))
            }
            last = Array(line)
        }
    } catch let error as DecodingError {
        throw FileError(path: path, message: "no report: \(error)")
    }
    guard last == Array("</html>".utf8) else { throw FileError(path: path, message: "the report has no end") }
}

private struct DocumentData: Decodable {
    struct Item: Decodable {
        var id: String
        /// Category, number and score of each cell that it stands in.
        var `in`: [[Int]]
        var themes: [Theme]
        /// Text, start and end.
        var quote: [Int]
    }

    struct Theme: Decodable {
        var label: String

        init(from decoder: any Decoder) throws {
            var container = try decoder.unkeyedContainer()
            label = try container.decode(String.self)
        }
    }

    var path: String
    var texts: [String]
    var items: [Item]

    func readBack(categories: [String]) throws -> ReadBackRow {
        let scalars = texts.map { Array($0.unicodeScalars) }
        var statements: [(category: Int, statement: ChartedStatement)] = []
        for item in items {
            let quote = try quote(of: item, in: scalars)
            for cell in item.in where cell.count == 3 && categories.indices.contains(cell[0]) {
                statements.append(
                    (
                        cell[0],
                        ChartedStatement(
                            category: categories[cell[0]], number: cell[1], themes: item.themes.map(\.label),
                            statement: quote)
                    ))
            }
        }
        statements.sort { ($0.category, $0.statement.number) < ($1.category, $1.statement.number) }
        return ReadBackRow(document: path, statements: statements.map(\.statement))
    }

    private func quote(of item: Item, in texts: [[Unicode.Scalar]]) throws -> String {
        guard item.quote.count == 3, texts.indices.contains(item.quote[0]), item.quote[1] >= 0,
            item.quote[1] <= item.quote[2], item.quote[2] <= texts[item.quote[0]].count
        else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: [], debugDescription: "item \(item.id) has its quote nowhere"))
        }
        return String(String.UnicodeScalarView(texts[item.quote[0]][item.quote[1]..<item.quote[2]]))
    }
}
