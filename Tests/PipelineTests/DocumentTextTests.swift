import DocumentModel
import Pipeline
import Testing

@Suite struct DocumentTextTests {
    /// A document of rows, each a block whose cells are parted by one space.
    private func table(_ rows: [[(text: String, header: String?)]]) -> Document {
        var text = ""
        var blocks: [Block] = []
        for row in rows {
            if !text.isEmpty { text += "\n\n" }
            let start = text.unicodeScalars.count
            var cells: [TableCell] = []
            for cell in row {
                if !cells.isEmpty { text += " " }
                let begin = text.unicodeScalars.count
                text += cell.text
                cells.append(TableCell(start: begin, end: text.unicodeScalars.count, header: cell.header))
            }
            blocks.append(
                Block(kind: .tableRow, page: 1, start: start, end: text.unicodeScalars.count, cells: cells))
        }
        return Document(
            source: DocumentSource(path: "plots.pdf", sha256: ""), status: .ok, text: text, blocks: blocks)
    }

    @Test func theHeaderRowOfATableHeadsItInMarkdown() {
        let document = table([
            [("Plot", nil), ("Yield", nil)], [("north", "Plot"), ("3 | 4", "Yield")],
        ])
        #expect(document.markdown(.everything) == "| Plot | Yield |\n| --- | --- |\n| north | 3 \\| 4 |")
    }

    @Test func headersThatAreNoRowHeadTheTableInMarkdown() {
        let document = table([[("north", "Plot"), ("3", "Yield")], [("south", "Plot"), ("5", "Yield")]])
        #expect(
            document.markdown(.everything)
                == "| Plot | Yield |\n| --- | --- |\n| north | 3 |\n| south | 5 |")
    }
}
