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
        let (root, problems) = record.element()
        diagnostics += problems
        var builder = ReferenceBuilder(list: list)
        if let root {
            let name = root["ref-type"]?.attributes["name"] ?? ""
            builder.read(name, as: .type, named: "type", at: record.place)
            read(root, of: record, into: &builder)
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

private func read(_ element: XMLElement, of record: XMLPiece, into builder: inout ReferenceBuilder) {
    for child in element.children {
        let role = endNoteElements[element.name + "/" + child.name] ?? endNoteElements[child.name]
        // Runs of text with a style of their own are no fields.
        let isContainer = role == nil && child.children.contains { $0.name != "style" }
        if isContainer {
            read(child, of: record, into: &builder)
        } else {
            let name = child.name.hasSuffix("notes") ? "notes" : "endnote_" + fieldName(child.name)
            builder.read(collapsingWhiteSpace(child.text), as: role, named: name, at: record.place(of: child))
        }
    }
}
