/// Parts the lines of a column into paragraphs and list items, by gaps, indents, markers and changes of font.
func paragraphs(of column: [LayoutLine], in context: LayoutContext) -> [[LayoutLine]] {
    var parter = ParagraphParter(column: column, context: context)
    for index in column.indices { parter.add(index) }
    return parter.paragraphs
}

private struct ParagraphParter {
    let column: [LayoutLine]
    let context: LayoutContext
    var paragraphs: [[LayoutLine]] = []
    /// The list marker with which the paragraph that is being read began.
    private var item: ListMarker?

    /// An indent is at least this wide, in ems; less is the play of ragged or optical margins.
    private static let indent: Float = 0.6
    /// A first-line indent is at most this wide, in ems; more is a centred or right-aligned line.
    private static let widestIndent: Float = 6
    /// Sizes that differ by less than this share are one size.
    private static let sameSize: Float = 0.08
    /// Sizes of one sentence differ by less than this share; a note or a heading differs more.
    private static let nearSize: Float = 0.15
    /// "[2015, amended 2022]" has twenty characters.
    private static let longestRemark = 24
    /// A line that leaves so much of its column free ends a paragraph even without a full stop.
    private static let freeShare: Float = 0.3
    /// So many lines above and below tell where a column's edges are.
    private static let reach = 4

    init(column: [LayoutLine], context: LayoutContext) {
        self.column = column
        self.context = context
    }

    mutating func add(_ index: Int) {
        let line = column[index]
        let marker = context.marker(of: line)
        if index == 0 || begins(index, marker: marker) {
            paragraphs.append([line])
            item = marker
        } else {
            paragraphs[paragraphs.count - 1].append(line)
        }
    }

    private func begins(_ index: Int, marker: ListMarker?) -> Bool {
        let line = column[index]
        let above = column[index - 1]
        if marker?.kind == .bullet || line.page != above.page { return true }
        if context.style.isParted(line, from: above) || line.main.y1 < above.main.y0 { return true }
        if changesFont(from: above, to: line, at: index) { return true }
        if let marker, marker.kind == item?.kind || endsClause(above) || isShort(above, before: line, at: index) {
            return true
        }
        if endsHanging(line) { return true }
        return isIndented(index) || isShort(above, before: line, at: index)
    }

    private func changesFont(from above: LayoutLine, to line: LayoutLine, at index: Int) -> Bool {
        if !isOneSize(line.size, above.size) {
            // A line of few characters may be a formula or a stray mark inside the paragraph.
            if min(line.count, above.count) <= 2 { return false }
            if !goesOnInAnotherSize(line, below: above) { return true }
        }
        if isRemark(line) { return false }
        let weightChanges = (above.isBold && line.boldShare < 0.2) || (above.boldShare < 0.2 && line.isBold)
        if weightChanges && !changesWeightInside(from: above, to: line, at: index) || endsHeadingFont(at: index) {
            return true
        }
        let slopeChanges = (above.isItalic && line.italicShare < 0.2) || (above.italicShare < 0.2 && line.isItalic)
        return slopeChanges && freeWidth(after: above, at: index) > 0.15 * width(at: index)
    }

    /// Whether the weight changes inside a sentence or an item rather than between two lines: the new weight had
    /// begun before the end of the line, or the line was full and its weight ends in the next one, or that begins in
    /// lower case or at the item's indent.
    private func changesWeightInside(from above: LayoutLine, to line: LayoutLine, at index: Int) -> Bool {
        let isFull = isFull(above, before: line, at: index)
        let indent = line.box.x0 - paragraphs[paragraphs.count - 1][0].box.x0
        let isItemText = item != nil && indent > Self.indent * line.size
        if context.endsSentence(above) { return isItemText && isFull && above.isBold }
        if isFull, isItemText || isLowercase(context.firstScalar(of: line)) { return true }
        guard let tail = above.pieces[above.pieces.count - 1].tailFace, let lead = line.pieces[0].lead else {
            return false
        }
        let isBold = lead.face == .bold
        return (tail == .bold) == isBold && (isBold == line.isBold || isBold && isFull)
    }

    private func isOneSize(_ a: Float, _ b: Float) -> Bool { abs(a - b) <= Self.sameSize * max(a, b) }

    /// Whether a paragraph goes on though most of a line is set a little smaller, or in its own size again: browsers
    /// print the address of a link in brackets behind it, in smaller type.
    private func goesOnInAnotherSize(_ line: LayoutLine, below above: LayoutLine) -> Bool {
        guard abs(line.size - above.size) < Self.nearSize * max(line.size, above.size) else { return false }
        let lead = line.pieces[0].leadSize
        // A line of both sizes may begin in the one and be counted to the other.
        let goesOn = !context.endsSentence(above) && isOneSize(lead, above.pieces[above.pieces.count - 1].tailSize)
        if line.size > above.size {
            return goesOn || paragraphs[paragraphs.count - 1].contains { isOneSize($0.size, line.size) }
        }
        return goesOn
            || !context.endsSentence(above)
                && (isOneSize(lead, above.pieces[0].leadSize) || context.firstScalar(of: line) == 0x28)
    }

