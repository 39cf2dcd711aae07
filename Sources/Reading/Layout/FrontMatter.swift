import DocumentModel

/// A title is set at least so much larger than the body.
private let titleSize: Float = 1.08
/// What has fewer letters is a logo or a label.
private let titleLetters = 12
/// Titles have about so many letters or more.
private let usualTitleLetters: Float = 40
/// A paragraph of so many characters that ends a sentence is text, not authors or addresses.
private let paragraphCharacters = 160

/// A sentence of findings has so many words or more.
private let wordsOfStatement = 8

/// Marks the title: on the first page with text what says the same as the document's properties, else what is
/// set largest.
func markTitle(in blocks: inout [LayoutBlock], hints: LayoutHints, context: LayoutContext) {
    guard let page = blocks.first(where: { $0.kind == .paragraph })?.page else { return }
    let candidates = titleCandidates(in: blocks, page: page, context: context)
    let known = hints.title.map { letters(of: $0) } ?? []
    let exact = candidates.first { known.count >= titleLetters && $0.letters == known }
    let large = candidates.filter { $0.size >= titleSize * context.style.bodySize }
    let largest = large.max { ($0.weight, $1.range.lowerBound) < ($1.weight, $0.range.lowerBound) }
    guard let title = exact ?? largest else { return }
    blocks[title.range.lowerBound].lines = title.range.flatMap { blocks[$0].lines }
    blocks[title.range.lowerBound].kind = .title
    blocks.removeSubrange(title.range.dropFirst())
}

private struct TitleCandidate {
    var range: Range<Int>
    var size: Float
    var letters: [UInt8]

    /// Size, less for short texts: a journal's name or "Interim report" may be set larger than the title.
    var weight: Float { size * max(0.5, min(1, Float(letters.count) / usualTitleLetters)) }
}

/// Paragraphs of a page, those joined that follow each other in one size of one font.
private func titleCandidates(in blocks: [LayoutBlock], page: Int, context: LayoutContext) -> [TitleCandidate] {
    var candidates: [TitleCandidate] = []
    var index = 0
    while index < blocks.count {
        let block = blocks[index]
        guard block.page == page, block.kind == .paragraph, block.count < 400 else {
            index += 1
            continue
        }
        var end = index + 1
        while end < blocks.count, end - index < 5, continuesTitle(blocks[end], after: blocks[end - 1]) { end += 1 }
        let text = letters(of: (index..<end).map { string(context.scalars(of: blocks[$0])) }.joined(separator: " "))
        if text.count >= titleLetters {
            candidates.append(TitleCandidate(range: index..<end, size: block.size, letters: text))
        }
        index = end
    }
    return candidates
}

private func continuesTitle(_ block: LayoutBlock, after above: LayoutBlock) -> Bool {
    block.kind == .paragraph && block.column == above.column && block.page == above.page
        && abs(block.size - above.size) < 0.02 * above.size && block.font == above.font
        && block.first.main.y0 - above.last.main.y1 < above.size
}

/// Marks authors, affiliations and dates: what stands on the title's page before it, and after it up to a
/// heading that opens the text, or the first paragraph of text.
func markFrontMatter(in blocks: inout [LayoutBlock], context: LayoutContext) {
    guard let title = blocks.firstIndex(where: { $0.kind == .title }) else { return }
    let page = blocks[title].page
    for index in blocks[..<title].indices where blocks[index].kind == .paragraph && blocks[index].page == page {
        if !isText(blocks[index], in: context) { blocks[index].kind = .frontMatter }
    }
    for index in blocks[(title + 1)...].indices where [.paragraph, .caption].contains(blocks[index].kind) {
        let block = blocks[index]
        if block.kind == .caption { break }
        if block.page != page || isText(block, in: context) || opensText(block, in: context) { break }
        if context.marker(of: block.first)?.kind == .bullet { break }
        if index + 1 < blocks.count, isLabel(block, in: context),
            isText(blocks[index + 1], in: context) || isStatement(blocks[index + 1], in: context)
        {
            break
        }
        blocks[index].kind = .frontMatter
    }
}

func isText(_ block: LayoutBlock, in context: LayoutContext) -> Bool {
    block.count >= paragraphCharacters && context.endsSentence(block.last)
        && block.size >= 0.85 * context.style.bodySize
}

/// Whether a block says something in a sentence: most words of names and addresses begin with a capital.
private func isStatement(_ block: LayoutBlock, in context: LayoutContext) -> Bool {
    guard block.kind == .paragraph, context.endsSentence(block.last) else { return false }
    let words = context.scalars(of: block).split(separator: 0x20)
    let plain = words.count { isLowercase($0[$0.startIndex]) }
    return words.count >= wordsOfStatement && plain * 2 > words.count
}

/// A bold line or a question without the commas and numbers of authors and dates: a heading, if text follows.
private func isLabel(_ block: LayoutBlock, in context: LayoutContext) -> Bool {
    (block.isBold || context.lastScalar(of: block.last) == 0x3F)
        && !context.scalars(of: block).contains { isDigit($0) || $0 == 0x2C }
}

/// Whether a footnote explains a word of the text: numbered addresses are no sentences.
private func isNumberedNote(_ block: LayoutBlock, in context: LayoutContext) -> Bool {
    isDigit(context.firstScalar(of: block.first)) && beginsWithMark(block, in: context)
        && isStatement(block, in: context)
}

private func opensText(_ block: LayoutBlock, in context: LayoutContext) -> Bool {
    let line = context.scalars(of: block.first)
    if block.count < 60, sectionKind(ofHeading: string(context.scalars(of: block))) != nil { return true }
    let word = line.prefix { isLetter($0) }.map { lowercased($0) }
    return openingWords.contains(string(word))
}

/// First words of an abstract that has no heading of its own.
private let openingWords: Set<String> = [
    "abstract", "summary", "background", "introduction", "objective", "objectives",
]

/// Marks correspondence, dates and licences: small print at the foot of a column of the title's page, once the
/// cells of tables are told, which are small print too.
func markFootOfTitlePage(in blocks: inout [LayoutBlock], context: LayoutContext) {
    guard let page = blocks.first(where: { $0.kind == .title })?.page else { return }
    var index = blocks.count - 1
    var isFoot = true
    var column = -1
    while index >= 0 {
        let block = blocks[index]
        if block.page == page, block.kind == .paragraph || block.kind == .frontMatter {
            if block.column != column {
                column = block.column
                isFoot = true
            }
            isFoot = isFoot && block.size < 0.9 * context.style.bodySize
            let isLow = block.first.box.y0 > context.pages[page].height * 0.6
            if isFoot && isLow && !isItem(block, in: context) && !isNumberedNote(block, in: context) {
                blocks[index].kind = .frontMatter
            }
        }
        index -= 1
    }
}
