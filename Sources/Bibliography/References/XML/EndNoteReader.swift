import Diagnostics

extension ReferenceFormat {
    /// The XML that EndNote and Zotero export.
    static let endNoteXML = ReferenceFormat(
        name: "EndNote XML", extensions: ["xml"],
        recognises: { text in
            let opening = opening(of: text)
            let marks = ["<ref-type", "<rec-number", "<contributors", "<titles", "<source-app"]
            return opening.contains("<record") && marks.contains { opening.contains($0) }
        },
        read: readEndNote)
}

private func readEndNote(
    _ text: String, list: ReferenceList
) -> (references: [Reference], diagnostics: [Diagnostic]) {
    var (records, diagnostics) = endNoteRecords(text, list: list)
    let references = records.map { record in
        let (root, problem) = xmlElement(record.bytes)
        if let problem { diagnostics.append(malformed(problem, in: record, list: list)) }
        var builder = ReferenceBuilder(list: list)
        if let root {
            let name = root["ref-type"]?.attributes["name"] ?? ""
            builder.read(name, as: .type, named: "type", at: record.place)
            read(root, into: &builder, at: record.place)
        }
        let (reference, findings) = builder.reference(
            at: record.place, naming: "titles stand in <title>, DOIs in <electronic-resource-num>")
        diagnostics += findings
        return reference
    }
    if records.isEmpty {
        diagnostics.append(noRecords(list, help: "a record stands between <record> and </record>"))
    }
    return (references, diagnostics)
}

private func read(_ element: XMLElement, into builder: inout ReferenceBuilder, at place: Place) {
    for child in element.children {
        let role = endNoteElements[element.name + "/" + child.name] ?? endNoteElements[child.name]
        // Runs of text with a style of their own are no fields.
        let isContainer = role == nil && !child.children.isEmpty && child.children.contains { $0.name != "style" }
        if isContainer {
            read(child, into: &builder, at: place)
        } else {
            let name = child.name.hasSuffix("notes") ? "notes" : "endnote_" + fieldName(child.name)
            builder.read(collapsingWhiteSpace(child.text), as: role, named: name, at: fieldPlace(child, at: place))
        }
    }
}

/// Where a field stands: in a record of one line where that begins.
private func fieldPlace(_ element: XMLElement, at record: Place) -> Place {
    element.line <= 1 ? record : Place(file: record.file, line: (record.line ?? 1) + element.line - 1)
}

private func malformed(_ problem: XMLProblem, in record: EndNoteRecord, list: ReferenceList) -> Diagnostic {
    .warning(
        "malformed-record", "the record is not well-formed: \(problem.message)",
        at: list.place(line: (record.place.line ?? 1) + max(0, problem.line - 1)),
        help: "what can be made out of it is read; export the list again if something is missing")
}
