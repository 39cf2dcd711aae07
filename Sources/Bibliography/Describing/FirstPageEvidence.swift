import DocumentModel

/// Pages that may bear what a title page bears: a cover, and the page behind it.
private let frontPages = 1...2

/// Blocks from the start that count as front in formats without pages.
private let frontBlocks = 40

/// Blocks that tell of something else: no work is cited in a slide's points or a table as it cites itself.
let itemKinds: Set<BlockKind> = [.listItem, .tableRow, .caption, .quotation]

/// Evidence in what the first pages print.
func firstPageEvidence(of document: Document) -> [MetadataField] {
    let index = TextIndex(document.text)
    let front = document.blocks.prefix { frontPages.contains($0.page) }.prefix(
        document.source.format == .pdf ? .max : frontBlocks
    ).filter { $0.kind != .reference && $0.section != .references }
    let texts = front.map { FrontBlock(block: $0, text: index.text($0.start, $0.end)) }
    var evidence: [MetadataField] = []
    if let title = printedTitle(texts, path: document.source.path) { evidence.append(title) }
    if let authors = printedAuthors(texts) { evidence.append(authors) }
    evidence += printedDOIs(texts)
    evidence += texts.filter { !itemKinds.contains($0.block.kind) }.flatMap { citationEvidence(in: $0.text) }
    evidence += printedYears(texts)
    return evidence
}

/// A block of the first pages with its text.
struct FrontBlock: Sendable {
    var block: Block
    var text: String
}

/// Percent by which what a first page prints is believed. A publisher's tag (85 and more) is surer than any of it,
/// the title that an office program was told (58) is less sure than a title in print.
private enum Confidence {
    static let title = 76
    /// The journal's name or the kind of article was the largest; the title comes after.
    static let titleBelow = 60
    static let headingForTitle = 45
    static let authors = 65
    static let doi = 60
    /// "doi:" before it.
    static let namedDOI = 15
    /// In a running head or among front matter, where other works' DOIs do not stand.
    static let frontDOI = 8
    static let laterPage = -10
}

private func printed(_ name: String, _ value: MetadataValue, _ confidence: Int) -> MetadataField {
    MetadataField(name, value, origin: "first page", confidence: confidence)
}

// MARK: Title and authors

/// Blocks from the first printed title on in which the real title may stand.
private let blocksForTitle = 5

/// Words that a title has at least where it must be told from other front matter.
private let tellingTitleWords = 4

private func printedTitle(_ front: [FrontBlock], path: String) -> MetadataField? {
    guard let first = front.firstIndex(where: { $0.block.kind == .title }) else {
        let heading = front.first { $0.block.kind == .heading && !isJunkTitle($0.text, path: path) }
        return heading.map { printed("title", .text($0.text), Confidence.headingForTitle) }
    }
    if isTitle(front[first], path: path) { return printed("title", .text(front[first].text), Confidence.title) }
    // The largest words of a first page may be the journal's name or the kind of the article.
    let next = front[(first + 1)...].prefix(blocksForTitle).first { candidate in
        isTitle(candidate, path: path) && words(candidate.text).count >= tellingTitleWords
            && !readsAsPeople(candidate.text, authorList(candidate.text)) && normalizedDOI(candidate.text) == nil
    }
    return next.map { printed("title", .text($0.text), Confidence.titleBelow) }
}

private func isTitle(_ front: FrontBlock, path: String) -> Bool {
    [.title, .heading, .frontMatter].contains(front.block.kind) && !isJunkTitle(front.text, path: path)
        && !isPeriodical(front.text)
}

/// Blocks after the title in which authors may begin.
private let blocksForAuthors = 4

/// The first block after the title that reads as a list of people, with those behind it that do too.
private func printedAuthors(_ front: [FrontBlock]) -> MetadataField? {
    guard let title = front.firstIndex(where: { $0.block.kind == .title }) else { return nil }
    var authors: [PersonName] = []
    for (distance, candidate) in front[(title + 1)...].enumerated() {
        // Some journals print an author's ORCID below each name.
        if candidate.text.lowercased().contains("orcid.org") { continue }
        guard candidate.block.kind == .frontMatter || candidate.block.kind == .paragraph else { break }
        let names = authorList(withoutBy(candidate.text))
        if readsAsPeople(candidate.text, names) {
            authors += names
        } else if !authors.isEmpty || distance >= blocksForAuthors {
            break
        }
    }
    return authors.isEmpty ? nil : printed("authors", .names(authors), Confidence.authors)
}

// MARK: Identifiers

/// Bytes before a DOI in which it may be named: "https://doi.org/".
private let nameReach = 20

/// The first DOI of the first pages; surer where it is named as one and outside of running text.
private func printedDOIs(_ front: [FrontBlock]) -> [MetadataField] {
    front.compactMap { front in
        let bytes = Array(front.text.utf8)
        guard let found = firstDOI(in: bytes) else { return nil }
        let before = String(decoding: bytes[max(0, found.start - nameReach)..<found.start], as: UTF8.self).lowercased()
        let isNamed = before.contains("doi")
        let isFront = front.block.kind == .furniture || front.block.kind == .frontMatter
        let confidence =
            Confidence.doi + (isNamed ? Confidence.namedDOI : 0) + (isFront ? Confidence.frontDOI : 0)
            + (front.block.page > 1 ? Confidence.laterPage : 0)
        return printed("doi", .text(found.doi), confidence)
    }
}