    /// Whether a line is a few words in brackets, such as the year of a recommendation set bold behind it.
    private func isRemark(_ line: LayoutLine) -> Bool {
        guard line.count <= Self.longestRemark else { return false }
        // The full stop of the sentence may follow the bracket.
        let last = context.scalars(of: line).last { $0 != 0x2E }
        switch context.firstScalar(of: line) {
        case 0x5B: return last == 0x5D
        case 0x28: return last == 0x29
        default: return false
        }
    }

    /// Whether a heading in a font of its own, whose name does not tell it from the body's, ends above a line: at
    /// the beginning of a paragraph, short enough for the next word to have fitted.
    private func endsHeadingFont(at index: Int) -> Bool {
        let line = column[index]
        let above = column[index - 1]
        let body = context.style.bodyFonts
        guard above.font != line.font, body.contains(line.font), !body.contains(above.font),
            isUppercase(context.firstScalar(of: line))
        else { return false }
        let paragraph = paragraphs[paragraphs.count - 1]
        return paragraph.count <= 3 && paragraph.allSatisfy { $0.font == above.font }
            && freeWidth(after: above, at: index) > line.firstWordWidth + 0.5 * line.size
    }

    /// In a paragraph whose later lines are indented (a reference, an item) a line back at the edge is new.
    private func endsHanging(_ line: LayoutLine) -> Bool {
        let paragraph = paragraphs[paragraphs.count - 1]
        let edge = paragraph[0].box.x0
        guard paragraph.count > 1, let last = paragraph.last else { return false }
        return last.box.x0 - edge > Self.indent * line.size && last.box.x0 - line.box.x0 > Self.indent * line.size
    }

    private func isIndented(_ index: Int) -> Bool {
        let line = column[index]
        let above = column[index - 1]
        let indent = line.box.x0 - above.box.x0
        guard indent > Self.indent * line.size, indent < Self.widestIndent * line.size else { return false }
        // The second line of an item, or of a reference, stands deeper than its first.
        let paragraph = paragraphs[paragraphs.count - 1]
        if paragraph.count == 1, item != nil || isLeftOpen(above, before: line, at: index) { return false }
        let isCentred = abs(line.box.x0 + line.box.x1 - above.box.x0 - above.box.x1) < line.size
        if isCentred { return false }
        guard index + 1 < column.count else { return true }
        let below = column[index + 1]
        if context.style.isParted(below, from: line) { return true }
        // Where lines below stay indented this is a hanging paragraph, unless the line above was its own end.
        let stays = abs(below.box.x0 - line.box.x0) < 0.3 * line.size
        return !stays || (paragraph.count > 1 && context.endsSentence(above))
    }

    /// Whether the line above ends before its column does, though the next word would have fitted.
    private func isShort(_ above: LayoutLine, before line: LayoutLine, at index: Int) -> Bool {
        let free = freeWidth(after: above, at: index)
        let needed = line.firstWordWidth + 0.5 * line.size
        guard free > needed + 0.5 * line.size else { return false }
        if context.endsSentence(above) { return true }
        let first = context.firstScalar(of: line)
        return free > needed + Self.freeShare * width(at: index) && !isLowercase(first)
    }

    /// Whether the next word would not have fitted into the line above.
    private func isFull(_ above: LayoutLine, before line: LayoutLine, at index: Int) -> Bool {
        freeWidth(after: above, at: index) <= line.firstWordWidth + 0.5 * line.size
    }

    /// Whether a sentence clearly goes on in the next line, however that is indented.
    private func isLeftOpen(_ above: LayoutLine, before line: LayoutLine, at index: Int) -> Bool {
        guard !context.endsSentence(above), context.lastScalar(of: above) != 0x3A else { return false }
        return isFull(above, before: line, at: index)
    }

    private func endsClause(_ line: LayoutLine) -> Bool {
        let last = context.lastScalar(of: line)
        return context.endsSentence(line) || last == 0x3A || last == 0x3B || last == 0x2C
    }

    private func freeWidth(after line: LayoutLine, at index: Int) -> Float { edges(at: index).upperBound - line.box.x1 }

    private func width(at index: Int) -> Float {
        let edges = edges(at: index)
        return edges.upperBound - edges.lowerBound
    }

    /// Where lines of this size begin and end around a line.
    private func edges(at index: Int) -> ClosedRange<Float> {
        let line = column[index]
        var left = line.box.x0
        var right = line.box.x1
        for other in column[max(0, index - Self.reach)..<min(column.count, index + Self.reach + 1)]
        where abs(other.size - line.size) <= Self.sameSize * line.size {
            left = min(left, other.box.x0)
            right = max(right, other.box.x1)
        }
        return left...max(left, right)
    }
}
