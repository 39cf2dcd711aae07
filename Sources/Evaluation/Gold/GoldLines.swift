import Diagnostics
import DocumentModel

/// Reads gold NDJSON, where each line says by its keys what it is: `{"items": […]}` a document's row of a chart,
/// `{"quote": …}` a piece of a document, `{"text": …}` a passage.
///
///     {"doc": "report.pdf", "quote": "Funds were short.", "prefix": "…", "suffix": "…", "codes": {"theme": ["economic"]}}
func readGoldLines(
    _ text: String, file: String, chart: ChartDimensions
) -> (gold: GoldFile, diagnostics: [Diagnostic]) {
    var gold = GoldFile()
    var quotes = ItemsByDocument(isExhaustive: true)
    var lineOfID: [String: Int] = [:]
    let diagnostics = readGoldLines(GoldLine.self, in: text, file: file) { line, place in
        switch line {
        case .passage(let record):
            let (passage, findings) = record.gold(at: place)
            let key = [passage.document, passage.passage.id, passage.coder].map { $0 ?? "" }.joined(separator: "\u{0}")
            let repeated = lineOfID.updateValue(place.line ?? 0, forKey: key)
            gold.passages.append(passage)
            return findings + (repeated.map { [repeatedID(passage.passage.id, line: $0, at: place)] } ?? [])
        case .quote(let record):
            quotes.append(record.item(at: place), to: DecidedDocument(path: record.document, sha256: ""))
        case .chart(let record):
            gold.documents.append(record.goldDocument(chart, at: place))
        }
        return []
    }
    gold.documents += quotes.documents
    return (gold, diagnostics)
}

private func repeatedID(_ id: String, line: Int, at place: Place) -> Diagnostic {
    .warning(
        "duplicate-id", "the passage '\(id)' stands in line \(line) too", at: place,
        help: "both count; ids should be unique")
}

private enum GoldLine: Decodable {
    case passage(GoldRecord)
    case quote(QuoteRecord)
    case chart(ChartGoldRecord)

    private enum Key: String, CodingKey {
        case quote, items
    }

    init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: Key.self)
        if keys.contains(.items) {
            self = .chart(try ChartGoldRecord(from: decoder))
        } else if keys.contains(.quote) {
            self = .quote(try QuoteRecord(from: decoder))
        } else {
            self = .passage(try GoldRecord(from: decoder))
        }
    }
}

private struct QuoteRecord: Decodable {
    var document: String
    var quote: String
    var prefix: String?
    var suffix: String?
    var start: Int?
    var codes: [String: OneOrMore<String>?]
    var coder: String?
    var isAmbiguous: Bool?

    private enum CodingKeys: String, CodingKey {
        case quote, prefix, suffix, start, codes, coder
        case document = "doc"
        case isAmbiguous = "ambiguous"
    }

    func item(at place: Place) -> GoldItem {
        GoldItem(
            quote: quote, prefix: prefix ?? "", suffix: suffix ?? "", start: start, codes: dimensionCodes(codes),
            coder: coder, isAmbiguous: isAmbiguous ?? false, place: place)
    }
}

/// A JSON object has no order.
func dimensionCodes(_ codes: [String: OneOrMore<String>?]) -> [DimensionCodes] {
    codes.sorted { $0.key < $1.key }.map { DimensionCodes(dimension: $0.key, codes: $0.value?.values ?? []) }
}

/// The dimensions that a chart's items name by `category` and `theme`.
package struct ChartDimensions: Sendable {
    package var category: String
    package var theme: String

    package init(category: String, theme: String) {
        self.category = category
        self.theme = theme
    }
}

extension ChartGoldRecord {
    private func text(_ field: String) -> String? { DocumentMetadata(fields: fields).text(field) }

    /// The row of a chart as statements to be found in the document.
    fileprivate func goldDocument(_ chart: ChartDimensions, at place: Place) -> GoldDocument {
        let items = items.map { item in
            GoldItem(
                quote: item.text,
                codes: [
                    DimensionCodes(dimension: chart.category, codes: [item.category]),
                    DimensionCodes(dimension: chart.theme, codes: item.theme.values),
                ], place: place)
        }
        return GoldDocument(
            DecidedDocument(path: id, sha256: "", doi: text("doi"), title: text("title")), items: items,
            isReworded: true)
    }
}
