import DocumentModel

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

private func isSmallPrint(_ block: LayoutBlock, in context: LayoutContext) -> Bool {
    block.size < 0.93 * context.style.bodySize
}

/// Whether a block is the second half of another one.
/// - Parameter isNext: whether nothing stands between the two.
private func continues(_ block: LayoutBlock, from above: LayoutBlock, isNext: Bool, in context: LayoutContext) -> Bool {
    guard block.kind == .paragraph else { return false }
    // Inside a column the gaps have already decided.
    if isNext && block.column == above.column { return false }
    guard abs(block.first.size - above.last.size) < 0.04 * above.last.size else { return false }
    if context.marker(of: block.first) != nil { return false }
    let isFull = above.last.box.x1 > above.edges.upperBound - 0.12 * (above.edges.upperBound - above.edges.lowerBound)
    let first = context.firstScalar(of: block.first)
    if isHyphen(context.lastScalar(of: above.last)), isLowercase(first) { return true }
    guard context.endsSentence(above.last) else { return isLowercase(first) || (isFull && !isBoldChange(block, above)) }
    guard isFull, context.style.indentsParagraphs, above.kind == .paragraph, above.lines.count > 1 else { return false }
    let isIndented = block.lines.count > 1 && block.lines[0].box.x0 > block.lines[1].box.x0 + 0.6 * block.first.size
    return !isIndented && block.lines.count > 1 && !isBoldChange(block, above)
}

private func isBoldChange(_ block: LayoutBlock, _ above: LayoutBlock) -> Bool {
    block.first.isBold != above.last.isBold || block.first.font != above.last.font && block.first.isItalic
}
