import DocumentModel

/// The parts of a document that come from its blocks.
struct AssembledText: Sendable, Hashable {
    /// All blocks, joined by a blank line.
    var text: String
    var blocks: [Block]
    var joins: [Join]
}

/// Joins blocks into a document's text and gives each its offsets, heading path, lead-in, section and
/// the headers of its cells. Blocks without text are dropped.
func assemble(_ blocks: [ReadBlock]) -> AssembledText {
    let blocks = blocks.filter { !$0.text.isEmpty }
    var assembled = joined(blocks)
    let paths = headingPaths(of: blocks)
    let sections = sections(of: blocks)
    let leadIns = leadIns(of: blocks)
    for index in blocks.indices {
        assembled.blocks[index].headings = paths[index]
        assembled.blocks[index].section = sections[index]
        assembled.blocks[index].leadIn = leadIns[index]
    }
    setCellHeaders(of: blocks, in: &assembled.blocks)
    return assembled
}

/// Texts one after the other, with all offsets counted from the start of the whole.
private func joined(_ blocks: [ReadBlock]) -> AssembledText {
    var assembled = AssembledText(text: "", blocks: [], joins: [])
    assembled.text.reserveCapacity(blocks.reduce(0) { $0 + $1.text.utf8.count + 2 })
    assembled.blocks.reserveCapacity(blocks.count)
    var start = 0
    for block in blocks {
        if start > 0 {
            assembled.text += "\n\n"
            start += 2
        }
        assembled.text += block.text
        let end = start + block.text.scalarCount
        assembled.joins += block.joins.map { Join(offset: start + $0.offset, hyphen: $0.hyphen) }
        assembled.blocks.append(
            Block(
                kind: block.kind, level: block.level, page: block.page, boxes: block.boxes,
                lineStarts: block.lineStarts.map { start + $0 }, start: start, end: end,
                cells: block.cells.map { TableCell(start: start + $0.start, end: start + $0.end) }))
        start = end
    }
    return assembled
}

/// For each block the headings above it, outermost first. A heading stands below those of outer levels
/// only; headings without a level count as level 1; headings in a text box end with it and are on no path;
/// what stands before the title heads nothing.
private func headingPaths(of blocks: [ReadBlock]) -> [[String]] {
    var path: [(level: Int, text: String)] = []
    var texts: [String] = []
    return blocks.map { block in
        if block.kind == .title {
            path = []
            texts = []
        }
        guard block.kind == .heading, block.boxTitle == nil else { return texts }
        let level = block.level ?? 1
        path.removeAll { $0.level >= level }
        let above = path.map(\.text)
        path.append((level, block.text))
        texts = above + [block.text]
        return above
    }
}
