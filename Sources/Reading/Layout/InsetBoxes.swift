import DocumentModel

/// What stands in a box is inset from its column's edge by at least this, in ems.
private let smallestInset: Float = 0.6
/// Left edges of the lines in a box differ by less than this, in points.
private let samePlace: Float = 1

/// Gives the headings of inset boxes, and what stands in them, the heading as their box's title.
///
/// A box is told only when text of the body at the column's edge comes after it: else an inset heading may
/// as well begin a section whose text is inset.
func markInsetBoxes(in blocks: inout [LayoutBlock], context: LayoutContext) {
    var isFirst = true
    for index in blocks.indices where blocks[index].kind == .heading && !blocks[index].isRunIn {
        let text = context.scalars(of: blocks[index])
        let section = sectionKind(ofHeading: string(text))
        // After another heading, key points are a box's and not the document's abstract.
        let mayTitle = section == nil || (section == .abstract && !isFirst)
        isFirst = false
        guard mayTitle, let left = insetEdge(of: blocks[index]), isLetter(text[0]) else { continue }
        let inside = contents(ofBoxAt: index, left: left, in: blocks, context: context)
        guard !inside.isEmpty else { continue }
        for member in [index] + inside { blocks[member].boxTitle = string(text) }
    }
}

/// The left edge of a block all of whose lines are inset from their column's edge, unless it is centred.
func insetEdge(of block: LayoutBlock) -> Float? {
    let left = block.left
    let isInset = left > block.edges.lowerBound + smallestInset * block.size
    let right = block.lines.reduce(-Float.infinity) { max($0, $1.box.x1) }
    let isCentred = abs(left - block.edges.lowerBound - (block.edges.upperBound - right)) < block.size
    return isInset && !isCentred ? left : nil
}

/// Whether all lines of a block stand at the left edge of a box or to the right of it.
func isInset(_ block: LayoutBlock, to left: Float) -> Bool { block.left >= left - samePlace }

/// Indexes of what stands below the heading of a box; empty when no text of the body follows it.
private func contents(
    ofBoxAt heading: Int, left: Float, in blocks: [LayoutBlock], context: LayoutContext
) -> [Int] {
    var inside: [Int] = []
    for index in (heading + 1)..<max(blocks.count, heading + 1) where blocks[index].kind != .furniture {
        let block = blocks[index]
        let isText = block.kind == .paragraph || block.kind == .listItem
        guard isText, block.column == blocks[heading].column else { return [] }
        if !isInset(block, to: left) {
            let atEdge = block.left < block.edges.lowerBound + smallestInset * block.size
            return atEdge && context.style.isBodySize(block.size) && block.kind == .paragraph ? inside : []
        }
        inside.append(index)
    }
    return []
}

extension LayoutBlock {
    /// Where its leftmost line begins.
    fileprivate var left: Float { lines.reduce(.infinity) { min($0, $1.box.x0) } }
}
