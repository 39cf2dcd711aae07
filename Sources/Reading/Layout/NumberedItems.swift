import DocumentModel

/// Beyond so many words, numbered text in the body's own type is a sentence and no heading.
private let mostWordsOfPlainHeading = 8
/// With this many words or fewer, a full stop may end a heading in larger or bolder type.
private let fewestWordsOfSentence = 6
/// Items of one list differ by less than this in size, as a share, and in indent, in ems.
private let sameSize: Float = 0.06
private let sameIndent: Float = 0.6

/// Whether a numbered paragraph is an item of a list rather than a numbered heading: the item before or after it
/// in the count stands beside it, set alike; or it reads as a sentence.
/// - Parameter text: the paragraph's, without tidying.
func isNumberedItem(_ index: Int, of blocks: [LayoutBlock], text: [UInt32], in context: LayoutContext) -> Bool {
    let block = blocks[index]
    guard let number = itemNumber(of: block, in: context) else { return false }
    let isBeside = [textNeighbour(of: index, in: blocks, by: -1), textNeighbour(of: index, in: blocks, by: 1)].contains
    {
        guard let other = $0, let count = itemNumber(of: other, in: context) else { return false }
        return abs(count - number) == 1 && isSetAlike(block, other)
    }
    return isBeside || readsAsSentence(block, text: text, in: context)
}

/// The number before `.` or `)` with which a paragraph begins.
private func itemNumber(of block: LayoutBlock, in context: LayoutContext) -> Int? {
    guard let marker = context.marker(of: block.first), marker.kind == .enumerator else { return nil }
    let mark = context.scalars(of: block.first).prefix(marker.length)
    let digits = mark.filter(isDigit)
    return digits.isEmpty ? nil : digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
}

/// The next text before or after a block; what stands in the margins or between is passed over.
func textNeighbour(of index: Int, in blocks: [LayoutBlock], by step: Int) -> LayoutBlock? {
    var other = index + step
    while blocks.indices.contains(other), blocks[other].kind == .furniture { other += step }
    return blocks.indices.contains(other) ? blocks[other] : nil
}

/// Whether two blocks are of one size and weight and begin at one indent.
func isSetAlike(_ a: LayoutBlock, _ b: LayoutBlock) -> Bool {
    guard abs(a.size - b.size) < sameSize * a.size, a.isBold == b.isBold else { return false }
    let indentOfA = a.first.box.x0 - a.edges.lowerBound
    let indentOfB = b.first.box.x0 - b.edges.lowerBound
    return min(abs(indentOfA - indentOfB), abs(a.first.box.x0 - b.first.box.x0)) < sameIndent * a.size
}

private func readsAsSentence(_ block: LayoutBlock, text: [UInt32], in context: LayoutContext) -> Bool {
    // The number is one more word.
    let words = text.count { $0 == 0x20 }
    let endsInStop = text.last { !isClosingQuote($0) } == 0x2E
    let isPlain = !block.isBold && context.style.isBodySize(block.size)
    guard isPlain else { return endsInStop && words > fewestWordsOfSentence }
    return words > mostWordsOfPlainHeading || (endsInStop && sectionKind(ofHeading: string(text)) == nil)
}
