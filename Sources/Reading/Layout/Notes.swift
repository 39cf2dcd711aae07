import DocumentModel

/// Notes are set in at most this share of the body's size.
private let noteSize: Float = 0.93

/// Marks footnotes: small paragraphs that begin with a mark, at the foot of a column below larger text.
func markNotes(in blocks: inout [LayoutBlock], context: LayoutContext) {
    var index = blocks.count - 1
    var column = -1
    var isFoot = true
    while index >= 0 {
        let block = blocks[index]
        index -= 1
        guard block.kind == .paragraph || block.kind == .heading else { continue }
        if block.column != column {
            column = block.column
            isFoot = true
        }
        isFoot = isFoot && block.kind == .paragraph && block.size < noteSize * context.style.bodySize
        guard isFoot, isLow(block, in: context), beginsWithMark(block, in: context) else { continue }
        blocks[index + 1].kind = .footnote
    }
}

private func isLow(_ block: LayoutBlock, in context: LayoutContext) -> Bool {
    block.first.box.y0 > context.pages[block.page].height / 2
}

/// `*`, `†`, `‡`, `§`, `¶`, or a number that no full stop follows.
func beginsWithMark(_ block: LayoutBlock, in context: LayoutContext) -> Bool {
    let line = context.scalars(of: block.first)
    switch line[0] {
    case 0x2A, 0x2020, 0x2021, 0xA7, 0xB6, 0x2016: return true
    default:
        let digits = line.prefix { isDigit($0) }.count
        guard (1...3).contains(digits), digits < line.count else { return false }
        return line[digits] == 0x20 || isUppercase(line[digits])
    }
}

/// Marks the lines of a table of contents: text, dots, a page number; under a heading of contents any line
/// on its page that ends with a number.
func markContents(in blocks: inout [LayoutBlock], context: LayoutContext) {
    /// The page of the heading of contents that is open.
    var contentsPage: Int?
    for index in blocks.indices {
        let block = blocks[index]
        let text = context.scalars(of: block.last)
        let endsWithNumber = text.last.map(isDigit) ?? false
        if hasLeader(text), endsWithNumber {
            blocks[index].kind = .contents
        } else if block.kind == .heading {
            if sectionKind(ofHeading: string(context.scalars(of: block))) == .contents {
                contentsPage = block.page
            } else if endsWithNumber, contentsPage == block.page {
                blocks[index].kind = .contents
            } else {
                contentsPage = nil
            }
        } else if contentsPage == block.page, endsWithNumber, block.count < 200,
            block.kind == .paragraph || block.kind == .tableRow
        {
            blocks[index].kind = .contents
        }
        if blocks[index].kind == .contents {
            blocks[index].level = nil
            blocks[index].cells = []
        }
    }
}

/// Whether a line has four dots in a row, with or without spaces.
private func hasLeader(_ line: [UInt32]) -> Bool {
    var dots = 0
    for scalar in line where scalar != 0x20 {
        dots = scalar == 0x2E || scalar == 0xB7 || scalar == 0x2024 ? dots + 1 : scalar == 0x2026 ? dots + 3 : 0
        if dots >= 4 { return true }
    }
    return false
}
