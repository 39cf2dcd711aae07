package import Diagnostics
package import JSON

/// One line of passage NDJSON: `{"id", "text", "heading"?, "lead_in"?, "previous"?, "section"?, …}`.
///
/// Other keys are ignored and null means absent, so that labelled passages can be read as passages; formats
/// that add keys decode this record first and their own keys after it.
package struct PassageRecord: JSONDecodable, Sendable, Hashable {
    package var id: String
    package var text: String
    /// Outermost first; the file gives one text or an array.
    package var headings: [String]
    package var leadIn: String?
    package var previous: String?
    /// As the file names it; ``sectionKind(at:)`` checks it.
    package var section: String?

    package init(json: JSONNode) throws {
        id = try json.value(at: "id")
        text = try json.value(at: "text")
        headings = try (json.valueIfAny(at: "heading") as OneOrMore?)?.values ?? []
        leadIn = try json.valueIfAny(at: "lead_in")
        previous = try json.valueIfAny(at: "previous")
        section = try json.valueIfAny(at: "section")
    }

    /// The passage, and a warning for a section of a kind that does not exist; its section is then unknown.
    package func passage(at place: Place? = nil) -> (passage: Passage, diagnostics: [Diagnostic]) {
        let kind = section.flatMap(SectionKind.init(rawValue:))
        let passage = Passage(
            id: id, text: text, headings: headings, leadIn: leadIn, previous: previous, section: kind)
        guard let section, kind == nil else { return (passage, []) }
        let names = SectionKind.allCases.map(\.rawValue)
        let unknown = Diagnostic.warning(
            "unknown-section", "unknown section '\(section)' in passage '\(id)', taken as not known", at: place,
            help: "sections: " + names.joined(separator: ", "), suggestion: nearestName(to: section, among: names))
        return (passage, [unknown])
    }
}

/// A text or an array of texts, as JSON formats of ours allow it.
package struct OneOrMore: JSONDecodable, Sendable, Hashable {
    package var values: [String]

    package init(json: JSONNode) throws {
        if let one = try? String(json: json) {
            values = [one]
        } else {
            values = try [String](json: json)
        }
    }
}

/// Reads one line of passage NDJSON.
///
/// - Parameter place: file and line, for diagnostics.
/// - Returns: no passage, and at least one error, if the line cannot be read.
package func readPassage(
    _ line: ArraySlice<UInt8>, at place: Place? = nil
) -> (passage: Passage?, diagnostics: [Diagnostic]) {
    do {
        return try line.withUnsafeBufferPointer { try readJSON(PassageRecord.self, from: $0) }.passage(at: place)
    } catch {
        return (nil, [unreadable(error, at: place)])
    }
}

/// Why a line of NDJSON could not be read.
package struct UnreadableLine: Error, Sendable {
    package var diagnostic: Diagnostic
}

/// Decodes one line of NDJSON; the failure says what the line should hold.
package func decodeLine<Record: Decodable>(
    _ type: Record.Type, from line: some Sequence<UInt8>, at place: Place?
) -> Result<Record, UnreadableLine> {
    do {
        return .success(try decodeJSON(type, from: line))
    } catch {
        return .failure(UnreadableLine(diagnostic: unreadable(error, at: place)))
    }
}

private func unreadable(_ error: any Error, at place: Place?) -> Diagnostic {
    guard let error = error as? DecodingError else {
        return .error("not-json", "not a line of JSON: \(error)", at: place)
    }
    return diagnostic(for: error, at: place)
}

private func diagnostic(for error: DecodingError, at place: Place?) -> Diagnostic {
    let help = "each line is one object: {\"id\": \"…\", \"text\": \"…\", \"heading\": \"…\" or [\"…\"], …}"
    switch error {
    case .keyNotFound(let key, _):
        return .error("missing-key", "the key '\(key.stringValue)' is missing", at: place, help: help)
    case .valueNotFound(_, let context):
        return .error("missing-value", "\(name(of: context)) must not be null", at: place, help: help)
    case .typeMismatch(_, let context):
        return .error("wrong-type", "\(name(of: context)) is of another type than expected", at: place, help: help)
    default:
        return .error("not-json", "this line is not one JSON object", at: place, help: help)
    }
}

private func name(of context: DecodingError.Context) -> String {
    guard let key = context.codingPath.first else { return "the line" }
    return "the value of '\(key.stringValue)'"
}

extension PassageCodes {
    /// Writes what a codebook says of a passage: a line of `codechart code` without its line break.
    ///
    /// - Parameter id: of the passage.
    package func write(passage id: String, to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.key("codes")
            writeAssigned(to: &json)
            json.key("scores")
            writeScores(to: &json)
            json.key("matches")
            writeMatches(to: &json)
        }
    }
}
