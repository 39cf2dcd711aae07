import DocumentModel

/// Imprints are no longer than this, in characters: a licence with its conditions.
private let longestImprint = 1600
/// So many characters tell whether a paragraph is an imprint.
private let openingLength = 60

/// Marks what journals and publishers print around a text, wherever it stands: copyright and licence, dates,
/// correspondence, how to cite, keywords; and what stands below headings of these.
func markImprints(in blocks: inout [LayoutBlock], context: LayoutContext) {
    var isOpen = false
    for index in blocks.indices {
        let block = blocks[index]
        switch block.kind {
        case .heading:
            let text = context.scalars(of: block)
            isOpen = block.count <= openingLength && isImprintHeading(text)
            if isOpen || opensImprint(text) { setFrontMatter(&blocks[index]) }
        case .paragraph:
            if block.count <= longestImprint, opensImprint(context.scalars(of: block.first)) {
                setFrontMatter(&blocks[index])
            } else if isOpen, !isText(block, in: context) {
                setFrontMatter(&blocks[index])
            } else {
                isOpen = false
            }
        case .furniture, .frontMatter, .caption, .tableRow, .footnote: break
        default: isOpen = false
        }
    }
}

private func setFrontMatter(_ block: inout LayoutBlock) {
    block.kind = .frontMatter
    block.level = nil
}

/// Whether a line opens an imprint.
private func opensImprint(_ line: [UInt32]) -> Bool {
    // A copyright sign, a star or an envelope may stand first.
    if line.first == 0xA9 { return true }
    guard let begin = line.prefix(4).firstIndex(where: isLetter) else { return false }
    let opening = line[begin...].prefix(openingLength).map(lowercased)
    if imprintOpenings.contains(where: { opening.starts(with: $0) }) { return true }
    guard let label = imprintLabels.first(where: { opening.starts(with: $0) }) else { return false }
    // "Received: 5 June", "Accepted May 12 2019": a label, not the first word of a sentence or a heading.
    let rest = line[begin...].prefix(openingLength).dropFirst(label.count)
    guard let next = rest.first(where: { $0 != 0x20 }) else { return true }
    if !isLetter(next) { return next != 0x2C && next != 0x28 }
    let isKeywords = label.starts(with: [0x6B, 0x65, 0x79])
    return rest.first == 0x20 && isUppercase(next) && (isKeywords || rest.contains(where: isDigit))
}

/// Openings of which no sentence of a report begins.
private let imprintOpenings = [
    "address correspondence", "address for correspondence", "all rights reserved", "author for correspondence",
    "cite this article", "copyright ©", "copyright: ©", "copyright (c)", "copyright: (c)",
    "correspondence and requests",
    "correspondence author", "correspondence to", "corresponding author", "how to cite", "licensee ",
    "open access this article", "please cite this", "reprints and permission", "springer nature remains neutral",
    "suggested citation", "this article is an open access", "this article is licensed",
    "this article is distributed under", "this article is published under", "this is an open access",
    "this is an open-access", "this work is licensed", "this work is published under", "to cite this",
].map { $0.unicodeScalars.map(\.value) }

/// Labels of imprints, which other words may follow in a sentence; of two that begin alike the longer comes first.
private let imprintLabels = [
    "academic editor", "accepted", "article history", "article type", "citation", "copyright", "correspondence",
    "date of acceptance", "date of submission", "descriptors", "doi", "e-mail", "edited by", "editor", "email",
    "first published", "handling editor", "index terms", "issn", "key words", "keywords", "mesh terms", "orcid id",
    "published online", "published", "publisher’s note", "publisher's note", "received", "reviewed by", "revised",
    "submitted",
].map { $0.unicodeScalars.map(\.value) }

/// Whether a heading heads an imprint.
private func isImprintHeading(_ text: [UInt32]) -> Bool {
    let letters = text.filter { isLetter($0) || $0 == 0x20 }.map(lowercased)
    return imprintHeadings.contains(string(letters).split(separator: " ").joined(separator: " "))
}

private let imprintHeadings: Set<String> = [
    "affiliations", "article history", "article info", "article information", "articleinfo", "author affiliations",
    "author details", "citation", "cite this article", "copyright", "correspondence", "corresponding author",
    "corresponding authors", "descriptors", "how to cite", "how to cite this article", "index terms", "key words",
    "keywords", "open access", "publication history", "rights and permissions",
]
