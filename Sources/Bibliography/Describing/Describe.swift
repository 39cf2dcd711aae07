package import DocumentModel

/// The bibliographic description of a document from what its file says of itself and from its first pages.
///
/// Every source gives evidence; for each field the one that is surest is taken, and sources that agree make it
/// surer. A field without evidence is left out.
package func describe(_ document: Document) -> DocumentMetadata {
    let front = FrontText(document)
    let properties = propertyEvidence(of: document)
    var evidence = properties + printedEvidence(front, path: document.source.path, properties: properties)
    if evidence.contains(where: isOfficeAuthor) {
        let printed = Set(front.blocks.flatMap { words($0.text) }.map { letters(of: $0) })
        evidence = evidence.map { doubted($0, front, printed) }
    }
    var metadata = DocumentMetadata()
    for name in describedFields {
        var candidates = evidence.filter { $0.name == name }
        if name == "journal" {
            let found = surestJournal(candidates, front, title: metadata.text("title"))
            if let found { metadata.set(found) }
            continue
        }
        // Who publishes an article is not who wrote it, and lines of its first page are affiliations.
        if isArticle(evidence) {
            candidates.removeAll { $0.origin == "cover" || name == "authors" && $0.origin == "imprint" }
        }
        // Some publishers' tools put the journal there.
        if name == "publisher", let journal = metadata["journal"] {
            candidates.removeAll { isSame($0.value, journal.value) }
        }
        if let best = surest(of: candidates) { metadata.set(name == "title" ? withSubtitle(best, candidates) : best) }
    }
    return metadata
}

/// The fields that a description may have, in the order of a chart's columns.
private let describedFields = [
    "authors", "year", "title", "journal", "volume", "issue", "pages", "study_type", "doi", "url", "publisher", "issn",
    "isbn",
]

/// Percent by which a second source that says the same makes a field surer.
let agreementBonus = 5

/// Nothing that a machine found is certain.
let highestConfidence = 99

/// Percent by which people are believed whom only the file's properties name: they may be those who typed it.
private let unprintedConfidence = 30

private func isOfficeAuthor(_ field: MetadataField) -> Bool {
    ["info", "xmp"].contains(field.origin) && field.name == "authors"
}

/// Evidence of an office program for people whom no first page names, as what it is worth.
///
/// - Parameter printed: the letters of the words on the first pages.
private func doubted(_ field: MetadataField, _ front: FrontText, _ printed: Set<[UInt8]>) -> MetadataField {
    guard front.hasPages, isOfficeAuthor(field), case .names(let names) = field.value,
        !names.contains(where: { $0.given.isEmpty })
    else { return field }
    let isPrinted = names.contains { name in words(name.family).last.map { printed.contains(letters(of: $0)) } ?? false
    }
    var doubted = field
    if !isPrinted { doubted.confidence = min(field.confidence, unprintedConfidence) }
    return doubted
}

/// Whether there is evidence that the document is an article or a chapter rather than a report.
private func isArticle(_ evidence: [MetadataField]) -> Bool {
    evidence.contains { $0.name == "doi" && $0.confidence >= 60 }
}

private func surest(of candidates: [MetadataField]) -> MetadataField? {
    var best: MetadataField?
    for candidate in candidates where candidate.confidence > best?.confidence ?? 0 { best = candidate }
    guard var best else { return nil }
    let others = candidates.filter { $0.origin != best.origin && isSame($0.value, best.value) }
    if !others.isEmpty { best.confidence = min(highestConfidence, best.confidence + agreementBonus) }
    return best
}

/// A title with the subtitle that another source gives it: a cover often prints the two far apart.
private func withSubtitle(_ title: MetadataField, _ candidates: [MetadataField]) -> MetadataField {
    guard case .text(let short) = title.value else { return title }
    let whole = candidates.first { candidate in
        guard case .text(let long) = candidate.value else { return false }
        return long.hasPrefix(short + ":")
    }
    return whole ?? title
}

/// Whether two values say the same, letters compared; of authors the first family names.
func isSame(_ first: MetadataValue, _ second: MetadataValue) -> Bool {
    switch (first, second) {
    case (.text(let first), .text(let second)): letters(of: first) == letters(of: second)
    case (.names(let first), .names(let second)):
        letters(of: first.first?.family ?? "") == letters(of: second.first?.family ?? "")
    default: false
    }
}
