import DocumentModel

/// A document made of blocks of one line each; running heads stand on pages of their own.
func document(
    path: String = "reports/hill.pdf", format: DocumentFormat = .pdf, properties: [(String, String)] = [],
    blocks: [(BlockKind, String)] = [], runningHeads: [String] = []
) -> Document {
    var document = Document(
        source: DocumentSource(path: path, format: format, pages: 9), status: .ok,
        properties: properties.map { DocumentProperty($0.0, $0.1) })
    for (kind, text) in blocks { document.append(kind, text, page: 1) }
    for (page, text) in runningHeads.enumerated() { document.append(.furniture, text, page: page + 2) }
    return document
}

extension Document {
    /// Adds a block; a line ends at each `¶`, which becomes a space.
    mutating func append(_ kind: BlockKind, _ text: String, page: Int, section: SectionKind? = nil) {
        if !self.text.isEmpty { self.text += "\n\n" }
        let start = self.text.unicodeScalars.count
        self.text += text.replacing("¶", with: " ")
        var block = Block(kind: kind, page: page, start: start, end: self.text.unicodeScalars.count)
        block.section = section
        block.lineStarts =
            [start] + text.unicodeScalars.enumerated().filter { $0.element == "¶" }.map { start + $0.offset + 1 }
        block.boxes = block.lineStarts.indices.map {
            Box(page: page, x0: 50, y0: 50 + 12 * Double($0), x1: 500, y1: 60 + 12 * Double($0))
        }
        blocks.append(block)
    }
}
