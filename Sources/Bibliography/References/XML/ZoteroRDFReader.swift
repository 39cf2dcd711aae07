import Diagnostics
import DocumentModel

extension ReferenceFormat {
    /// Zotero's own format, in which it exports a collection with its files.
    static let zoteroRDF = ReferenceFormat(
        name: "Zotero RDF", extensions: ["rdf"],
        recognises: { text in
            let opening = opening(of: text)
            return opening.contains("<rdf:RDF") || opening.contains("http://www.zotero.org/namespaces/export#")
        },
        read: readZoteroRDF)
}

private func readZoteroRDF(
    _ text: String, list: ReferenceList
) -> (references: [Reference], diagnostics: [Diagnostic]) {
    let (root, problem) = xmlElement(text.utf8)
    var diagnostics: [Diagnostic] = []
    if let problem {
        diagnostics.append(
            .warning(
                "malformed-list", "the list is not well-formed: \(problem.message)", at: list.place(line: problem.line),
                help: "records near this line may lack something; export the list again"))
    }
    let resources = root?.children ?? []
    var reader = ZoteroItemReader(list: list, resources: resources)
    let references = resources.filter(isItem).map { reader.reference(of: $0) }
    diagnostics += reader.diagnostics
    if references.isEmpty {
        diagnostics.append(noRecords(list, help: "export the collection from Zotero again, as Zotero RDF"))
    }
    return (references, diagnostics)
}

/// Attachments, notes and containers stand beside the items, which say what they are.
private func isItem(_ element: XMLElement) -> Bool {
    guard let type = element["itemType"]?.text else { return false }
    return !["attachment", "note", "annotation"].contains(type)
}

private struct ZoteroItemReader {
    let list: ReferenceList
    private let byName: [String: XMLElement]
    private(set) var diagnostics: [Diagnostic] = []

    init(list: ReferenceList, resources: [XMLElement]) {
        self.list = list
        byName = Dictionary(
            resources.compactMap { element in element.attributes["about"].map { ($0, element) } },
            uniquingKeysWith: { first, _ in first })
    }

    mutating func reference(of item: XMLElement) -> Reference {
        var builder = ReferenceBuilder(list: list)
        read(item, into: &builder)
        for part in containers(of: item) { readContainer(part, into: &builder) }
        let (reference, findings) = builder.reference(
            at: list.place(line: item.line), naming: "give the item a title or a DOI in Zotero")
        diagnostics += findings
        return reference
    }

    private func read(_ item: XMLElement, into builder: inout ReferenceBuilder) {
        for field in item.children {
            let place = list.place(line: field.line)
            switch field.name {
            case "authors": for person in people(field) { builder.add(person, at: place) }
            case "editors":
                for person in people(field) {
                    builder.read(person.inverted, as: .list("editors"), named: "editors", at: place)
                }
            case "link": readAttachment(field, into: &builder, at: place)
            case "identifier": readIdentifier(field, into: &builder, at: place)
            case "isPartOf", "isReferencedBy", "relation": break
            case "publisher": readPublisher(field, into: &builder, at: place)
            case "description":
                // One "Name: value" a line in the field that Zotero calls Extra.
                for line in lines(of: field.text) {
                    builder.read(collapsingWhiteSpace(line), as: .custom, named: "notes", at: place)
                }
            default:
                builder.read(
                    collapsingWhiteSpace(field.text), as: zoteroElements[field.name], named: fieldName(field.name),
                    at: place)
            }
        }
    }

    /// The journal, book or website of an item, and what that is part of: named by its address, or written in place.
    private func containers(of item: XMLElement) -> [XMLElement] {
        var found: [XMLElement] = []
        var open = item.all("isPartOf")
        // A series is the deepest: section, journal, series.
        for _ in 0..<3 {
            let parts = open.flatMap { part in
                part.attributes["resource"].flatMap { byName[$0] }.map { [$0] } ?? part.children
            }
            found += parts
            open = parts.flatMap { $0.all("isPartOf") }
        }
        return found
    }

    private func readContainer(_ container: XMLElement, into builder: inout ReferenceBuilder) {
        let isJournal = !["Series", "Part"].contains(container.name)
        for field in container.children {
            let place = list.place(line: field.line)
            let text = collapsingWhiteSpace(field.text)
            switch field.name {
            case "title":
                builder.read(text, as: .text(isJournal ? "journal" : "series"), named: "journal", at: place)
            case "alternative": builder.read(text, as: .text("journal", rank: 1), named: "journal", at: place)
            case "number", "volume":
                if isJournal { builder.read(text, as: zoteroElements[field.name], named: field.name, at: place) }
            case "identifier": readIdentifier(field, into: &builder, at: place)
            default: break
            }
        }
    }

    /// `DOI 10.1000/abc`, `ISSN 1234-5678`, or an address in `dcterms:URI`.
    private func readIdentifier(_ field: XMLElement, into builder: inout ReferenceBuilder, at place: Place) {
        let text = collapsingWhiteSpace(field.text)
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        switch parts.first {
        case _ where field["URI"] != nil: builder.read(text, as: .url, named: "url", at: place)
        case "DOI" where parts.count == 2: builder.read(parts[1], as: .doi, named: "doi", at: place)
        case "ISSN" where parts.count == 2: builder.read(parts[1], as: .text("issn"), named: "issn", at: place)
        case "ISBN" where parts.count == 2: builder.read(parts[1], as: .text("isbn"), named: "isbn", at: place)
        default: builder.read(text, as: .text("accession"), named: "accession", at: place)
        }
    }

    private func readPublisher(_ field: XMLElement, into builder: inout ReferenceBuilder, at place: Place) {
        let organisation = field["Organization"]
        let name = organisation?["name"]?.text ?? (organisation == nil ? field.text : "")
        builder.read(collapsingWhiteSpace(name), as: .text("publisher"), named: "publisher", at: place)
        let location = organisation?["adr"]?.text ?? ""
        builder.read(collapsingWhiteSpace(location), as: .text("place"), named: "place", at: place)
    }

    private func readAttachment(_ link: XMLElement, into builder: inout ReferenceBuilder, at place: Place) {
        let attachment = link.attributes["resource"].flatMap { byName[$0] } ?? link["Attachment"]
        guard let path = attachment?["resource"]?.attributes["resource"] else { return }
        builder.read(path, as: .attachment, named: "attachment", at: place)
    }

    /// Given and family name; an organisation has only the latter.
    private func people(_ field: XMLElement) -> [PersonName] {
        field.children.flatMap(\.children).flatMap(\.children).compactMap { person in
            let family = person["surname"] ?? person["name"]
            let given = person["givenName"] ?? person["givenname"]
            guard let family else { return nil }
            return PersonName(
                given: collapsingWhiteSpace(given?.text ?? ""), family: collapsingWhiteSpace(family.text))
        }
    }
}

/// The elements of an item in Zotero's RDF; others are carried under their own name.
private let zoteroElements: [String: FieldRole] = [
    "itemType": .type, "title": .text("title"), "date": .year(), "issued": .year(rank: 1),
    "abstract": .text("abstract"), "subject": .list("keywords"), "pages": .pages, "volume": .text("volume"),
    "number": .text("issue"), "edition": .text("edition"), "language": .text("language"),
    "libraryCatalog": .text("database"), "archive": .text("database", rank: 1), "dateSubmitted": .text("accessed"),
    "type": .text("type_of_work"), "citationKey": .text("record"), "shortTitle": .text("short_title"),
]
