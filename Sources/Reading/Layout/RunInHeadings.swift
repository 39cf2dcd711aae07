import DocumentModel

/// A run-in heading has at most so many characters.
private let longestRunIn = 100
private let fewestLetters = 4

/// Parts paragraphs that begin with a heading in their first line from it, after the title:
/// before it stand labels.
func partRunInHeadings(_ blocks: [LayoutBlock], in context: LayoutContext) -> [LayoutBlock] {
    var result: [LayoutBlock] = []
    result.reserveCapacity(blocks.count)
    var isOpen = false
    for block in blocks {
        if block.kind == .title { isOpen = true }
        if isOpen, block.kind == .paragraph, let parts = partRunInHeading(block, in: context) {
            result += [parts.heading, parts.text]
        } else {
            result.append(block)
        }
    }
    return result
}

/// Parts a paragraph that begins with a heading in its first line (`Barriers. The first …`, bold or italic) into
/// that heading and the rest; nil when it does not.
private func partRunInHeading(_ block: LayoutBlock, in context: LayoutContext) -> (
    heading: LayoutBlock, text: LayoutBlock
)? {
    guard let lead = lead(of: block), context.marker(of: block.first)?.kind != .bullet else { return nil }
    let line = block.lines[lead.line]
    let scalars = context.pages[line.page].scalars
    var cut = lead.cut.end
    let piece = line.pieces[lead.piece]
    // The full stop may be set in the font of the text.
    if cut < piece.end, !endsHeading(scalars[cut - 1]), endsHeading(scalars[cut]) { cut += 1 }
    guard endsHeading(scalars[cut - 1]) else { return nil }
    var rest = cut
    while rest < piece.end, scalars[rest] == 0x20 { rest += 1 }
    guard rest > cut, rest < piece.end, isUppercase(scalars[rest]) else { return nil }

    var heading = block
    heading.isRunIn = true
    heading.lines = Array(block.lines[..<lead.line])
    heading.lines.append(
        LayoutLine(page: line.page, pieces: line.pieces[..<lead.piece] + [piece.head(to: cut, right: lead.cut.right)]))
    var text = block
    text.lines = Array(block.lines[lead.line...])
    text.lines[0] = LayoutLine(
        page: line.page, pieces: [piece.tail(from: rest, left: lead.cut.right)] + line.pieces[(lead.piece + 1)...])
    let words = context.scalars(of: heading)
    guard words.count <= longestRunIn, words.count(where: isLetter) >= fewestLetters,
        isUppercase(words.first(where: isLetter) ?? 0)
    else { return nil }
    return (heading, text)
}

/// Where the bold or italic beginning of a paragraph ends, if that is inside it.
private func lead(of block: LayoutBlock) -> (line: Int, piece: Int, cut: Fragment.Lead)? {
    let isBold = block.first.pieces[0].lead?.isBold
    for (lineIndex, line) in block.lines.prefix(3).enumerated() {
        for (pieceIndex, piece) in line.pieces.enumerated() {
            guard let lead = piece.lead, lead.isBold == isBold else { return nil }
            if lead.end < piece.end { return (lineIndex, pieceIndex, lead) }
        }
    }
    return nil
}

private func endsHeading(_ scalar: UInt32) -> Bool {
    scalar == 0x2E || scalar == 0x3A || scalar == 0x3F || scalar == 0x2014
}

extension Fragment {
    /// The part before a character, whose right edge is given.
    fileprivate func head(to cut: Int, right: Float) -> Fragment {
        var head = self
        head.end = cut
        head.box.x1 = max(box.x0, right)
        head.boldShare = lead?.isBold == true ? 1 : 0
        head.italicShare = lead?.isBold == true ? italicShare : 1
        return head
    }

    fileprivate func tail(from start: Int, left: Float) -> Fragment {
        var tail = self
        tail.start = start
        tail.box.x0 = min(box.x1, left)
        tail.lead = nil
        tail.boldShare = 0
        tail.italicShare = 0
        return tail
    }
}
