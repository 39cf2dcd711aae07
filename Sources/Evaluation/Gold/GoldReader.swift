import Diagnostics
import DocumentModel

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

/// A passage with `"codes": {"category": ["barrier"], …}` and optionally `"doc"`, `"coder"`, `"ambiguous"`; other keys are
/// ignored, null means absent.
struct GoldRecord: Decodable {
    private var passage: PassageRecord
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
        codes = dimensionCodes(try container.decode([String: OneOrMore<String>?].self, forKey: .codes))
        document = try container.decodeIfPresent(String.self, forKey: .document)
        coder = try container.decodeIfPresent(String.self, forKey: .coder)
        isAmbiguous = try container.decodeIfPresent(Bool.self, forKey: .isAmbiguous) ?? false
    }

    func gold(at place: Place) -> (passage: GoldPassage, diagnostics: [Diagnostic]) {
        let (read, findings) = passage.passage(at: place)
        let gold = GoldPassage(
            passage: read, codes: codes, document: document, coder: coder, isAmbiguous: isAmbiguous, place: place)
        return (gold, findings)
    }
}
