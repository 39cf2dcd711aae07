import DocumentModel

/// What a property is evidence for.
private struct PropertyMeaning: Sendable {
    /// How the property's text becomes a value.
    enum Form: Sendable {
        case title, siteTitle, person, people, year, doi, text, url
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
    "meta.citation_title": .init("title", .title, 98),
    "meta.citation_author": .init("authors", .person, 98), "meta.citation_authors": .init("authors", .people, 95),
    "meta.citation_publication_date": .init("year", .year, 95), "meta.citation_date": .init("year", .year, 94),
    "meta.citation_year": .init("year", .year, 95), "meta.citation_online_date": .init("year", .year, 90),
    "meta.citation_cover_date": .init("year", .year, 92),
    "meta.citation_journal_title": .init("journal", .text, 98), "meta.citation_doi": .init("doi", .doi, 98),
    "meta.citation_issn": .init("issn", .text, 95), "meta.citation_isbn": .init("isbn", .text, 95),
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
    "meta.dc.publisher": .init("publisher", .text, 80), "meta.dc.source": .init("journal", .text, 50),
    "xmp.title": .init("title", .title, 62), "xmp.creator": .init("authors", .people, 60),
    "xmp.publicationname": .init("journal", .text, 90), "xmp.doi": .init("doi", .doi, 92),
    "xmp.identifier": .init("doi", .doi, 85), "xmp.coverdate": .init("year", .year, 75),
    "xmp.publicationdate": .init("year", .year, 80), "xmp.coverdisplaydate": .init("year", .year, 75),
    "xmp.publisher": .init("publisher", .text, 70), "xmp.issn": .init("issn", .text, 85),
    "xmp.isbn": .init("isbn", .text, 85), "xmp.date": .init("year", .year, 45), "xmp.url": .init("url", .url, 60),
    // JSON-LD of schema.org, OpenGraph, and plain HTML.
    "jsonld.headline": .init("title", .title, 85), "jsonld.author": .init("authors", .person, 85),
    "jsonld.datepublished": .init("year", .year, 85), "jsonld.publisher": .init("publisher", .text, 75),
    "jsonld.ispartof": .init("journal", .text, 80), "jsonld.doi": .init("doi", .doi, 90),
    "meta.og:title": .init("title", .siteTitle, 72), "meta.twitter:title": .init("title", .siteTitle, 65),
    "meta.og:url": .init("url", .url, 80), "meta.og:site_name": .init("publisher", .text, 50),
    "meta.article:published_time": .init("year", .year, 80), "meta.article:author": .init("authors", .person, 60),
    "meta.author": .init("authors", .people, 70), "meta.date": .init("year", .year, 65),
    "meta.datepublished": .init("year", .year, 80), "meta.pubdate": .init("year", .year, 75),
    "meta.publisher": .init("publisher", .text, 65),
    "link.canonical": .init("url", .url, 88), "html.title": .init("title", .siteTitle, 55),
    // A PDF's information dictionary: what the program that made it was told, or made up.
    "info.title": .init("title", .title, 58), "info.author": .init("authors", .people, 55),
    "info.subject": .init("doi", .doi, 75), "info.keywords": .init("doi", .doi, 60), "info.doi": .init("doi", .doi, 90),
    "info.wps-articledoi": .init("doi", .doi, 90),
    // When the file was made, which may be decades after the report: it can only make a printed year surer.
    "info.created": .init("year", .year, supportOnly),
]

/// Evidence in what the file says of itself.
func propertyEvidence(of document: Document) -> [MetadataField] {
    var evidence: [MetadataField] = []
    var people: [String: [PersonName]] = [:]
    for property in document.properties {
        let name = canonicalName(property.name)
        guard let meaning = meanings[name] else { continue }
        let text = collapsingWhiteSpace(property.value)
        guard !text.isEmpty else { continue }
        switch meaning.form {
        case .person: people[name, default: []].append(writtenName(text))
        case .people: people[name, default: []] += authorList(text)
        default:
            guard let value = value(of: text, as: meaning.form, path: document.source.path) else { continue }
            evidence.append(
                MetadataField(meaning.field, .text(value), origin: origin(of: name), confidence: meaning.confidence))
        }
    }
    // In the order of names: the dictionary's own differs from run to run.
    for (name, names) in people.sorted(by: { $0.key < $1.key }) {
        guard let meaning = meanings[name], !names.contains(where: isJunkAuthor) else { continue }
        evidence.append(
            MetadataField(meaning.field, .names(names), origin: origin(of: name), confidence: meaning.confidence))
    }
    return evidence
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

private func value(of text: String, as form: PropertyMeaning.Form, path: String) -> String? {
    switch form {
    case .title: isJunkTitle(text, path: path) ? nil : text
    case .siteTitle: isJunkTitle(text, path: path) ? nil : withoutSiteName(text)
    case .year: firstYear(in: text).map(String.init)
    case .doi: normalizedDOI(text)
    case .url: text.hasPrefix("http://") || text.hasPrefix("https://") ? text : nil
    case .text, .person, .people: text
    }
}
