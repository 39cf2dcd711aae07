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

/// Parts a paragraph that begins with a heading in its first lines (`Barriers. The first …`, bold, italic or in a
/// font of its own) into that heading and the rest; nil when it does not.
private func partRunInHeading(_ block: LayoutBlock, in context: LayoutContext) -> (
    heading: LayoutBlock, text: LayoutBlock
)? {
    guard context.marker(of: block.first)?.kind != .bullet, let (heading, text) = parted(block, in: context) else {
        return nil
    }
    let words = context.scalars(of: heading)
    guard words.count <= longestRunIn, words.count(where: isLetter) >= fewestLetters,
        isUppercase(words.first(where: isLetter) ?? 0), endsHeading(words[words.count - 1]), !isDate(words),
        isUppercase(context.firstScalar(of: text.first))
    else { return nil }
    return (heading, text)
}

/// A paragraph before and after the end of its lead.
private func parted(_ block: LayoutBlock, in context: LayoutContext) -> (heading: LayoutBlock, text: LayoutBlock)? {
    guard let lead = lead(of: block, in: context) else { return nil }
    let line = block.lines[lead.line]
    var head = Array(line.pieces[..<lead.piece])
    var tail = Array(line.pieces[lead.piece...])
    if let end = lead.cut {
        let piece = line.pieces[lead.piece]
        let scalars = context.pages[line.page].scalars
        var cut = end.end
        // The full stop may be set in the font of the text.
        if cut < piece.end, !endsHeading(scalars[cut - 1]), endsHeading(scalars[cut]) { cut += 1 }
        var rest = cut
        while rest < piece.end, scalars[rest] == 0x20 { rest += 1 }
        guard rest > cut, rest < piece.end else { return nil }
        head.append(piece.head(to: cut, right: end.right))
        tail[0] = piece.tail(from: rest, left: end.right)
    }
    var heading = block
    heading.isRunIn = true
    heading.lines = Array(block.lines[..<lead.line])
    if !head.isEmpty { heading.lines.append(LayoutLine(page: line.page, pieces: head)) }
    var text = block
    text.lines = Array(block.lines[lead.line...])
    text.lines[0] = LayoutLine(page: line.page, pieces: tail)
    return heading.lines.isEmpty ? nil : (heading, text)
}

/// Where the beginning of a paragraph that is set apart ends: inside a piece or, with no cut, before one.
private func lead(of block: LayoutBlock, in context: LayoutContext) -> (line: Int, piece: Int, cut: Fragment.Lead?)? {
    guard let first = block.first.pieces[0].lead else { return nil }
    // A plain font tells a heading only where the text goes on in the body's.
    if first.face == .plain, context.style.bodyFonts.contains(first.font) || !context.style.isBodyType(block) {
        return nil
    }
    for (lineIndex, line) in block.lines.prefix(3).enumerated() {
        for (pieceIndex, piece) in line.pieces.enumerated() {
            guard let lead = piece.lead, lead.isLike(first) else { return (lineIndex, pieceIndex, nil) }
            if lead.end < piece.end { return (lineIndex, pieceIndex, lead) }
        }
    }
    return nil
}

/// Whether a lead with a colon ends in a number: "June 2022:", "Step 3:" say when or where of their sentence and name
/// no section.
private func isDate(_ words: [UInt32]) -> Bool {
    words.count > 1 && words[words.count - 1] == 0x3A && isDigit(words[words.count - 2])
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
        head.boldShare = lead?.face == .bold ? 1 : 0
        head.italicShare = lead?.face == .italic ? 1 : 0
        if let lead { head.font = lead.font }
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
