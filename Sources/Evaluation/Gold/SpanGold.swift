import Diagnostics
import DocumentModel
import JSON

/// Reads JSONL of texts with spans: `{"text", "spans": [{"start", "end", "label"}]}` of Prodigy, or spaCy's groups
/// `{"text", "spans": {"sc": […]}}`. Offsets are code points. Texts that were rejected or passed over are left out.
func readSpans(_ text: String, file: String) -> (gold: GoldFile, diagnostics: [Diagnostic]) {
    var gold = GoldFile()
    let diagnostics = readGoldLines(SpanRecord.self, in: text, file: file) { record, place in
        if let answer = record.answer, answer != "accept" {
            return [.note("not-accepted", "the text was answered with '\(answer)' and is left out", at: place)]
        }
        let name = record.document ?? "\(file):\(place.line ?? 0)"
        let index = TextIndex(record.text)
        var findings: [Diagnostic] = []
        let items = record.spans.compactMap { span -> GoldItem? in
            guard span.start >= 0, span.start < span.end, span.end <= index.count else {
                findings.append(
                    .error(
                        "bad-span", "the span \(span.start) to \(span.end) lies outside of the text", at: place,
                        help: "offsets are code points, 0-based; this text has \(index.count)"))
                return nil
            }
            return GoldItem(
                quote: index.text(span.start, span.end), start: span.start,
                codes: [DimensionCodes(dimension: "", codes: [span.label])], coder: record.coder, place: place)
        }
        gold.documents.append(
            GoldDocument(DecidedDocument(path: name, sha256: ""), text: record.text, items: items))
        return findings
    }
    return (gold, diagnostics)
}

private struct SpanRecord: Decodable {
    struct Span: Decodable {
        var start: Int
        var end: Int
        var label: String
    }

    private struct Meta: Decodable {
        var source: String?
    }

    var text: String
    var spans: [Span]
    var document: String?
    var coder: String?
    var answer: String?

    private enum CodingKeys: String, CodingKey {
        case text, spans, answer, doc, meta
        case annotator = "_annotator_id"
        case session = "_session_id"
    }

    init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        text = try keys.decode(String.self, forKey: .text)
        if let list = try? keys.decode([Span].self, forKey: .spans) {
            spans = list
        } else {
            spans = try keys.decode([String: [Span]].self, forKey: .spans).sorted { $0.key < $1.key }.flatMap(\.value)
        }
        answer = try keys.decodeIfPresent(String.self, forKey: .answer)
        document =
            try keys.decodeIfPresent(String.self, forKey: .doc)
            ?? (try? keys.decodeIfPresent(Meta.self, forKey: .meta))?.source
        coder =
            try keys.decodeIfPresent(String.self, forKey: .annotator)
            ?? keys.decodeIfPresent(String.self, forKey: .session)
    }
}
