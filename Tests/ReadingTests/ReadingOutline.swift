import DocumentModel

@testable import Reading

/// A document's blocks, a line each, as expectations are written: kind, level, headings above in brackets,
/// lead-in in parentheses, text; cells as `header=cell`.
func outline(_ document: Document) -> String {
    let index = TextIndex(document.text)
    return document.blocks.map { block in
        var line = block.kind.rawValue
        if let level = block.level { line += " \(level)" }
        if !block.headings.isEmpty { line += " [\(block.headings.joined(separator: " > "))]" }
        if let leadIn = block.leadIn { line += " (\(leadIn))" }
        guard !block.cells.isEmpty else { return line + ": " + index.text(block.start, block.end) }
        let cells = block.cells.map { cell in
            (cell.header.map { $0 + "=" } ?? "") + index.text(cell.start, cell.end)
        }
        return line + ": " + cells.joined(separator: " | ")
    }.joined(separator: "\n")
}

/// Reads a small file that stands in a test.
func read(_ text: String) -> Document {
    readDocument(Array(text.utf8), path: "test").document
}

/// A document of blocks that a reader would give.
func assembledDocument(_ blocks: [ReadBlock]) -> Document {
    let assembled = assemble(blocks)
    return Document(
        source: DocumentSource(path: "test"), status: .ok, text: assembled.text, joins: assembled.joins,
        blocks: assembled.blocks)
}
