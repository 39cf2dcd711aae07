import Diagnostics

extension ReferenceFormat {
    /// BibTeX and biblatex, as Zotero, Mendeley, JabRef and Google Scholar write them.
    static let bibTeX = ReferenceFormat(
        name: "BibTeX", extensions: ["bib", "bibtex"],
        recognises: { text in lines(of: opening(of: text)).contains(where: beginsWithEntry) },
        read: readBibTeX)
}

private func readBibTeX(
    _ text: String, list: ReferenceList
) -> (references: [Reference], diagnostics: [Diagnostic]) {
    var parser = BibTeXParser(text, list: list)
    parser.parse()
    var diagnostics = parser.diagnostics
    let references = parser.entries.map { entry in
        var builder = ReferenceBuilder(list: list)
        read(entry, into: &builder)
        let (reference, findings) = builder.reference(
            at: entry.place, naming: "an entry is written @article{key, title = {…}, doi = {10.1234/abc}}")
        diagnostics += findings
        return reference
    }
    if references.isEmpty {
        diagnostics.append(noRecords(list, help: "an entry is written @article{key, title = {…}, …}"))
    }
    return (references, diagnostics)
}

private func read(_ entry: BibTeXEntry, into builder: inout ReferenceBuilder) {
    builder.read(entry.type, as: .type, named: "type", at: entry.place)
    builder.read(entry.key, as: .text("record"), named: "record", at: entry.place)
    if let title = entry.field("title") ?? entry.field("booktitle") {
        // biblatex gives the subtitle a field of its own.
        let parts = [title.value, entry.field("subtitle")?.value].compactMap { $0.map(plainText(latex:)) }
        builder.read(parts.joined(separator: ": "), as: .text("title"), named: "title", at: title.place)
    }
    for field in entry.fields { read(field, into: &builder) }
}

private func read(_ field: BibTeXField, into builder: inout ReferenceBuilder) {
    let isNote = bibTeXFields[field.name] == .custom
    let name = isNote ? "notes" : fieldName(field.name)
    func add(_ value: String, as role: FieldRole?) {
        builder.read(value, as: role, named: name, at: field.place)
    }
    switch field.name {
    case "title", "subtitle": break
    case "author": readAuthors(field, into: &builder)
    case "editor": for editor in bibTeXNames(field.value).names { add(editor.inverted, as: .list("editors")) }
    case "file", "pdf", "local-url": for path in bibTeXFiles(field.value) { add(path, as: .attachment) }
    case "keywords", "keyword":
        let separator: Character = field.value.contains(";") ? ";" : ","
        for word in field.value.split(separator: separator) {
            add(plainText(latex: String(word)), as: .list("keywords"))
        }
    case _ where bibTeXVerbatimFields.contains(field.name):
        add(verbatimText(latex: field.value), as: bibTeXFields[field.name])
    default: add(plainText(latex: field.value), as: bibTeXFields[field.name])
    }
}

private func readAuthors(_ field: BibTeXField, into builder: inout ReferenceBuilder) {
    let (names, hasOthers) = bibTeXNames(field.value)
    for name in names { builder.add(name, at: field.place) }
    guard hasOthers else { return }
    builder.report(
        .note(
            "authors-cut", "the list says 'and others': there are more authors than it names", at: field.place,
            help: "add their names if the chart is to show them"))
}

/// Whether a line begins with `@type{` or `@type(`.
private func beginsWithEntry(_ line: String) -> Bool {
    let scalars = line.unicodeScalars.drop { $0.properties.isWhitespace }
    guard scalars.first == "@" else { return false }
    let rest = scalars.dropFirst().drop { $0.isASCII && $0.properties.isAlphabetic }
    guard rest.count < scalars.count - 1 else { return false }
    let bracket = rest.first { $0 != " " }
    return bracket == "{" || bracket == "("
}
