import DocumentModel

/// What a property is evidence for.
private struct PropertyMeaning: Sendable {
    /// How the property's text becomes a value.
    enum Form: Sendable {
        case title, siteTitle, person, people, organisation, year, doi, journal, text, url
    }

    var field: String
    var form: Form
    /// Percent. Publishers' tags are made for indexes and right; what an office program fills in is not.
    var confidence: Int

    init(_ field: String, _ form: Form, _ confidence: Int) {
        self.field = field
        self.form = form
        self.confidence = confidence
    }
}

/// Percent of what agrees or disagrees with other evidence but is none by itself.
private let supportOnly = 0

/// Properties by their canonical name (``canonicalName(_:)``).
private let meanings: [String: PropertyMeaning] = [
    // Highwire Press tags, which indexes of scholarly works ask publishers for.
    "meta.citation_title": .init("title", .siteTitle, 98),
    "meta.citation_author": .init("authors", .person, 98), "meta.citation_authors": .init("authors", .people, 95),
    "meta.citation_publication_date": .init("year", .year, 95), "meta.citation_date": .init("year", .year, 94),
    "meta.citation_year": .init("year", .year, 95), "meta.citation_online_date": .init("year", .year, 90),
    "meta.citation_cover_date": .init("year", .year, 92),
    "meta.citation_journal_title": .init("journal", .text, 98), "meta.citation_doi": .init("doi", .doi, 98),
    "meta.citation_issn": .init("issn", .text, 95), "meta.citation_isbn": .init("isbn", .text, 95),
    "meta.citation_volume": .init("volume", .text, 95), "meta.citation_issue": .init("issue", .text, 95),
    "meta.prism.volume": .init("volume", .text, 90), "meta.prism.number": .init("issue", .text, 90),
    "meta.citation_publisher": .init("publisher", .text, 95),
    "meta.citation_technical_report_institution": .init("publisher", .text, 95),
    "meta.citation_public_url": .init("url", .url, 95), "meta.citation_abstract_html_url": .init("url", .url, 85),
    "meta.bepress_citation_title": .init("title", .title, 97), "meta.bepress_citation_doi": .init("doi", .doi, 97),
    "meta.bepress_citation_author": .init("authors", .person, 97),
    "meta.bepress_citation_date": .init("year", .year, 94),
    "meta.eprints.title": .init("title", .title, 90), "meta.eprints.date": .init("year", .year, 85),
    "meta.eprints.creators_name": .init("authors", .person, 90),
    "meta.eprints.publication": .init("journal", .text, 90),
    "meta.eprints.id_number": .init("doi", .doi, 85),
    // PRISM and Dublin Core, in pages and in XMP packets.
    "meta.prism.publicationname": .init("journal", .text, 92), "meta.prism.doi": .init("doi", .doi, 92),
    "meta.prism.publicationdate": .init("year", .year, 90), "meta.prism.issn": .init("issn", .text, 90),
    "meta.dc.title": .init("title", .title, 85), "meta.dcterms.title": .init("title", .title, 85),
    "meta.dc.creator": .init("authors", .person, 85), "meta.dcterms.creator": .init("authors", .person, 85),
    "meta.dc.contributor": .init("authors", .person, 40),
    "meta.dc.date": .init("year", .year, 80), "meta.dcterms.issued": .init("year", .year, 85),
    "meta.dcterms.date": .init("year", .year, 80), "meta.dc.date.issued": .init("year", .year, 85),
    "meta.dc.identifier": .init("doi", .doi, 85), "meta.dcterms.identifier": .init("doi", .doi, 85),
    "meta.dc.publisher": .init("publisher", .text, 80), "meta.dc.source": .init("journal", .journal, 50),
    "xmp.title": .init("title", .title, 62), "xmp.creator": .init("authors", .people, 60),
    "xmp.publicationname": .init("journal", .journal, 90), "xmp.doi": .init("doi", .doi, 92),
    "xmp.identifier": .init("doi", .doi, 85), "xmp.coverdate": .init("year", .year, 75),
    "xmp.source": .init("journal", .journal, 72), "xmp.wps-articledoi": .init("doi", .doi, 92),
    "xmp.volume": .init("volume", .text, 80), "xmp.number": .init("issue", .text, 80),
    "xmp.publicationdate": .init("year", .year, 80), "xmp.coverdisplaydate": .init("year", .year, 75),
    "xmp.publisher": .init("publisher", .text, 70), "xmp.issn": .init("issn", .text, 85),
    "xmp.isbn": .init("isbn", .text, 85), "xmp.date": .init("year", .year, 45), "xmp.url": .init("url", .url, 60),
    // JSON-LD of schema.org, OpenGraph, and plain HTML.
    "jsonld.headline": .init("title", .siteTitle, 85), "jsonld.author": .init("authors", .people, 85),
    "jsonld.author.organization": .init("authors", .organisation, 80),
    "jsonld.datepublished": .init("year", .year, 85), "jsonld.publisher": .init("publisher", .text, 75),
    "jsonld.ispartof": .init("journal", .text, 80), "jsonld.doi": .init("doi", .doi, 90),
    "meta.og:title": .init("title", .siteTitle, 72), "meta.twitter:title": .init("title", .siteTitle, 65),
    "meta.og:url": .init("url", .url, 80), "meta.og:site_name": .init("publisher", .text, 50),
    "meta.article:published_time": .init("year", .year, 80), "meta.article:author": .init("authors", .people, 60),
    "meta.author": .init("authors", .people, 70), "html.author": .init("authors", .people, 66),
    "html.published": .init("year", .year, 70), "jsonld.datemodified": .init("year", .year, 40),
    "meta.date": .init("year", .year, 65),
    "meta.datepublished": .init("year", .year, 80), "meta.pubdate": .init("year", .year, 75),
    "meta.publisher": .init("publisher", .text, 65),
    "link.canonical": .init("url", .url, 88), "html.title": .init("title", .siteTitle, 55),
    // A PDF's information dictionary: what the program that made it was told, or made up.
    "info.title": .init("title", .title, 58), "info.author": .init("authors", .people, 55),
    "info.subject": .init("doi", .doi, 75), "info.keywords": .init("doi", .doi, 60), "info.doi": .init("doi", .doi, 90),
    // When the file was made, which may be decades after the report: it can only make a printed year surer.
    "info.created": .init("year", .year, supportOnly),
]

