import DocumentModel

/// What a page is made of, in reading order.
enum LayoutPart: Sendable {
    /// The lines of a column of text.
    case text([LayoutLine])
    case table(RuledTable)

    var table: RuledTable? {
        guard case .table(let table) = self else { return nil }
        return table
    }

    /// Its lines, by column or cell.
    var columns: [[LayoutLine]] {
        switch self {
        case .text(let lines): [lines]
        case .table(let table): table.rows.flatMap { $0.cells.map(\.lines) }
        }
    }
}

/// The columns of a page and its ruled tables, which part what stands above them from what stands below.
/// - Parameters:
///   - index: of the page, 0-based.
///   - previous: the table with which the page before ended.
func layoutParts(of page: PageFragments, index: Int, after previous: RuledTable?) -> [LayoutPart] {
    var rest = page.fragments.filter(\.isUpright)
    var parts: [LayoutPart] = []
    func appendText(_ fragments: [Fragment]) {
        parts += columns(of: fragments).map { .text(lines(of: $0, page: index)) }
    }
    for table in ruledTables(on: page, index: index, after: previous) {
        let inTable = Set(table.rows.flatMap { $0.cells.flatMap { $0.lines.flatMap { $0.pieces.map(\.start) } } })
        rest.removeAll { inTable.contains($0.start) }
        appendText(rest.filter { $0.box.y0 < table.box.y0 })
        rest.removeAll { $0.box.y0 < table.box.y0 }
        parts.append(.table(table))
    }
    appendText(rest)
    return parts
}

/// A cell with more characters is no header.
private let charactersOfHeader = 100

/// The rows of a ruled table as blocks.
/// - Parameter previous: the table with which the part of the document before this one ended.
func rowBlocks(
    of table: RuledTable, continuing previous: RuledTable?, column: Int, in context: LayoutContext
) -> [LayoutBlock] {
    let headers = headers(of: table, continuing: previous, in: context)
    return table.rows.enumerated().map { index, row in
        var block = LayoutBlock(
            kind: .tableRow, lines: row.cells.flatMap(\.lines), column: column, edges: table.box.x0...table.box.x1)
        block.cells = row.cells.map(\.lines)
        block.cellColumns = row.cells.map(\.columns)
        block.isHeaderRow = index < headers
        block.isRuled = true
        return block
    }
}

/// How many rows head a table: none in one that goes on from the page before, or that begins with text.
private func headers(of table: RuledTable, continuing previous: RuledTable?, in context: LayoutContext) -> Int {
    let first = table.rows[0].cells
    let isBold = first.allSatisfy { $0.lines.allSatisfy(\.isBold) }
    if isBold { return headerCount(of: table.rows, in: context) }
    let isText = first.contains { cell in
        context.endsSentence(cell.lines[cell.lines.count - 1])
            || cell.lines.reduce(0) { $0 + $1.count } > charactersOfHeader
    }
    return isText || table.continues(previous) ? 0 : headerCount(of: table.rows, in: context)
}
