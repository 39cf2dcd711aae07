import Diagnostics

extension ReferenceFormat {
    /// RIS, the tagged format of Reference Manager that every database exports.
    static let ris = ReferenceFormat(
        name: "RIS", extensions: ["ris"],
        recognises: { text in lines(of: opening(of: text)).contains { risTag($0)?.tag == "TY" } },
        read: readRIS)
}

private func readRIS(
    _ text: String, list: ReferenceList
) -> (references: [Reference], diagnostics: [Diagnostic]) {
    var (records, diagnostics) = risRecords(text, list: list)
    let references = records.map { record in
        var builder = ReferenceBuilder(list: list)
        for field in record.fields { read(field, into: &builder, list: list) }
        let (reference, findings) = builder.reference(
            at: list.place(line: record.line), naming: "titles stand behind TI or T1, DOIs behind DO")
        diagnostics += findings
        return reference
    }
    if records.isEmpty { diagnostics.append(noRecords(list, help: risRecordForm)) }
    return (references, diagnostics)
}

private func read(_ field: TaggedField, into builder: inout ReferenceBuilder, list: ReferenceList) {
    var role = risTags[field.tag]
    // EndNote puts the DOI behind M3.
    if field.tag == "M3", normalizedDOI(field.value) != nil { role = .doi }
    let name = field.tag == "N1" ? "notes" : "ris_" + field.tag.lowercased()
    builder.read(field.value, as: role, named: name, at: list.place(line: field.line))
}
