import DocumentModel

/// Markers whose places differ by less than this, in ems, are of one level.
private let levelIndent: Float = 0.6

/// Marks list items and gives them their level by how far their markers are indented.
///
/// A number or letter that might be chance makes an item only beside another item, or when its text hangs.
func markListItems(in blocks: inout [LayoutBlock], context: LayoutContext) {
    let markers = blocks.map { $0.kind == .paragraph ? context.marker(of: $0.first) : nil }
    let text = blocks.indices.filter { blocks[$0].kind == .paragraph || blocks[$0].kind == .heading }
    for (place, index) in text.enumerated() {
        guard let marker = markers[index] else { continue }
        let hasNeighbour =
            (place > 0 && markers[text[place - 1]] != nil)
            || (place + 1 < text.count && markers[text[place + 1]] != nil)
        if marker.kind == .bullet || hasNeighbour || hangs(blocks[index]) { blocks[index].kind = .listItem }
    }
    markLedInItems(in: &blocks, context: context)
    markCountedItems(in: &blocks, context: context)
    setLevels(in: &blocks)
}

private func hangs(_ block: LayoutBlock) -> Bool {
    block.lines.count > 1 && block.lines.dropFirst().allSatisfy { $0.box.x0 > block.first.box.x0 + 0.5 * $0.size }
}

private func setLevels(in blocks: inout [LayoutBlock]) {
    var indents: [Float] = []
    for index in blocks.indices {
        let block = blocks[index]
        switch block.kind {
        case .listItem:
            let indent = block.first.box.x0 - block.edges.lowerBound
            let tolerance = levelIndent * block.first.size
            while let last = indents.last, indent < last - tolerance { indents.removeLast() }
            if indents.last.map({ indent > $0 + tolerance }) ?? true { indents.append(indent) }
            blocks[index].level = indents.count
        case .paragraph, .heading, .title, .quotation: indents = []
        default: break
        }
    }
}
