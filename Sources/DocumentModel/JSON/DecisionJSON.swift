package import Diagnostics
package import JSON

extension Decision {
    /// Writes the decision as one JSON object: a line of decisions.ndjson without its line break.
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("about", DecisionLine.statement)
            json.key("document")
            json.object { json in
                json.member("path", anchor.document.path)
                json.member("sha256", anchor.document.sha256)
                json.member("doi", anchor.document.doi)
                json.member("title", anchor.document.title)
            }
            json.member("id", anchor.id)
            json.member("page", anchor.page)
            json.member("start", anchor.start)
            json.member("prefix", anchor.prefix)
            json.member("quote", anchor.quote)
            json.member("suffix", anchor.suffix)
            json.key("codes")
            writeCodes(anchor.codes, to: &json)
            json.member("decision", verdict.rawValue)
            if !codes.isEmpty || quote != nil || wording != nil {
                json.key("edit")
                json.object { json in
                    if !codes.isEmpty {
                        json.key("codes")
                        writeCodes(codes, to: &json)
                    }
                    json.member("quote", quote)
                    json.member("wording", wording)
                }
            }
            json.member("note", note)
            json.member("by", by)
            json.member("date", date)
            json.member("blind", isBlind)
        }
    }
}

private func writeCodes(_ codes: [DimensionCodes], to json: inout JSONWriter) {
    json.object { json in
        for dimension in codes { json.member(dimension.dimension, dimension.codes) }
    }
}

/// Reads the lines of decisions.ndjson.
///
/// - Parameter file: path for the places of diagnostics.
/// - Returns: the decisions that could be read, in the file's order, and an error for each line that is none.
package func readDecisions(_ bytes: [UInt8], file: String) -> (decisions: [Decision], diagnostics: [Diagnostic]) {
    var decisions: [Decision] = []
    var diagnostics: [Diagnostic] = []
    var lines: [String: Int] = [:]
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    for (index, line) in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
    where !line.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\t") }) {
        let place = Place(file: file, line: index + 1)
        do {
            let decision = try decodeJSON(DecisionLine.self, from: line).decision
            if let first = lines.updateValue(index + 1, forKey: decision.anchor.document.sha256 + decision.anchor.id) {
                diagnostics.append(
                    .error(
                        "decided-twice", "line \(first) decides the same statement", at: place,
                        help: "keep one of the two lines"))
            }
            decisions.append(decision)
        } catch {
            diagnostics.append(unreadableDecision(error, at: place))
        }
    }
    return (decisions, diagnostics)
}

private func unreadableDecision(_ error: any Error, at place: Place) -> Diagnostic {
    let help = "a line is one decision, as `codechart decide` writes it"
    switch error {
    case let unknown as UnknownName:
        return .error(
            "unknown-name", "unknown \(unknown.thing) '\(unknown.name)'", at: place,
            help: "allowed here: " + unknown.allowed.joined(separator: ", "),
            suggestion: nearestName(to: unknown.name, among: unknown.allowed))
    case DecodingError.keyNotFound(let key, _):
        return .error("missing-key", "the key '\(key.stringValue)' is missing", at: place, help: help)
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
        let path = context.codingPath.map(\.stringValue).joined(separator: ".")
        return .error("wrong-type", "the value of '\(path)' is of another type than expected", at: place, help: help)
    default: return .error("not-json", "this line is not one JSON object", at: place, help: help)
    }
}

private struct UnknownName: Error {
    var thing: String
    var name: String
    var allowed: [String]
}

private struct DecisionLine: Decodable {
    static let statement = "statement"

    var decision: Decision

    private enum Key: String, CodingKey {
        case about, document, id, page, start, prefix, quote, suffix, codes, decision, edit, note, by, date, blind
    }

    private struct Edit: Decodable {
        var codes: [String: [String]]?
        var quote: String?
        var wording: String?
    }

    init(from decoder: any Decoder) throws {
        let line = try decoder.container(keyedBy: Key.self)
        let about = try line.decode(String.self, forKey: .about)
        guard about == Self.statement else {
            throw UnknownName(thing: "kind of decision", name: about, allowed: [Self.statement])
        }
        let name = try line.decode(String.self, forKey: .decision)
        guard let verdict = Decision.Verdict(rawValue: name) else {
            throw UnknownName(thing: "decision", name: name, allowed: Decision.Verdict.allCases.map(\.rawValue))
        }
        let edit = try line.decodeIfPresent(Edit.self, forKey: .edit)
        decision = Decision(
            anchor: DecisionAnchor(
                document: try line.decode(DecidedDocument.self, forKey: .document),
                id: try line.decode(String.self, forKey: .id),
                quote: try line.decode(String.self, forKey: .quote),
                prefix: try line.decodeIfPresent(String.self, forKey: .prefix) ?? "",
                suffix: try line.decodeIfPresent(String.self, forKey: .suffix) ?? "",
                start: try line.decode(Int.self, forKey: .start),
                page: try line.decodeIfPresent(Int.self, forKey: .page) ?? 1,
                codes: inOrder(try line.decode([String: [String]].self, forKey: .codes))),
            verdict: verdict, codes: inOrder(edit?.codes ?? [:]), quote: edit?.quote, wording: edit?.wording,
            note: try line.decodeIfPresent(String.self, forKey: .note),
            by: try line.decodeIfPresent(String.self, forKey: .by),
            date: try line.decodeIfPresent(String.self, forKey: .date),
            isBlind: try line.decodeIfPresent(Bool.self, forKey: .blind) ?? false)
    }
}

/// A JSON object has no order: dimensions stand in the order of their names, as in the store.
private func inOrder(_ codes: [String: [String]]) -> [DimensionCodes] {
    codes.sorted { $0.key < $1.key }.map { DimensionCodes(dimension: $0.key, codes: $0.value) }
}

extension DecidedDocument: Decodable {
    private enum Key: String, CodingKey {
        case path, sha256, doi, title
    }

    package init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: Key.self)
        self.init(
            path: try object.decode(String.self, forKey: .path),
            sha256: try object.decode(String.self, forKey: .sha256),
            doi: try object.decodeIfPresent(String.self, forKey: .doi),
            title: try object.decodeIfPresent(String.self, forKey: .title))
    }
}
