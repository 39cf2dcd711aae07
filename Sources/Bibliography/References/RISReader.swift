import Diagnostics
import DocumentModel

extension ReferenceFormat {
    /// RIS, the tagged format of Reference Manager that every database exports.
    static let ris = ReferenceFormat(
        name: "RIS", extensions: ["ris"],
        recognises: { text in
            lines(of: String(text.prefix(8192))).contains { risTag($0)?.tag == "TY" }
        },
        read: readRIS)
}

private func readRIS(
    _ text: String, list: ReferenceList
) -> (references: [Reference], diagnostics: [Diagnostic]) {
    var (records, diagnostics) = risRecords(text, list: list)
    let references = records.map { record in
        var builder = RISReferenceBuilder(list: list)
        for field in record.fields { builder.read(field) }
        let (reference, findings) = builder.reference(of: record)
        diagnostics += findings
        return reference
    }
    // Lines and values are checked one after the other; a list is mended from its first line to its last.
    diagnostics = sortedByLine(diagnostics)
    if records.isEmpty {
        diagnostics.append(
            .error(
                "no-records", "no reference was found", at: Place(file: list.file),
                help: "a record begins with a line 'TY  - JOUR' and ends with 'ER  - '"))
    }
    return (references, diagnostics)
}

/// In the order of lines; findings of one line in the order in which they were made.
private func sortedByLine(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.enumerated()
        .sorted { ($0.element.place?.line ?? 0, $0.offset) < ($1.element.place?.line ?? 0, $1.offset) }
        .map(\.element)
}

private struct RISReferenceBuilder {
    let list: ReferenceList
    private var metadata = DocumentMetadata()
    private var authors: [PersonName] = []
    private var authorsLine = 0
    private var attachments: [String] = []
    private var ranks: [String: Int] = [:]
    private var pages: (first: RISField?, last: RISField?) = (nil, nil)
    private var custom: [RISField] = []
    private var diagnostics: [Diagnostic] = []

    init(list: ReferenceList) {
        self.list = list
    }

    mutating func read(_ field: RISField) {
        guard !field.value.isEmpty else { return }
        switch risTags[field.tag] {
        case .type: set("type", risTypes[field.value.uppercased()] ?? field.value, field)
        case .attachment: attachments.append(field.value)
        case .authors: readAuthor(field)
        case .doi: readDOI(field)
        case .url: readURL(field)
        case .year(let rank): readYear(field, rank: rank)
        case .text(let name, let rank): readText(field, name: name, rank: rank)
        case .list(let name): append(field.value, to: name, field)
        case .firstPage: pages.first = field
        case .lastPage: pages.last = field
        case .custom: custom.append(field)
        case nil: append(field.value, to: "ris_" + field.tag.lowercased(), field)
        }
    }

    /// The record's reference; what several tags make together is set here.
    consuming func reference(of record: RISRecord) -> (reference: Reference, diagnostics: [Diagnostic]) {
        if !authors.isEmpty {
            metadata.set(
                MetadataField("authors", .names(authors), origin: list.origin(line: authorsLine), confidence: 100))
        }
        if let first = pages.first {
            let last = pages.last.map { "–" + $0.value } ?? ""
            set("pages", first.value.contains("-") ? first.value : first.value + last, first)
        }
        if let database = list.database {
            metadata.set(MetadataField("database", .text(database), origin: list.file, confidence: 100))
        }
        for field in custom { readCustom(field) }
        let place = list.place(line: record.line)
        let reference = Reference(metadata: metadata, place: place, attachments: attachments)
        if metadata["title"] == nil, metadata["doi"] == nil {
            let name = reference.head.isEmpty ? "the record" : "the record '\(reference.head)'"
            diagnostics.append(
                .warning(
                    "unnamed-record", name + " has neither a title nor a DOI", at: place,
                    help: "titles stand behind TI or T1, DOIs behind DO"))
        }
        return (reference, diagnostics)
    }

    // MARK: Fields

    private mutating func set(_ name: String, _ value: String, _ field: RISField) {
        metadata.set(MetadataField(name, .text(value), origin: list.origin(line: field.line), confidence: 100))
    }

    /// Sets a field unless a tag of a lower rank, or the same tag before, has set it.
    private mutating func set(_ name: String, _ value: String, _ field: RISField, rank: Int) {
        guard rank < ranks[name] ?? .max else { return }
        ranks[name] = rank
        set(name, value, field)
    }

    private mutating func append(_ value: String, to name: String, _ field: RISField) {
        if let before = metadata[name], case .text(let text) = before.value {
            metadata.set(
                MetadataField(name, .text(text + "; " + value), origin: before.origin, confidence: before.confidence))
        } else {
            set(name, value, field)
        }
    }

    private mutating func readText(_ field: RISField, name: String, rank: Int) {
        // EndNote puts the DOI behind M3.
        if field.tag == "M3", normalizedDOI(field.value) != nil { return readDOI(field) }
        set(name, field.value, field, rank: rank)
    }

    private mutating func readAuthor(_ field: RISField) {
        if authors.isEmpty { authorsLine = field.line }
        authors.append(invertedName(field.value))
    }

    private mutating func readDOI(_ field: RISField) {
        guard let doi = normalizedDOI(field.value) else {
            diagnostics.append(
                .warning(
                    "invalid-doi", "'\(field.value)' is no DOI", at: list.place(line: field.line),
                    help: "a DOI looks like 10.1234/abc, with or without https://doi.org/ before it"))
            return
        }
        set("doi", doi, field, rank: 0)
    }

    private mutating func readURL(_ field: RISField) {
        if field.value.lowercased().hasPrefix("file:") || field.value.hasPrefix("internal-pdf:") {
            attachments.append(field.value)
            return
        }
        if isDOIAddress(field.value), let doi = normalizedDOI(field.value) { set("doi", doi, field, rank: 1) }
        set("url", field.value, field, rank: 0)
    }

    private mutating func readYear(_ field: RISField, rank: Int) {
        guard let year = firstYear(in: field.value) else {
            diagnostics.append(
                .warning(
                    "unreadable-year", "no year in '\(field.value)'", at: list.place(line: field.line),
                    help: "years are written as in 'PY  - 2020' or 'DA  - 2020/11/05'"))
            return
        }
        set("year", String(year), field, rank: rank)
    }

    /// `Study type: cohort` becomes the field `study_type`; what a tag of its own gives is not overruled.
    private mutating func readCustom(_ field: RISField) {
        if let (name, value) = namedValue(field.value), metadata[name] == nil {
            set(name, value, field)
        } else {
            append(field.value, to: field.tag == "N1" ? "notes" : "ris_" + field.tag.lowercased(), field)
        }
    }
}

/// A name of up to three words, a colon and a value: the name in snake case, and the value.
private func namedValue(_ text: String) -> (name: String, value: String)? {
    let parts = text.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let words = parts[0].split(separator: " ")
    let isName =
        (1...3).contains(words.count) && parts[0].unicodeScalars.allSatisfy { $0 == " " || $0.properties.isAlphabetic }
    // "http://…" is an address, no name with a value.
    guard isName, parts[1].hasPrefix(" ") else { return nil }
    return (words.map { $0.lowercased() }.joined(separator: "_"), collapsingWhiteSpace(parts[1]))
}
