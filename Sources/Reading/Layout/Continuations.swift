import DocumentModel

/// The first line of a paragraph is indented by at most so many ems.
private let widestIndent: Float = 6
/// A full line of text has this share of the document's usual length of lines or more.
private let narrowestLine: Float = 0.5
/// A line that leaves less than this share of its column free is full.
private let freeShare: Float = 0.12
/// A word space is about this wide, in ems.
private let wordSpace: Float = 0.25
/// Sizes that differ by less than this share are one size.
private let sameSize: Float = 0.04

/// Joins paragraphs that a column, a page, a figure or a table cut in two; what stood between comes after.
func joinContinuations(_ blocks: [LayoutBlock], context: LayoutContext) -> [LayoutBlock] {
    var joined: [LayoutBlock] = []
    joined.reserveCapacity(blocks.count)
    /// Index in `joined` of the last block that text could go on from.
    var open: Int?
    /// Whether a heading has come since; then only a sentence that was left open goes on.
    var isInterrupted = false
    /// The column of the block before if that went into the open one.
    var column: Int?
    for block in blocks {
        if let index = open, context.pages[block.page].number - context.pages[joined[index].last.page].number <= 1,
            continues(block, from: joined[index], isNext: index == joined.count - 1, in: context),
            column != block.column || !context.style.isParted(block.first, from: joined[index].last),
            !isInterrupted || isLowercase(context.firstScalar(of: block.first))
        {
            joined[index].lines += block.lines
            joined[index].edges = block.edges
            isInterrupted = false
            column = block.column
            continue
        }
        joined.append(block)
        column = nil
        guard let index = open else {
            open = goesOn(block) ? joined.count - 1 : nil
            column = open.map { _ in block.column }
            continue
        }
        // Small print between two halves is a note, a box or the text of a figure.
        let isSmall = isSmallPrint(block, in: context) && !isSmallPrint(joined[index], in: context)
        if goesOn(block), !isSmall {
            open = joined.count - 1
            column = block.column
            isInterrupted = false
        } else if block.kind == .heading, !isSmall {
            isInterrupted = true
        }
    }
    return joined
}

/// Whether text of this kind may go on elsewhere.
private func goesOn(_ block: LayoutBlock) -> Bool { block.kind == .paragraph || block.kind == .listItem }

/// Whether no line of a block is of the body's size: addresses of links may make most lines of a paragraph small.
private func isSmallPrint(_ block: LayoutBlock, in context: LayoutContext) -> Bool {
    block.lines.allSatisfy { $0.size < 0.93 * context.style.bodySize }
}

/// Whether a block is the second half of another one.
/// - Parameter isNext: whether nothing stands between the two.
private func continues(_ block: LayoutBlock, from above: LayoutBlock, isNext: Bool, in context: LayoutContext) -> Bool {
    guard block.kind == .paragraph else { return false }
    // Inside a column the gaps have already decided.
    if isNext && block.column == above.column { return false }
    guard isOneSize(block.first, above.last) else { return false }
    if context.marker(of: block.first) != nil { return false }
    let first = context.firstScalar(of: block.first)
    if isHyphen(context.lastScalar(of: above.last)), isLowercase(first) { return true }
    guard context.endsSentence(above.last) else {
        return isLowercase(first)
            || (isFull(above, before: block, in: context) && !isBoldChange(block, above) && isAtOneEdge(block, above))
    }
    guard isFull(above, before: block, in: context), context.style.indentsParagraphs, above.kind == .paragraph,
        above.lines.count > 1
    else { return false }
    let isIndented = block.lines.count > 1 && block.lines[0].box.x0 > block.lines[1].box.x0 + 0.6 * block.first.size
    return !isIndented && block.lines.count > 1 && !isBoldChange(block, above)
}

/// Whether text goes on in its size; a line of two sizes may end in the one and be counted to the other.
private func isOneSize(_ line: LayoutLine, _ above: LayoutLine) -> Bool {
    let tail = above.pieces[above.pieces.count - 1].tailSize
    return abs(line.size - above.size) < sameSize * above.size || abs(line.pieces[0].leadSize - tail) < sameSize * tail
}

/// Whether the last line of a block ends where its column does, or the next word would not have fitted into it. A cell
/// or a name is narrower than a line of text, however full it is.
private func isFull(_ above: LayoutBlock, before block: LayoutBlock, in context: LayoutContext) -> Bool {
    guard above.last.box.width > narrowestLine * context.style.measure else { return false }
    let free = above.edges.upperBound - above.last.box.x1
    return free < freeShare * (above.edges.upperBound - above.edges.lowerBound)
        || free < block.first.firstWordWidth + wordSpace * block.first.size
}

/// Whether two halves begin at the same edge, on the page or in their columns, but for a first line's indent: a line
/// that stands far to the right, such as the speaker's name under a quotation, does not go on elsewhere.
private func isAtOneEdge(_ block: LayoutBlock, _ above: LayoutBlock) -> Bool {
    let left = block.first.box.x0
    let (edge, other) = (above.lines.map(\.box.x0).min() ?? left, above.edges.lowerBound)
    return min(abs(left - edge), abs(left - block.edges.lowerBound - edge + other)) < widestIndent * block.first.size
}

private func isBoldChange(_ block: LayoutBlock, _ above: LayoutBlock) -> Bool {
    block.first.isBold != above.last.isBold
        || block.first.font != above.last.font && block.first.isItalic != above.last.isItalic
}
