import DocumentModel

/// Tells the text of figures and the rows of tables by their captions.
///
/// A table is what stands between its caption and the next text below it (above it where there is nothing below),
/// in whatever columns the page seemed to have; a figure what stands above its caption, else below. Rows are built
/// over the whole width of the table; small print below them becomes footnotes, words in figures furniture.
func markExhibits(in blocks: inout [LayoutBlock], context: LayoutContext) {
    var result: [LayoutBlock] = []
    result.reserveCapacity(blocks.count)
    var start = 0
    var open: OpenTable?
    while start < blocks.count {
        var end = start + 1
        while end < blocks.count, blocks[end].page == blocks[start].page { end += 1 }
        let page = blocks[start..<end]
        if open != nil || page.contains(where: { $0.kind == .caption }) {
            var exhibits = PageExhibits(page: ExhibitPage(Array(page), context: context), continuing: open)
            result += exhibits.marked()
            open = exhibits.open
        } else {
            result += page
        }
        start = end
    }
    blocks = result
}

/// A table below which its page has no text: it may go on at the top of the next one.
private struct OpenTable {
    var box: GlyphBox
    var size: Float
}

/// The figures and tables of one page.
private struct PageExhibits {
    private var page: ExhibitPage
    private let continuing: OpenTable?
    /// Rows of tables by the block after which they come; -1 is the top of the page.
    private var rows: [Int: [LayoutBlock]] = [:]
    private var isReplaced: Set<Int> = []
    private(set) var open: OpenTable?

    init(page: ExhibitPage, continuing: OpenTable?) {
        self.page = page
        self.continuing = continuing
    }

    mutating func marked() -> [LayoutBlock] {
        if let continuing {
            addTable(page.tableAtTop(continuing: continuing.box, size: continuing.size), after: -1)
        }
        for caption in page.blocks.indices where page.blocks[caption].kind == .caption {
            page.extendCaption(caption)
            if page.isTableCaption(caption) {
                if page.isRuled(tableOf: caption) { continue }
                let below = page.table(of: caption, isBelow: true)
                addTable(below.isEmpty ? page.table(of: caption, isBelow: false) : below, after: caption)
            } else {
                for label in page.figure(of: caption) {
                    page.setKind(.furniture, of: label)
                }
            }
        }
        return (rows[-1] ?? [])
            + page.blocks.indices.flatMap { index in
                (isReplaced.contains(index) ? [] : [page.blocks[index]]) + (rows[index] ?? [])
            }
    }

    private mutating func addTable(_ members: [Int], after place: Int) {
        let notes = page.notes(of: members)
        let body = members.filter { !notes.contains($0) }
        guard let first = body.first else { return }
        let lines = body.flatMap { page.blocks[$0].lines }
        let found = tableRows(of: lines, in: page.context)
        // Text in a single column is no table but what a caption stands over: it stays what it is.
        guard found.count > 1, found.contains(where: { $0.cells.count > 1 }) else { return }
        for note in notes { page.setKind(.footnote, of: note) }
        let box = lines.dropFirst().reduce(into: lines[0].box) { $0.formUnion($1.box) }
        let headers = headerCount(of: found, in: page.context)
        rows[place, default: []] += found.enumerated().map { index, row in
            var block = LayoutBlock(
                kind: .tableRow, lines: row.cells.flatMap(\.lines), column: page.blocks[first].column,
                edges: box.x0...box.x1)
            block.cells = row.cells.map(\.lines)
            block.cellColumns = row.cells.map(\.columns)
            block.isHeaderRow = index < headers
            return block
        }
        if page.isLowest(members) { open = OpenTable(box: box, size: lines[0].size) }
        isReplaced.formUnion(body)
        for index in body { page.setKind(.tableRow, of: index) }
    }
}
