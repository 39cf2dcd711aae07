import Diagnostics
import JSON

/// Reads a report that ``ReportWriter`` wrote, a document at a time: what it gives are the items of the chart, and the
/// quotes at the places that the page shows them from.
///
/// - Throws: ``FileError`` when the file is no report of these settings, and what `body` throws.
package func readReport(
    path: String, settings: ChartSettings, _ body: (ReportReadBack) throws -> Void
) throws {
    let input = try FileInput(path: path)
    let categories = settings.columns.compactMap(\.category)
    var document: DocumentData?
    var last: ArraySlice<UInt8> = []
    do {
        while let line = try input.line() {
            if let data = data(of: line, start: ReportWriter.documentStart) {
                document = try decodeJSON(DocumentData.self, from: data)
            } else if let data = data(of: line, start: ReportWriter.evidenceStart), let known = document {
                try body(try decodeJSON(EvidenceData.self, from: data).readBack(known, categories: categories))
                document = nil
            }
            last = line
        }
    } catch let error as DecodingError {
        throw FileError(path: path, message: "no report: \(error)")
    }
    guard last == ArraySlice("</html>".utf8), document == nil else {
        throw FileError(path: path, message: "the report has no end")
    }
}

/// What stands in a line between the start of a script element and its end.
private func data(of line: ArraySlice<UInt8>, start: String) -> ArraySlice<UInt8>? {
    let end = ReportWriter.dataEnd.utf8.dropLast()
    guard line.starts(with: start.utf8), line.count >= start.utf8.count + end.count,
        line.suffix(end.count).elementsEqual(end)
    else { return nil }
    return line.dropFirst(start.utf8.count).dropLast(end.count)
}

private struct DocumentData: Decodable {
    struct Item: Decodable {
        var id: String
        /// Category, number and score of each cell that it stands in.
        var `in`: [[Int]]
        var themes: [Theme]
        /// A reviewer's wording, which stands for the quote in the chart.
        var printed: String?
        /// Pages of further passages that say the same.
        var mentions: [Int]?
    }

    struct Theme: Decodable {
        var label: String

        init(from decoder: any Decoder) throws {
            var container = try decoder.unkeyedContainer()
            label = try container.decode(String.self)
        }
    }

    var path: String
    var items: [Item]
}

private struct EvidenceData: Decodable {
    struct Item: Decodable {
        /// Text, start and end.
        var quote: [Int]
    }

    var texts: [String]
    var items: [Item]

    func readBack(_ document: DocumentData, categories: [String]) throws -> ReportReadBack {
        guard document.items.count == items.count else { throw damage("items without evidence in \(document.path)") }
        let scalars = texts.map { Array($0.unicodeScalars) }
        var statements: [(category: Int, statement: ChartedStatement)] = []
        var evidence: [ReportEvidence] = []
        for (item, place) in zip(document.items, items) {
            let quote = try quote(of: place, in: scalars)
            evidence.append(ReportEvidence(id: item.id, quote: quote, mentions: item.mentions ?? []))
            for cell in item.in {
                guard cell.count == 3, categories.indices.contains(cell[0]) else { throw damage("no cell: \(cell)") }
                let statement = ChartedStatement(
                    category: categories[cell[0]], number: cell[1], themes: item.themes.map(\.label),
                    statement: item.printed ?? quote)
                statements.append((cell[0], statement))
            }
        }
        statements.sort { ($0.category, $0.statement.number) < ($1.category, $1.statement.number) }
        return ReportReadBack(
            chart: ReadBackRow(document: document.path, statements: statements.map(\.statement)), evidence: evidence)
    }

    private func quote(of item: Item, in texts: [[Unicode.Scalar]]) throws -> String {
        guard item.quote.count == 3, texts.indices.contains(item.quote[0]), item.quote[1] >= 0,
            item.quote[1] <= item.quote[2], item.quote[2] <= texts[item.quote[0]].count
        else { throw damage("a quote that stands nowhere: \(item.quote)") }
        return String(String.UnicodeScalarView(texts[item.quote[0]][item.quote[1]..<item.quote[2]]))
    }

    private func damage(_ what: String) -> DecodingError {
        .dataCorrupted(DecodingError.Context(codingPath: [], debugDescription: what))
    }
}
