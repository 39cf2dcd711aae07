import DocumentModel

/// How far items stand inside the text that leads them in, in ems.
private let itemIndent: ClosedRange<Float> = 0.6...4
/// Items of one list begin at one place, give or take this many ems.
private let sameIndent: Float = 0.3

/// Marks as list items the paragraphs that stand indented below a colon and begin without a capital or with a letter.
///
/// Bullets that are drawn, as browsers print them, leave no marker in the text. One such paragraph alone may be an
/// equation; quotations begin with a capital or a quote.
func markLedInItems(in blocks: inout [LayoutBlock], context: LayoutContext) {
    let text = blocks.indices.filter { blocks[$0].kind != .furniture }
    var place = 0
    while place < text.count {
        let lead = blocks[text[place]]
        place += 1
        guard lead.kind == .paragraph, context.lastScalar(of: lead.last) == 0x3A else { continue }
        let items = text[place...].prefix {
            isIndented(blocks[$0], below: lead, like: blocks[text[place]], in: context)
        }
        let begun = items.count { beginsAsItem(blocks[$0], in: context) }
        guard items.count > 1, begun * 2 > items.count else { continue }
        for (index, above) in zip(items, [nil] + items.map { Optional($0) })
        where above.map({ !isCut(blocks[$0], goingOnIn: blocks[index]) }) ?? true {
            blocks[index].kind = .listItem
        }
        place += items.count
    }
}

private func isIndented(
    _ block: LayoutBlock, below lead: LayoutBlock, like first: LayoutBlock, in context: LayoutContext
) -> Bool {
    // Addresses of links may make most lines of an item small.
    guard block.kind == .paragraph, block.lines.contains(where: { context.style.isBodySize($0.size) }) else {
        return false
    }
    return itemIndent.contains((block.first.box.x0 - lead.box.x0) / block.size)
        && abs(block.first.box.x0 - first.first.box.x0) < sameIndent * block.size
}

/// Whether a paragraph begins without a capital, or with one as its number: `A.`, `(B)` and `C)` are too often
/// initials to be markers anywhere else.
private func beginsAsItem(_ block: LayoutBlock, in context: LayoutContext) -> Bool {
    let head = context.scalars(of: block.first).prefix(4)
    guard let first = head.first else { return false }
    if isLowercase(first) || isDigit(first) { return true }
    let letter = first == 0x28 ? head.dropFirst() : head
    return letter.count >= 3 && letter.first.map(isUppercase) == true
        && [0x2E, 0x29].contains(letter[letter.startIndex + 1]) && letter[letter.startIndex + 2] == 0x20
}

/// Whether the end of a page or column may have cut an item in two: its last line was full.
private func isCut(_ item: LayoutBlock, goingOnIn next: LayoutBlock) -> Bool {
    item.column != next.column
        && item.edges.upperBound - item.last.box.x1 < next.first.firstWordWidth + next.first.size
}
