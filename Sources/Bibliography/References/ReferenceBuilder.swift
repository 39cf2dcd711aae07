import Diagnostics
import DocumentModel

/// Makes the reference of one record from its fields, which come in the order of the list.
struct ReferenceBuilder {
    private let list: ReferenceList
    private var metadata = DocumentMetadata()
    private var authors: [PersonName] = []
    private var authorsPlace: Place?
    private var attachments: [String] = []
    private var ranks: [String: Int] = [:]
    private var firstPage: (text: String, place: Place)?
    private var lastPage: String?
    private var custom: [(text: String, name: String, place: Place)] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(list: ReferenceList) {
        self.list = list
    }

    /// Reads a value in its role.
    ///
    /// - Parameters:
    ///   - value: text without line breaks and markup.
    ///   - name: the field that carries a value without a role, in snake case.
    mutating func read(_ value: String, as role: FieldRole?, named name: String, at place: Place) {
        guard !value.isEmpty else { return }
        switch role {
        case .type: set("type", recordType(value), at: place)
        case .attachment: addAttachment(value)
        case .author: add(invertedName(value), at: place)
        case .doi: readDOI(value, at: place)
        case .url: readURL(value, at: place)
        case .year(let rank): readYear(value, at: place, rank: rank)
        case .text(let name, let rank): set(name, value, at: place, rank: rank)
        case .list(let name): append(value, to: name, at: place)
        case .pages: set("pages", pageRange(value), at: place, rank: 0)
        case .firstPage: firstPage = (value, place)
        case .lastPage: lastPage = value
        case .custom: custom.append((value, name, place))
        case .housekeeping: break
        case nil: append(value, to: name, at: place)
        }
    }

    mutating func add(_ author: PersonName, at place: Place) {
        if authors.isEmpty { authorsPlace = place }
        authors.append(author)
    }

    mutating func report(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    /// The record's reference; what several fields make together is set here.
    ///
    /// - Parameter naming: how the format names titles and DOIs, for a record that has neither.
    consuming func reference(at place: Place, naming: String) -> (reference: Reference, diagnostics: [Diagnostic]) {
        if let authorsPlace {
            metadata.set(MetadataField("authors", .names(authors), origin: name(of: authorsPlace), confidence: 100))
        }
        if let firstPage {
            let range = firstPage.text.contains("-") ? nil : lastPage.map { firstPage.text + "–" + $0 }
            set("pages", range ?? pageRange(firstPage.text), at: firstPage.place, rank: 0)
        }
        if let database = list.database {
            metadata.set(MetadataField("database", .text(database), origin: list.file, confidence: 100))
        }
        for note in custom { readCustom(note.text, named: note.name, at: note.place) }
        let reference = Reference(metadata: metadata, place: place, attachments: attachments)
        if metadata["title"] == nil, metadata["doi"] == nil {
            let name = reference.head.isEmpty ? "the record" : "the record '\(reference.head)'"
            diagnostics.append(
                .warning("unnamed-record", name + " has neither a title nor a DOI", at: place, help: naming))
        }
        return (reference, diagnostics)
    }

    // MARK: Fields

    private mutating func set(_ name: String, _ value: String, at place: Place) {
        metadata.set(
            MetadataField(name, .text(value), origin: Bibliography.name(of: place), confidence: 100))
    }

    /// Sets a field unless a value of a lower rank, or one of the same rank before, has set it.
    private mutating func set(_ name: String, _ value: String, at place: Place, rank: Int) {
        guard rank < ranks[name] ?? .max else { return }
        ranks[name] = rank
        set(name, value, at: place)
    }

    private mutating func append(_ value: String, to name: String, at place: Place) {
        if let before = metadata[name], case .text(let text) = before.value {
            metadata.set(
                MetadataField(name, .text(text + "; " + value), origin: before.origin, confidence: before.confidence))
        } else {
            set(name, value, at: place)
        }
    }

    private mutating func addAttachment(_ path: String) {
        if !attachments.contains(path) { attachments.append(path) }
    }

    private mutating func readDOI(_ value: String, at place: Place) {
        guard let doi = normalizedDOI(value) else {
            diagnostics.append(
                .warning(
                    "invalid-doi", "'\(value)' is no DOI", at: place,
                    help: "a DOI looks like 10.1234/abc, with or without https://doi.org/ before it"))
            return
        }
        set("doi", doi, at: place, rank: 0)
    }

    private mutating func readURL(_ value: String, at place: Place) {
        if isFilePath(value) { return addAttachment(value) }
        if isDOIAddress(value), let doi = normalizedDOI(value) { set("doi", doi, at: place, rank: 1) }
        set("url", value, at: place, rank: 0)
    }

    private mutating func readYear(_ value: String, at place: Place, rank: Int) {
        guard let year = firstYear(in: value) else {
            diagnostics.append(
                .warning(
                    "unreadable-year", "no year in '\(value)'", at: place,
                    help: "years are written as in 2020, 2020/11/05 or May 2020"))
            return
        }
        set("year", String(year), at: place, rank: rank)
    }

    /// `Study type: cohort` becomes the field `study_type`; what a field of its own gives is not overruled.
    private mutating func readCustom(_ text: String, named fallback: String, at place: Place) {
        if let (name, value) = namedValue(text), metadata[name] == nil {
            set(name, value, at: place)
        } else {
            append(text, to: fallback, at: place)
        }
    }
}

/// `files/12/Hill 2019.html`, `file:///home/…`, `internal-pdf://…`; no `https://…`, no `example.org/report`.
private func isFilePath(_ address: String) -> Bool {
    let lower = address.lowercased()
    if lower.hasPrefix("file:") || lower.hasPrefix("internal-pdf:") { return true }
    guard !lower.contains("://"), let slash = lower.firstIndex(of: "/") else { return false }
    // Hosts have a dot, and so has a DOI.
    return !lower[..<slash].contains(".") && lower[slash...].contains(".")
}

/// A range of pages with an en dash, as it is printed: `11-19` and `11--19`.
private func pageRange(_ text: String) -> String {
    let parts = text.split { $0 == "-" || $0 == "–" }.map { collapsingWhiteSpace($0) }
    let isRange = parts.count == 2 && parts.allSatisfy { $0.utf8.contains(where: isDigit) }
    return isRange ? parts.joined(separator: "–") : text
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

/// The name of a column, element or field in snake case: `covidence` for `Covidence #`.
func fieldName(_ written: String) -> String {
    if written.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) { return written }
    let words = written.lowercased().unicodeScalars.split {
        !$0.properties.isAlphabetic && $0.properties.numericType == nil
    }
    return words.map { String(String.UnicodeScalarView($0)) }.joined(separator: "_")
}
