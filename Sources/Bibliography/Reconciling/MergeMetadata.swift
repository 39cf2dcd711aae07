package import Diagnostics
package import DocumentModel

/// The description of a document that a record of a reference list was found for: the record's fields win, with
/// its line as their origin, and what only the document says stays.
///
/// - Parameter confirmed: fields in which the document is known to agree, whatever was found in it.
/// - Returns: the description, and a note for each field in which the two contradict each other.
package func merge(
    _ metadata: DocumentMetadata, with reference: Reference, confirmed: Set<String> = []
) -> (metadata: DocumentMetadata, diagnostics: [Diagnostic]) {
    var merged = metadata
    var diagnostics: [Diagnostic] = []
    for field in reference.metadata.fields {
        if !confirmed.contains(field.name), let found = metadata[field.name], let conflict = conflict(field, found) {
            diagnostics.append(conflict)
        }
        merged.set(field)
    }
    return (merged, diagnostics)
}

/// Fields in which a contradiction may mean that the wrong record was found.
let comparedFields: Set<String> = ["title", "authors", "year", "doi"]

/// Percent below which what was found in a document is too uncertain to contradict anybody.
private let contradictingConfidence = 60

/// Years between which an article is accepted, put online and printed.
private let toleratedYears = 1

private func conflict(_ listed: MetadataField, _ found: MetadataField) -> Diagnostic? {
    guard comparedFields.contains(listed.name), found.confidence >= contradictingConfidence,
        !isSame(listed.value, found.value), !isNear(listed.value, found.value, field: listed.name)
    else { return nil }
    return .note(
        "metadata-conflict",
        "\(listed.name): '\(shown(listed.value))' in \(listed.origin), '\(shown(found.value))' in the document (\(found.origin))",
        help: "the reference list wins; check that it is the right record")
}

private func isNear(_ first: MetadataValue, _ second: MetadataValue, field: String) -> Bool {
    guard case .text(let first) = first, case .text(let second) = second else { return false }
    switch field {
    case "year":
        guard let first = Int(first), let second = Int(second) else { return false }
        return abs(first - second) <= toleratedYears
    case "title":
        // A subtitle may be missing on one side.
        let (first, second) = (letters(of: first), letters(of: second))
        return first.starts(with: second) || second.starts(with: first)
    default:
        return false
    }
}

private func shown(_ value: MetadataValue) -> String {
    switch value {
    case .text(let text): text
    case .names(let names): names.map(\.full).joined(separator: "; ")
    }
}
