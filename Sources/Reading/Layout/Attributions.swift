import DocumentModel

/// A line set to the right leaves more than this share of its column free before it…
private let shareBefore: Float = 0.25
/// … and less than this share after it.
private let shareAfter: Float = 0.12
/// A name with its town and year takes at most so many lines.
private let mostLines = 2

/// Whether a block names who said the quotation above it: a short line after the closing quote, in italics, set to
/// the right, or after a dash.
func isAttribution(_ index: Int, of blocks: [LayoutBlock], in context: LayoutContext) -> Bool {
    let block = blocks[index]
    guard block.lines.count <= mostLines, let above = textNeighbour(of: index, in: blocks, by: -1),
        [.paragraph, .listItem, .quotation].contains(above.kind), endsQuotation(above, in: context)
    else { return false }
    let width = block.edges.upperBound - block.edges.lowerBound
    let isToTheRight =
        block.box.x0 - block.edges.lowerBound > shareBefore * width
        && block.edges.upperBound - block.box.x1 < shareAfter * width
    return block.isItalic || isToTheRight || isDash(context.firstScalar(of: block.first))
}

/// Whether a block ends with a quote; a citation mark may follow it.
private func endsQuotation(_ block: LayoutBlock, in context: LayoutContext) -> Bool {
    let line = context.scalars(of: block.last)
    return line.last { !isDigit($0) && $0 != 0x20 }.map(isClosingQuote) ?? false
}