/// Evidence in what the file says of itself.
func propertyEvidence(of document: Document) -> [MetadataField] {
    var evidence: [MetadataField] = []
    var people: [String: [PersonName]] = [:]
    let sites = siteNames(document.properties)
    for property in document.properties {
        let name = canonicalName(property.name)
        let text = collapsingWhiteSpace(decodingEntities(property.value))
        if name == "info.subject" { evidence += subjectEvidence(in: text) }
        guard let meaning = meanings[name], !text.isEmpty else { continue }
        switch meaning.form {
        case .person: people[name, default: []].append(writtenName(text))
        case .people: people[name, default: []] += peopleOfProperty(text, sites: sites)
        case .organisation: people[name, default: []].append(PersonName(family: text))
        default:
            guard let value = value(of: text, as: meaning.form, path: document.source.path, sites: sites) else {
                continue
            }
            evidence.append(
                MetadataField(meaning.field, .text(value), origin: origin(of: name), confidence: meaning.confidence))
        }
    }
    // In the order of names: the dictionary's own differs from run to run.
    for (name, names) in people.sorted(by: { $0.key < $1.key }) {
        let names = names.enumerated().filter { position, name in !names[..<position].contains(name) }.map(\.element)
        guard let meaning = meanings[name], !names.isEmpty, !names.contains(where: isJunkAuthor) else { continue }
        evidence.append(
            MetadataField(meaning.field, .names(names), origin: origin(of: name), confidence: meaning.confidence))
    }
    return evidence + pageRanges(document.properties)
}

