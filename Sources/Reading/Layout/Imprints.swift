import DocumentModel

/// Imprints are no longer than this, in characters: a licence with its conditions.
private let longestImprint = 1600
/// Headings of imprints have at most so many characters.
private let longestHeading = 60
/// Sentences have at least so many words, and so many for each comma: more commas part keywords and addresses.
private let fewestWords = 4
private let wordsForEachComma = 4

/// Marks what journals and publishers print around a text, wherever it stands: copyright and licence, dates,
/// correspondence, how to cite, keywords; and what stands below headings of these.
///
/// Items of lists never are: to lose a statement of the text is worse than to keep an imprint.
func markImprints(in blocks: inout [LayoutBlock], context: LayoutContext) {
    let titlePage = blocks.first { $0.kind == .title }?.page
    var isOpen = false
    var isAfterReferences = false
    for index in blocks.indices {
        let block = blocks[index]
        switch block.kind {
        case .heading:
            let text = context.scalars(of: block)
            isAfterReferences = isAfterReferences || sectionKind(ofHeading: string(text)) == .references
            let isOutside = isAfterReferences || block.page == titlePage
            isOpen = opensSection(index, of: blocks, isOutside: isOutside, titlePage: titlePage, context: context)
            if isOpen || isImprint(block, titlePage: titlePage, in: context) { setFrontMatter(&blocks[index]) }
        case .paragraph:
            if isImprint(block, titlePage: titlePage, in: context) {
                setFrontMatter(&blocks[index])
            } else if isOpen, !isText(block, in: context), !isItem(block, in: context), !isSentence(block, in: context)
            {
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

private func isImprint(_ block: LayoutBlock, titlePage: Int?, in context: LayoutContext) -> Bool {
    block.count <= longestImprint && !isItem(block, in: context)
        && opensImprint(block, isSmallOnTitlePage: isSmall(block, in: context) && block.page == titlePage, in: context)
}

private func isSmall(_ block: LayoutBlock, in context: LayoutContext) -> Bool {
    block.size < smallerThanBody * context.style.bodySize
}

/// Whether a block begins with the marker of a list; stars mark correspondence and notes.
func isItem(_ block: LayoutBlock, in context: LayoutContext) -> Bool {
    context.marker(of: block.first) != nil && context.firstScalar(of: block.first) != 0x2A
}

/// Whether a heading opens a section of imprints: by its words alone or, where reports have sections of that name
/// too, outside of the text and with nothing but imprints below it.
private func opensSection(
    _ heading: Int, of blocks: [LayoutBlock], isOutside: Bool, titlePage: Int?, context: LayoutContext
) -> Bool {
    guard blocks[heading].count <= longestHeading else { return false }
    let letters = context.scalars(of: blocks[heading]).filter { isLetter($0) || $0 == 0x20 }.map(lowercased)
    let name = string(letters).split(separator: " ").joined(separator: " ")
    let isCertain = imprintHeadings.contains(name)
    guard isCertain || (isOutside && possibleImprintHeadings.contains(name)) else { return false }
    let below = section(below: heading, of: blocks, in: context)
    let others = (isCertain ? below.prefix(1) : below[...]).filter {
        !isImprint($0, titlePage: titlePage, in: context) && !hasAddress(context.scalars(of: $0))
    }
    if isCertain { return !others.contains { isSentence($0, in: context) } }
    return others.allSatisfy { isSmall($0, in: context) && !isItem($0, in: context) && !isSentence($0, in: context) }
}

/// The paragraphs below a heading up to the next heading or, after the first, the next paragraph of text.
private func section(below heading: Int, of blocks: [LayoutBlock], in context: LayoutContext) -> [LayoutBlock] {
    var section: [LayoutBlock] = []
    for block in blocks[(heading + 1)...] where block.kind == .paragraph || block.kind == .heading {
        if block.kind == .heading || (!section.isEmpty && isText(block, in: context)) { break }
        section.append(block)
    }
    return section
}

/// Whether a block ends a sentence of words that are mostly in lower case, with no numbers and few commas, unlike
/// those of addresses, keywords and citations.
private func isSentence(_ block: LayoutBlock, in context: LayoutContext) -> Bool {
    guard context.endsSentence(block.last) else { return false }
    let text = context.scalars(of: block)
    let words = text.split(separator: 0x20)
    let small = words.count { $0.first.map(isLowercase) == true }
    let commas = text.count { $0 == 0x2C || $0 == 0x3B }
    return words.count >= fewestWords && 2 * small > words.count && !text.contains(where: isDigit)
        && words.count >= wordsForEachComma * commas
}

/// Headings that only imprints have.
private let imprintHeadings: Set<String> = [
    "article history", "article info", "article information", "articleinfo", "author affiliations", "author details",
    "cite this article", "corresponding author", "corresponding authors", "how to cite", "how to cite this article",
    "index terms", "key words", "keywords", "publication history", "rights and permissions",
]

/// Headings of imprints that may also head a section of a report.
private let possibleImprintHeadings: Set<String> = [
    "affiliations", "citation", "copyright", "correspondence", "descriptors", "editor", "email", "open access",
]
