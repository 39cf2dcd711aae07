import Diagnostics
import DocumentModel

extension ReferenceFormat {
    /// The MEDLINE format, as PubMed saves it (`.nbib`) and Ovid and others export it.
    static let nbib = ReferenceFormat(
        name: "PubMed/MEDLINE", extensions: ["nbib", "medline"],
        recognises: { text in
            let lines = lines(of: opening(of: text))
            // Ovid has tags of two letters and numbers its records.
            let isNumbered = lines.contains(where: isRecordNumber)
            return lines.contains { line in
                // RIS has tags of two characters only, so one of three or four is enough.
                guard let tag = nbibTag(line)?.tag, nbibTags[tag] != nil else { return false }
                return tag.utf8.count > 2 || (isNumbered && tag == "TI")
            }
        },
        read: readNBIB)
}

private func readNBIB(
    _ text: String, list: ReferenceList
) -> (references: [Reference], diagnostics: [Diagnostic]) {
    var (records, diagnostics) = nbibRecords(text, list: list)
    let references = records.map { record in
        var builder = ReferenceBuilder(list: list)
        // AU repeats FAU with initials; old records have AU only.
        let hasFullNames = record.fields.contains { $0.tag == "FAU" }
        for field in record.fields where !(hasFullNames && field.tag == "AU") {
            read(field, into: &builder, at: list.place(line: field.line))
        }
        let (reference, findings) = builder.reference(
            at: list.place(line: record.line), naming: "titles stand behind TI, DOIs behind LID or AID with [doi]")
        diagnostics += findings
        return reference
    }
    if records.isEmpty { diagnostics.append(noRecords(list, help: nbibRecordForm)) }
    return (references, diagnostics)
}

private func read(_ field: TaggedField, into builder: inout ReferenceBuilder, at place: Place) {
    let name = "nbib_" + field.tag.lowercased()
    guard !field.value.isEmpty else { return }
    switch nbibTags[field.tag] {
    case .field(let role): builder.read(field.value, as: role, named: name, at: place)
    case .organisation: builder.add(PersonName(family: field.value), at: place)
    case .identifier: readIdentifier(field.value, into: &builder, at: place)
    case .qualified(let role): builder.read(withoutQualifier(field.value).value, as: role, named: name, at: place)
    case .publicationType:
        builder.read(field.value, as: .list("publication_types"), named: name, at: place)
        // The other types, "Multicenter Study" and the like, tell the study's kind and not the record's.
        if recordType(field.value) != field.value { builder.read(field.value, as: .type, named: name, at: place) }
    case nil: builder.read(field.value, as: nil, named: name, at: place)
    }
}

/// `10.1000/abc [doi]`, `S0140-6736(19)30427-1 [pii]`.
private func readIdentifier(_ value: String, into builder: inout ReferenceBuilder, at place: Place) {
    let (identifier, kind) = withoutQualifier(value)
    switch kind {
    case "doi": builder.read(identifier, as: .doi, named: kind, at: place)
    case "": builder.read(identifier, as: normalizedDOI(identifier) == nil ? nil : .doi, named: "article_id", at: place)
    default: builder.read(identifier, as: .text(fieldName(kind)), named: kind, at: place)
    }
}

/// A value and what stands in brackets behind it: `1234-5678 (Electronic)`, `10.1000/abc [doi]`.
private func withoutQualifier(_ value: String) -> (value: String, qualifier: String) {
    guard let last = value.last, last == ")" || last == "]",
        let bracket = value.lastIndex(of: last == ")" ? "(" : "["), value[..<bracket].hasSuffix(" ")
    else { return (value, "") }
    let qualifier = value[value.index(after: bracket)...].dropLast()
    return (collapsingWhiteSpace(value[..<bracket]), qualifier.lowercased())
}
