import DocumentModel

/// Builds a document block by block, with offsets as a reader would give them.
struct SampleDocument {
    private(set) var document = Document(
        source: DocumentSource(path: "sample.pdf", sha256: "5a", format: .pdf, pages: 2), status: .ok)

    /// - Parameter lines: texts of the lines of the block, each with a box 10 points high; joined they are the
    ///   block's text.
    mutating func add(
        _ kind: BlockKind, _ lines: String..., level: Int? = nil, page: Int = 1, headings: [String] = [],
        leadIn: String? = nil, section: SectionKind? = nil
    ) {
        let start = beginBlock()
        var lineStarts: [Int] = []
        for line in lines {
            lineStarts.append(document.text.unicodeScalars.count)
            document.text += line
        }
        let boxes = lines.indices.map { line in
            Box(page: page, x0: 0, y0: Double(10 * line), x1: 100, y1: Double(10 * line + 10))
        }
        document.blocks.append(
            Block(
                kind: kind, level: level, page: page, boxes: boxes, lineStarts: lineStarts, start: start,
                end: document.text.unicodeScalars.count, headings: headings, leadIn: leadIn, section: section))
    }

    /// A table row of cells with the headers of their columns.
    mutating func addRow(_ cells: (text: String, header: String?)...) {
        let start = beginBlock()
        var row: [TableCell] = []
        for cell in cells {
            if !row.isEmpty { document.text += " " }
            let cellStart = document.text.unicodeScalars.count
            document.text += cell.text
            row.append(TableCell(start: cellStart, end: document.text.unicodeScalars.count, header: cell.header))
        }
        document.blocks.append(
            Block(kind: .tableRow, start: start, end: document.text.unicodeScalars.count, cells: row))
    }

    private mutating func beginBlock() -> Int {
        if !document.text.isEmpty { document.text += "\n\n" }
        return document.text.unicodeScalars.count
    }
}
