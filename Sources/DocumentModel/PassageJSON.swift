package import Diagnostics
package import JSON

/// One line of passage NDJSON: `{"id", "text", "heading"?, "lead_in"?, "previous"?, "section"?, …}`.
///
/// Other keys are ignored and null means absent, so that labelled passages can be read as passages; formats
/// that add keys decode this record first and their own keys after it. ``PassageLines`` reads the same lines in
/// great numbers.
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
        let members = try PassageMembers(json)
        id = members.id.string
        text = members.text.string
        headings = members.headings.map(\.string)
        leadIn = members.leadIn?.string
        previous = members.previous?.string
        section = members.section?.string
    }

    /// The passage, and a warning for a section of a kind that does not exist; its section is then unknown.
    package func passage(at place: Place? = nil) -> (passage: Passage, diagnostics: [Diagnostic]) {
        let (kind, unknown) = sectionKind(named: section, ofPassage: id, at: place)
        let passage = Passage(
            id: id, text: text, headings: headings, leadIn: leadIn, previous: previous, section: kind)
        return (passage, unknown)
    }
}

/// What a line of passage NDJSON holds, where the parser left it.
struct PassageMembers {
    let id: JSONText
    let text: JSONText
    /// Outermost first.
    let headings: [JSONText]
    let leadIn: JSONText?
    let previous: JSONText?
    let section: JSONText?

    init(_ json: JSONNode) throws {
        id = try json.value(at: "id")
        text = try json.value(at: "text")
        headings = try (json.valueIfAny(at: "heading") as OneOrMore<JSONText>?)?.values ?? []
        leadIn = try json.valueIfAny(at: "lead_in")
        previous = try json.valueIfAny(at: "previous")
        section = try json.valueIfAny(at: "section")
    }
}

/// The section kind of that name, or nil and a warning.
func sectionKind(
    named name: String?, ofPassage id: @autoclosure () -> String, at place: Place?
) -> (kind: SectionKind?, diagnostics: [Diagnostic]) {
    guard let name else { return (nil, []) }
    if let kind = SectionKind(rawValue: name) { return (kind, []) }
    let names = SectionKind.allCases.map(\.rawValue)
    let unknown = Diagnostic.warning(
        "unknown-section", "unknown section '\(name)' in passage '\(id())', taken as not known", at: place,
        help: "sections: " + names.joined(separator: ", "), suggestion: nearestName(to: name, among: names))
    return (nil, [unknown])
}

/// A value or an array of values, as JSON formats of ours allow it.
package struct OneOrMore<Value: JSONReadable>: JSONDecodable {
    package var values: [Value]

    package init(json: JSONNode) throws {
        if let one = try? Value(json: json) {
            values = [one]
        } else {
            values = try [Value](json: json)
        }
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

func unreadable(_ error: any Error, at place: Place?) -> Diagnostic {
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
