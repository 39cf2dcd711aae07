package import Codebooks
package import Diagnostics
package import DocumentModel

/// A document as people charted it: its row in a review's chart.
package struct ChartGoldDocument: Sendable, Hashable {
    package var id: String
    package var metadata: DocumentMetadata
    /// What coding would have to give: the items as statements that people added, without places. One whose category or
    /// theme no codebook has is not charted.
    package var coded: CodedDocument
}

/// Reads chart gold: a document a line, `{"id", "authors", "year", "title", "database", "journal", "study_type", "doi",
/// "url", "items": [{"category", "theme", "text"}]}`. Other keys are ignored, null means absent, empty lines are passed
/// over.
///
/// - Parameters:
///   - category: the dimension whose codes `category` names, by id, label or alias.
///   - theme: the dimension whose codes `theme` names.
/// - Returns: the documents that could be read, and an error with file and line for each line or name that could not.
package func readChartGold(
    _ text: String, file: String, category: String, theme: String, codebooks: [Codebook]
) -> (documents: [ChartGoldDocument], diagnostics: [Diagnostic]) {
    var records: [ChartGoldRecord] = []
    var passages: [[GoldPassage]] = []
    let unreadable = readGoldLines(ChartGoldRecord.self, in: text, file: file) { record, place in
        records.append(record)
        passages.append(record.passages(category: category, theme: theme, at: place))
        return []
    }
    // All in one go, so that a name that no codebook has is reported once.
    let (known, unknown) = resolved(passages.flatMap(\.self), with: codebooks)
    var rest = known[...]
    let documents = zip(records, passages.map(\.count)).map { record, count in
        defer { rest = rest.dropFirst(count) }
        return record.document(of: Array(rest.prefix(count)), category: category, theme: theme)
    }
    return (documents, unreadable + unknown)
}

struct ChartGoldRecord: Decodable {
    struct Item: Decodable {
        var category: String
        var theme: OneOrMore<String>
        var text: String
    }

    var id: String
    var fields: [MetadataField]
    var items: [Item]

    private enum Key: String, CodingKey, CaseIterable {
        case id, authors, year, title, database, journal, doi, url, items
        case studyType = "study_type"
    }

    init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: Key.self)
        id = try object.decode(String.self, forKey: .id)
        items = try object.decode([Item].self, forKey: .items)
        fields = []
        for key in Key.allCases where key != .id && key != .items {
            if let value = try Self.value(of: key, in: object) {
                fields.append(MetadataField(key.rawValue, value, origin: "gold", confidence: 100))
            }
        }
    }

    private static func value(of key: Key, in object: KeyedDecodingContainer<Key>) throws -> MetadataValue? {
        switch key {
        case .authors:
            // Names stand as the chart has them; which part is the family name it does not say.
            try object.decodeIfPresent([String].self, forKey: key).map { names in
                .names(names.map { PersonName(family: $0) })
            }
        case .year: try object.decodeIfPresent(Year.self, forKey: key).map { .text($0.text) }
        default: try object.decodeIfPresent(String.self, forKey: key).map { .text($0) }
        }
    }

    func passages(category: String, theme: String, at place: Place) -> [GoldPassage] {
        items.enumerated().map { index, item in
            GoldPassage(
                passage: Passage(id: "\(id)#\(index + 1)", text: item.text),
                codes: [
                    DimensionCodes(dimension: category, codes: [item.category]),
                    DimensionCodes(dimension: theme, codes: item.theme.values),
                ], document: id, place: place)
        }
    }

    func document(of passages: [GoldPassage], category: String, theme: String) -> ChartGoldDocument {
        let codings = passages.map { gold in
            let missing = [category, theme].first { gold.codes(in: $0).isEmpty }
            return CodedPassage(
                id: gold.passage.id, document: id, codebook: "gold", statement: gold.passage.text,
                codes: PassageCodes(assigned: gold.codes), page: 1, start: 0,
                end: gold.passage.text.unicodeScalars.count,
                charted: missing.map { .no(reason: "no \($0)") } ?? .yes, state: .added)
        }
        return ChartGoldDocument(
            id: id, metadata: DocumentMetadata(fields: fields),
            coded: CodedDocument(codings: codings, passages: codings.count))
    }
}

/// A year, written as a number or a text.
private struct Year: Decodable {
    var text: String

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int.self) {
            text = String(number)
        } else {
            text = try container.decode(String.self)
        }
    }
}
