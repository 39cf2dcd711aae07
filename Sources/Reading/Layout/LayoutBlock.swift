import DocumentModel

/// Lines that belong together, on their way to a block of the document.
struct LayoutBlock: Sendable {
    var kind: BlockKind
    var level: Int?
    /// In reading order; never empty.
    var lines: [LayoutLine]
    /// Table rows: the lines of each cell, from left to right. Empty elsewhere.
    var cells: [[LayoutLine]] = []
    /// Table rows: the 0-based columns that each cell covers; empty where its place in the row tells.
    var cellColumns: [Range<Int>] = []
    var isHeaderRow = false
    /// Table rows: whether rulings tell its cells.
    var isRuled = false
    /// Headings: whether the text goes on in the same line.
    var isRunIn = false
    /// Counts the columns of the document in reading order.
    var column: Int
    /// Left and right edge of its column.
    var edges: ClosedRange<Float>
    var boxTitle: String?

    /// Index of the page on which it begins, 0-based.
    var page: Int { lines[0].page }
    var first: LayoutLine { lines[0] }
    var last: LayoutLine { lines[lines.count - 1] }
    var count: Int { lines.reduce(0) { $0 + $1.count } }
    var box: GlyphBox { lines.dropFirst().reduce(into: lines[0].box) { $0.formUnion($1.box) } }

    /// The size of most of its characters.
    var size: Float { longestLine.size }
    var font: Int { longestLine.font }
    var isBold: Bool { lines.allSatisfy(\.isBold) }
    var isItalic: Bool { lines.allSatisfy(\.isItalic) }

    private var longestLine: LayoutLine {
        var longest = lines[0]
        for line in lines where line.count > longest.count { longest = line }
        return longest
    }
}

/// The pages of a document while they are laid out.
struct LayoutContext: Sendable {
    var pages: [PageFragments]
    var style: DocumentStyle

    /// The text of a line, without joining or tidying; a space parts pieces between which there is one.
    func scalars(of line: LayoutLine) -> [UInt32] {
        var result: [UInt32] = []
        var right = -Float.infinity
        for piece in line.pieces {
            // Less than this is no word space: a superscript follows its word.
            if !result.isEmpty, piece.box.x0 - right > 0.1 * piece.size { result.append(0x20) }
            result += pages[line.page].scalars[piece.start..<piece.end]
            right = piece.box.x1
        }
        return result
    }

    func scalars(of block: LayoutBlock) -> [UInt32] {
        var result: [UInt32] = []
        for line in block.lines {
            if !result.isEmpty { result.append(0x20) }
            result += scalars(of: line)
        }
        return result
    }

    func firstScalar(of line: LayoutLine) -> UInt32 { pages[line.page].scalars[line.pieces[0].start] }

    func lastScalar(of line: LayoutLine) -> UInt32 {
        pages[line.page].scalars[line.pieces[line.pieces.count - 1].end - 1]
    }

    /// Whether a line ends a sentence; quotes, brackets and citation marks after the full stop do not count.
    func endsSentence(_ line: LayoutLine) -> Bool {
        let piece = line.pieces[line.pieces.count - 1]
        for scalar in pages[line.page].scalars[piece.start..<piece.end].suffix(12).reversed() {
            if isSentenceEnd(scalar) { return true }
            if !isAfterSentenceEnd(scalar) { return false }
        }
        return false
    }
}
