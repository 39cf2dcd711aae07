import DocumentModel

/// Percent by which a printed identifier is believed.
private enum Confidence {
    static let doi = 60
    /// "doi:" before it.
    static let namedDOI = 15
    /// In a running head or among front matter, where other works' DOIs do not stand.
    static let frontDOI = 8
    /// In what the document says of how it is cited.
    static let citedDOI = 86
    /// In running text, which cites other works.
    static let passingDOI = 20
    static let laterPage = -10
    static let serialNumber = 70
    static let bookNumber = 70
    /// Behind "available at", or in a head that a browser printed.
    static let address = 50
}

/// DOI, ISSN, ISBN and address as the first pages print them.
func printedIdentifiers(_ front: FrontText) -> [MetadataField] {
    let cited = front.citations.prefix(1).compactMap { citation in
        normalizedDOI(citation).map { found("doi", $0, Confidence.citedDOI, "citation") }
    }
    return cited
        + front.blocks.flatMap { block in
            [printedDOI(block, hasPages: front.hasPages), printedISSN(block.unjoined), printedISBN(block.unjoined)]
                .compactMap { $0 }
        } + front.runningHeads.compactMap { printedDOI($0, hasPages: true) } + printedAddresses(front)
}

private func found(_ name: String, _ value: String, _ confidence: Int, _ origin: String = "first page") -> MetadataField
{
    MetadataField(name, .text(value), origin: origin, confidence: confidence)
}

// MARK: DOI

/// Bytes before a DOI in which it may be named: "https://doi.org/".
private let nameReach = 20

/// Words of a block that tells of its own document; longer ones are running text and licences.
private let longestNotice = 60

/// The first DOI of a block; surer where it is named as one and outside of running text.
private func printedDOI(_ front: FrontBlock, hasPages: Bool) -> MetadataField? {
    let bytes = Array(front.unjoined.utf8)
    guard let doi = firstDOI(in: bytes) else { return nil }
    let before = String(decoding: bytes[max(0, doi.start - nameReach)..<doi.start], as: UTF8.self).lowercased()
    let isFront = front.block.kind == .furniture || front.block.kind == .frontMatter
    if !isFront, !hasPages, !front.text.lowercased().hasPrefix("doi") {
        // A web page links the works it writes about; its own DOI stands in a line of its own.
        return nil
    }
    if !isFront, words(front.text).count > longestNotice { return found("doi", doi.doi, Confidence.passingDOI) }
    return found(
        "doi", doi.doi,
        Confidence.doi + (before.contains("doi") ? Confidence.namedDOI : 0) + (isFront ? Confidence.frontDOI : 0)
            + (front.block.page > 1 ? Confidence.laterPage : 0))
}

// MARK: ISSN and ISBN

private func printedISSN(_ text: String) -> MetadataField? {
    guard let tail = tail(behind: "ISSN", in: text) else { return nil }
    return issn(in: String(tail.prefix(numberReach))).map { found("issn", $0, Confidence.serialNumber) }
}

private func printedISBN(_ text: String) -> MetadataField? {
    guard let tail = tail(behind: "ISBN", in: text) else { return nil }
    return isbn(in: String(tail.prefix(numberReach))).map { found("isbn", $0, Confidence.bookNumber) }
}

/// Characters behind "ISSN" in which the number stands: "ISSN (online): 1234-5679".
private let numberReach = 40

// MARK: Address

/// Bytes of a line of an imprint.
private let longestImprint = 500

/// What stands before the address of the document itself, in lower case.
private let addressCues = ["available at", "available from", "available on", "available online at", "published at"]

/// The address that the imprint gives, or that a browser printed in the foot of each page.
private func printedAddresses(_ front: FrontText) -> [MetadataField] {
    guard front.hasPages else { return [] }
    let imprints = front.blocks.compactMap { block -> MetadataField? in
        guard block.text.utf8.count <= longestImprint else { return nil }
        let lower = block.text.lowercased()
        guard addressCues.contains(where: { has($0, in: lower) }),
            lower.hasPrefix("available") || has("this ", in: lower), let address = address(in: block.unjoined),
            isPage(address)
        else { return nil }
        return found("url", address, Confidence.address)
    }
    let feet = front.runningHeads.compactMap { head -> MetadataField? in
        guard let address = address(in: head.text), isPage(address) else { return nil }
        return found("url", address, Confidence.address, "running head")
    }
    return imprints + feet
}

/// A site's name, or a section of it, says where all of its documents are; a page of it says more.
private func isPage(_ address: String) -> Bool {
    address.split(separator: "/").count > 3
}

private func address(in text: String) -> String? {
    for word in words(text) {
        var word = word.filter { !["<", ">", "(", ")", "\""].contains($0) }
        while let last = word.last, [".", ",", ";"].contains(last) { word.removeLast() }
        if word.hasPrefix("www."), word.contains("/") { word = "https://" + word }
        let isAddress = word.hasPrefix("http://") || word.hasPrefix("https://")
        // Licences and DOIs have addresses of their own.
        if isAddress, !word.contains("creativecommons.org"), !isDOIAddress(word), word.utf8.count > 12,
            !["licence", "license", "orcid.org"].contains(where: word.contains)
        {
            return word
        }
    }
    return nil
}
