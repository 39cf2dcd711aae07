import DocumentModel

/// An entry of a document's outline (its bookmarks).
struct OutlineEntry: Sendable, Hashable {
    var title: String
    /// 1 is the outermost.
    var level: Int
    /// 1-based; nil when the entry leads to no page.
    var page: Int?
}

/// What a document says of its own structure.
struct LayoutHints: Sendable {
    var outline: [OutlineEntry] = []
    /// The title in the document's properties.
    var title: String?
}

/// Lays out a document: pages → furniture apart → columns → lines → paragraphs and tables → what each is →
/// paragraphs joined across columns and pages → text.
/// - Parameter pages: as ``findFragments(in:fonts:)`` gave them, in order.
func layOut(_ pages: [PageFragments], hints: LayoutHints) -> [ReadBlock] {
    var pages = pages
    let furniture = takeFurniture(from: &pages)
    var parts: [[LayoutPart]] = []
    for (index, page) in pages.enumerated() {
        parts.append(layoutParts(of: page, index: index, after: parts.last?.last?.table))
    }
    let context = LayoutContext(pages: pages, style: DocumentStyle(columns: parts.flatMap { $0.flatMap(\.columns) }))
    var blocks: [LayoutBlock] = []
    var column = 0
    var lastTable: RuledTable?
    for (index, pageParts) in parts.enumerated() {
        blocks += furnitureBlocks(furniture[index], page: index, isAbove: true, in: context)
        for part in pageParts {
            switch part {
            case .text(let lines): blocks += Reading.blocks(of: lines, column: column, in: context)
            case .table(let table):
                blocks += rowBlocks(of: table, continuing: lastTable, column: column, in: context)
            }
            lastTable = part.table
            column += 1
        }
        blocks += turnedBlocks(of: index, column: column, in: context)
        blocks += furnitureBlocks(furniture[index], page: index, isAbove: false, in: context)
    }
    markCaptions(in: &blocks, context: context)
    markTitle(in: &blocks, hints: hints, context: context)
    markFrontMatter(in: &blocks, context: context)
    markExhibits(in: &blocks, context: context)
    markAxes(in: &blocks, context: context)
    markFootOfTitlePage(in: &blocks, context: context)
    markHeadings(in: &blocks, hints: hints, context: context)
    markImprints(in: &blocks, context: context)
    markContents(in: &blocks, context: context)
    markNotes(in: &blocks, context: context)
    markListItems(in: &blocks, context: context)
    markBoxes(in: &blocks, context: context)
    markInsetBoxes(in: &blocks, context: context)
    var result = texts(of: joinContinuations(blocks, context: context), in: context)
    markReferences(in: &result)
    return result
}

/// Paragraphs and table rows of a column.
private func blocks(of column: [LayoutLine], column number: Int, in context: LayoutContext) -> [LayoutBlock] {
    guard let first = column.first else { return [] }
    let bounds = column.dropFirst().reduce(into: first.box) { $0.formUnion($1.box) }
    let edges = bounds.x0...bounds.x1
    var blocks: [LayoutBlock] = []
    func appendParagraphs(_ lines: ArraySlice<LayoutLine>) {
        for paragraph in paragraphs(of: Array(lines), in: context) {
            blocks.append(LayoutBlock(kind: .paragraph, lines: paragraph, column: number, edges: edges))
        }
    }
    var done = 0
    for table in findTables(in: column, context: context) {
        appendParagraphs(column[done..<table.lines.lowerBound])
        for (index, row) in table.rows.enumerated() {
            let lines = row.flatMap { $0 }
            var block = LayoutBlock(kind: .tableRow, lines: lines, column: number, edges: edges)
            block.cells = row
            block.isHeaderRow = index == 0
            blocks.append(block)
        }
        done = table.lines.upperBound
    }
    appendParagraphs(column[done...])
    return blocks
}

/// Furniture of the upper or the lower half of a page, a block a line.
private func furnitureBlocks(
    _ fragments: [Fragment], page: Int, isAbove: Bool, in context: LayoutContext
) -> [LayoutBlock] {
    let middle = context.pages[page].height / 2
    let half = fragments.filter { ($0.box.y0 < middle) == isAbove }
    let turned = half.filter { !$0.isUpright }.map { LayoutLine(page: page, pieces: [$0]) }
    return (lines(of: half.filter(\.isUpright), page: page) + turned).map {
        LayoutBlock(kind: .furniture, lines: [$0], column: -1, edges: $0.box.x0...$0.box.x1)
    }
}

/// Text on its side, on pages where most is: a paragraph each, in the renderer's order.
private func turnedBlocks(of page: Int, column: Int, in context: LayoutContext) -> [LayoutBlock] {
    context.pages[page].fragments.filter { !$0.isUpright }.map {
        LayoutBlock(
            kind: .paragraph, lines: [LayoutLine(page: page, pieces: [$0])], column: column,
            edges: $0.box.x0...$0.box.x1)
    }
}

/// The text of every block, with line-end hyphens settled by the words of the whole document.
private func texts(of blocks: [LayoutBlock], in context: LayoutContext) -> [ReadBlock] {
    var forms = WordForms()
    var ends = LineEndHyphens()
    for block in blocks {
        ends.beginBlock()
        for line in block.lines {
            let scalars = context.scalars(of: line)
            forms.add(scalars, followsHyphen: ends.isOpen)
            if block.kind != .furniture, block.cells.isEmpty { ends.add(scalars) }
        }
    }
    forms.judge(ends.ends, lines: ends.lines)
    return blocks.map { readBlock($0, in: context, forms: forms) }
}

private func readBlock(_ block: LayoutBlock, in context: LayoutContext, forms: WordForms) -> ReadBlock {
    var text = BlockText()
    var cells: [ReadCell] = []
    if block.cells.isEmpty {
        for line in block.lines { text.add(line, in: context, forms: forms) }
    } else {
        for (index, cell) in block.cells.enumerated() {
            let start = text.count == 0 ? 0 : text.count + 1
            text.beginCell()
            for line in cell { text.add(line, in: context, forms: forms) }
            cells.append(
                ReadCell(
                    start: start, end: text.count, isHeader: block.isHeaderRow,
                    columns: block.cellColumns.isEmpty ? nil : block.cellColumns[index]))
        }
    }
    return ReadBlock(
        kind: block.kind, level: block.level, text: text.text, page: context.pages[block.page].number,
        boxes: text.boxes, lineStarts: text.lineStarts, joins: text.joins, cells: cells, boxTitle: block.boxTitle)
}