/// The people that a property names in one text; the site that they write for is not one of them.
private func peopleOfProperty(_ text: String, sites: [String]) -> [PersonName] {
    let isJoint = words(text).contains { $0 == "and" || $0 == "&" }
    if isOrganisation(text), !isJoint, !text.contains(","), !text.contains(";") { return [PersonName(family: text)] }
    let names = authorList(withoutBy(text))
    // A role and an employer follow some names: "Anna Hill, Senior Editor, Invented Institute".
    let people = names.prefix { name in
        !name.given.isEmpty && !sites.contains { letters(of: $0) == letters(of: name.full) }
            && !words(name.full).contains { roles.contains($0.lowercased()) }
    }
    return people.isEmpty ? names : Array(people)
}

/// Words of what people are, in lower case.
private let roles: Set<String> = [
    "editor", "director", "manager", "senior", "writer", "reporter", "correspondent", "contributor", "producer",
    "chief", "officer", "head", "lead", "author", "columnist", "president", "chair",
]

/// The names by which a page's site calls itself.
private func siteNames(_ properties: [DocumentProperty]) -> [String] {
    let names: Set<String> = ["meta.og:site_name", "jsonld.publisher", "meta.application-name", "meta.dc.publisher"]
    return properties.filter { names.contains(canonicalName($0.name)) }.map {
        collapsingWhiteSpace(decodingEntities($0.value))
    }
}

/// First and last page as one field.
private func pageRanges(_ properties: [DocumentProperty]) -> [MetadataField] {
    let keys = [
        ("meta.citation_firstpage", "meta.citation_lastpage", 95),
        ("meta.prism.startingpage", "meta.prism.endingpage", 90),
        ("xmp.startingpage", "xmp.endingpage", 80),
    ]
    return keys.compactMap { first, last, confidence in
        func value(_ key: String) -> String? {
            properties.first { canonicalName($0.name) == key }.map { collapsingWhiteSpace($0.value) }
        }
        guard let start = value(first), !start.isEmpty else { return nil }
        let pages = value(last).map { $0 == start || $0.isEmpty ? start : start + "–" + $0 } ?? start
        return MetadataField("pages", .text(pages), origin: origin(of: first), confidence: confidence)
    }
}

/// Lower case; `xmp.` without the namespace's prefix; the names that readers and pages use for one thing as one.
private func canonicalName(_ name: String) -> String {
    let name = name.lowercased()
    guard let dot = name.firstIndex(of: ".") else { return name }
    let group = name[..<dot]
    let key = name[name.index(after: dot)...]
    switch group {
    case "xmp": return "xmp." + (key.split { $0 == ":" || $0 == "." }.last ?? key)
    case "og": return "meta.og:" + key
    default: return name
    }
}

private func origin(of name: String) -> String {
    for group in ["meta.", "jsonld."] where name.hasPrefix(group) {
        return group.dropLast() + " " + name.dropFirst(group.count)
    }
    return name.split(separator: ".").first.map(String.init) ?? name
}

private func value(of text: String, as form: PropertyMeaning.Form, path: String, sites: [String]) -> String? {
    switch form {
    case .title: isJunkTitle(text, path: path) ? nil : withoutAddress(text)
    case .siteTitle: isJunkTitle(text, path: path) ? nil : withoutSiteName(text, sites: sites)
    case .year: firstYear(in: text).map(String.init)
    case .doi: normalizedDOI(text)
    case .url: (text.hasPrefix("http://") || text.hasPrefix("https://")) && !isDOIAddress(text) ? text : nil
    case .journal: sites.contains { letters(of: $0) == letters(of: text) } ? nil : journalOfProperty(text)
    case .text, .person, .people, .organisation: text
    }
}
