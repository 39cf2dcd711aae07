package import Diagnostics
import DocumentModel

/// Reads gold NDJSON: passages (`{"id", "text", "heading"?, …}`) with `"codes": {"category": ["barrier"], …}` and
/// optionally `"doc"`, `"coder"`, `"ambiguous"`. Other keys are ignored, null means absent, empty lines are passed
/// over.
///
/// - Returns: the passages that could be read, and an error with file and line for each that could not.
package func readGold(_ text: String, file: String) -> (passages: [GoldPassage], diagnostics: [Diagnostic]) {
    var passages: [GoldPassage] = []
    var lineOfID: [String: Int] = [:]
    let diagnostics = readGoldLines(GoldRecord.self, in: text, file: file) { record, place in
        var (passage, findings) = record.passage.passage(at: place)
        if let first = lineOfID.updateValue(place.line ?? 0, forKey: passage.id) {
            findings.append(
                .warning(
                    "duplicate-id", "the passage '\(passage.id)' stands in line \(first) too", at: place,
                    help: "both count; ids should be unique"))
        }
        passages.append(
            GoldPassage(
                passage: passage, codes: record.codes, document: record.document, coder: record.coder,
                isAmbiguous: record.isAmbiguous, place: place))
        return findings
    }
    return (passages, diagnostics)
}

/// Reads NDJSON; empty lines are passed over.
///
/// - Parameter body: takes a record and its place, and gives its findings.
/// - Returns: all findings and an error for each line that is no record, in the order of lines.
func readGoldLines<Record: Decodable>(
    _ type: Record.Type, in text: String, file: String, _ body: (Record, Place) -> [Diagnostic]
) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for (index, line) in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
        let line = withoutByteOrderMark(line)
        guard line.contains(where: { $0 > 0x20 }) else { continue }
        let place = Place(file: file, line: index + 1)
        switch decodeLine(type, from: line, at: place) {
        case .failure(let unreadable): diagnostics.append(unreadable.diagnostic)
        case .success(let record): diagnostics += body(record, place)
        }
    }
    return diagnostics
}

private func withoutByteOrderMark(_ line: Substring.UTF8View) -> Substring.UTF8View {
    line.starts(with: [0xEF, 0xBB, 0xBF]) ? line.dropFirst(3) : line
}

private struct GoldRecord: Decodable {
    var passage: PassageRecord
    var codes: [DimensionCodes]
    var document: String?
    var coder: String?
    var isAmbiguous: Bool

    private enum CodingKeys: String, CodingKey {
        case codes, coder
        case document = "doc"
        case isAmbiguous = "ambiguous"
    }

    init(from decoder: any Decoder) throws {
        passage = try PassageRecord(from: decoder)
        let container = try decoder.container(keyedBy: CodingKeys.self)
        // A JSON object has no order.
        codes = try container.decode([String: OneOrMore<String>?].self, forKey: .codes)
            .sorted { $0.key < $1.key }
            .map { DimensionCodes(dimension: $0.key, codes: $0.value?.values ?? []) }
        document = try container.decodeIfPresent(String.self, forKey: .document)
        coder = try container.decodeIfPresent(String.self, forKey: .coder)
        isAmbiguous = try container.decodeIfPresent(Bool.self, forKey: .isAmbiguous) ?? false
    }
}
