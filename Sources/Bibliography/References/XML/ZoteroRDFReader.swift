import Diagnostics
import DocumentModel

extension ReferenceFormat {
    /// Zotero's own format, in which it exports a collection with its files.
    static let zoteroRDF = ReferenceFormat(
        name: "Zotero RDF", extensions: ["rdf"],
        recognises: { beginsZoteroRDF(opening(of: $0)) },
        read: readZoteroRDF)
}

/// Whether the first element is RDF about items of Zotero or of a bibliography: PDFs, web pages and pictures have RDF of
/// other kinds within them.
private func beginsZoteroRDF(_ opening: String) -> Bool {
    let start = firstElement(of: opening)
    guard start.starts(with: Array("<rdf:RDF".utf8)) else { return false }
    let tag = String(decoding: start.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self)
    return tag.contains("http://www.zotero.org/namespaces/export#") || tag.contains("http://purl.org/net/biblio#")
}

private func readZoteroRDF(
    _ text: String, list: ReferenceList
) -> (references: [Reference], diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let resources = zoteroResources(text, list: list).compactMap { piece in
        let (element, problems) = piece.element()
        diagnostics += problems
        return element.map { ZoteroResource(element: $0, piece: piece) }
    }
    let reader = ZoteroItemReader(list: list, resources: resources)
    let references = resources.filter(isItem).map { item in
        let (reference, findings) = reader.reference(of: item)
        diagnostics += findings
        return reference
    }
    if references.isEmpty {
        diagnostics.append(noRecords(list, help: "export the collection from Zotero again, as Zotero RDF"))
    }
    return (references, diagnostics)
}

/// Attachments, notes and containers stand beside the items, which say what they are.
private func isItem(_ resource: ZoteroResource) -> Bool {
    guard let type = resource.element["itemType"]?.text else { return false }
    return !["attachment", "note", "annotation"].contains(type)
}

private struct ZoteroItemReader {
    let list: ReferenceList
    private let byName: [String: ZoteroResource]

    init(list: ReferenceList, resources: [ZoteroResource]) {
        self.list = list
        byName = Dictionary(
            resources.compactMap { resource in resource.element.attributes["about"].map { ($0, resource) } },
            uniquingKeysWith: { first, _ in first })
    }

    func reference(of item: ZoteroResource) -> (reference: Reference, diagnostics: [Diagnostic]) {
        var builder = ReferenceBuilder(list: list)
        read(item, into: &builder)
        for container in containers(of: item) { readContainer(container, into: &builder) }
        return builder.reference(at: item.piece.place, naming: "give the item a title or a DOI in Zotero")
    }

    private func read(_ item: ZoteroResource, into builder: inout ReferenceBuilder) {
        for field in item.element.children {
            let place = item.piece.place(of: field)
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
    private func containers(of item: ZoteroResource) -> [ZoteroResource] {
        var found: [ZoteroResource] = []
        var open = [item]
        // A series is the deepest: section, journal, series.
        for _ in 0..<3 {
            open = open.flatMap { whole in
                whole.element.all("isPartOf").flatMap { part in
                    part.attributes["resource"].flatMap { byName[$0] }.map { [$0] }
                        ?? part.children.map { ZoteroResource(element: $0, piece: whole.piece) }
                }
            }
            found += open
        }
        return found
    }

    private func readContainer(_ container: ZoteroResource, into builder: inout ReferenceBuilder) {
        let isJournal = !["Series", "Part"].contains(container.element.name)
        for field in container.element.children {
            let place = container.piece.place(of: field)
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
        let attachment = link.attributes["resource"].flatMap { byName[$0]?.element } ?? link["Attachment"]
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
