package import DocumentModel

/// The bibliographic description of a document from what its file says of itself and from its first pages.
///
/// Every source gives evidence; for each field the one that is surest is taken, and sources that agree make it
/// surer. A field without evidence is left out.
package func describe(_ document: Document) -> DocumentMetadata {
    let evidence = propertyEvidence(of: document) + firstPageEvidence(of: document)
    var metadata = DocumentMetadata()
    for name in describedFields {
        let candidates = evidence.filter { $0.name == name }
        if let best = surest(of: candidates) { metadata.set(name == "title" ? withSubtitle(best, candidates) : best) }
    }
    return metadata
}

/// The fields that a description may have, in the order of a chart's columns.
private let describedFields = ["authors", "year", "title", "journal", "doi", "url", "publisher", "issn", "isbn"]

/// Percent by which a second source that says the same makes a field surer.
private let agreementBonus = 5

/// Nothing that a machine found is certain.
private let highestConfidence = 99

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
