import Spreadsheets

/// Writes a Word document in landscape that holds one table (ECMA-376 part 1, WordprocessingML), row by row.
final class WordDocument {
    /// A paragraph of a cell: its style, and runs of which some are bold.
    struct Paragraph {
        var style: WordStyle
        var runs: [(text: String, isBold: Bool)]

        init(_ style: WordStyle, _ text: String, bold label: String = "") {
            self.style = style
            runs = label.isEmpty ? [(text, false)] : [(label, true), (text, false)]
        }
    }

    /// A column of the table.
    struct Column {
        var heading: String
        /// In characters.
        var width: Int
        var isNumber = false
    }

    private let archive: ArchiveFile
    private let widths: [Int]
    private var markup = WordMarkup()

    /// - Parameters:
    ///   - lines: what stands above the table.
    ///   - running: what stands above every page but the first.
    ///   - columns: headings with their widths in characters; they share the page if it is not wide enough.
    ///   - language: BCP 47 tag.
    init(path: String, lines: [Paragraph], running: String, columns: [Column], language: String) throws {
        archive = try ArchiveFile(path)
        // A heading is never broken inside a word.
        let wanted = columns.map { column in
            max(column.width, (column.heading.split(separator: " ").map(\.count).max() ?? 0) + 3)
        }
        let whole = max(wanted.reduce(0, +), 1)
        let width = min(whole * WordPage.characterWidth, WordPage.textWidth)
        widths = wanted.map { $0 * width / whole }
        for (name, content) in WordPart.all(running: running, language: language) {
            try archive.begin(name)
            try archive.write(Array(content.utf8))
        }
        try archive.begin(WordPart.document)
        markup.raw(WordPart.declaration)
        markup.raw("<w:document xmlns:w=\"\(WordPart.namespace)\" xmlns:r=\"\(WordPart.office)\"><w:body>\n")
        for line in lines { write(line) }
        markup.raw(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"Chart\"/><w:tblW w:w=\"\(width)\" w:type=\"dxa\"/>")
        markup.raw("<w:tblLayout w:type=\"fixed\"/><w:tblLook w:firstRow=\"1\"/></w:tblPr><w:tblGrid>")
        for width in widths { markup.raw("<w:gridCol w:w=\"\(width)\"/>") }
        markup.raw("</w:tblGrid>\n<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
        for (column, width) in zip(columns, widths) {
            write(cell: [Paragraph(column.isNumber ? .figureHeading : .heading, column.heading)], width: width)
        }
        markup.raw("</w:tr>\n")
        try flush()
    }

    func append(_ cells: [[Paragraph]]) throws {
        // A row of figures stays on one page; one with lists may be longer than a page.
        let isShort = cells.allSatisfy { $0.count <= 1 }
        markup.raw(isShort ? "<w:tr><w:trPr><w:cantSplit/></w:trPr>" : "<w:tr>")
        for (cell, width) in zip(cells, widths) { write(cell: cell, width: width) }
        markup.raw("</w:tr>\n")
        try flush()
    }

    func finish() throws {
        markup.raw("</w:tbl>\n<w:p/>\n\(WordPage.section)</w:body></w:document>\n")
        try flush()
        try archive.close()
    }

    private func flush() throws {
        try archive.write(markup.bytes)
        markup.bytes.removeAll(keepingCapacity: true)
    }

    private func write(cell: [Paragraph], width: Int) {
        markup.raw("<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/></w:tcPr>")
        // A cell without a paragraph would be a damaged file.
        for paragraph in cell.isEmpty ? [Paragraph(.text, "")] : cell { write(paragraph) }
        markup.raw("</w:tc>")
    }

    private func write(_ paragraph: Paragraph) {
        markup.raw("<w:p><w:pPr><w:pStyle w:val=\"\(paragraph.style.rawValue)\"/></w:pPr>")
        for run in paragraph.runs where !run.text.isEmpty {
            markup.raw(run.isBold ? "<w:r><w:rPr><w:b/></w:rPr>" : "<w:r>")
            write(XLSXText.encode(run.text))
            markup.raw("</w:r>")
        }
        markup.raw("</w:p>\n")
    }

    /// Text of a run, in which line breaks and tabs are elements.
    private func write(_ text: String) {
        var piece = String.UnicodeScalarView()
        func end() {
            guard !piece.isEmpty else { return }
            markup.raw("<w:t xml:space=\"preserve\">")
            markup.text(String(piece))
            markup.raw("</w:t>")
            piece.removeAll()
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n":
                end()
                markup.raw("<w:br/>")
            case "\t":
                end()
                markup.raw("<w:tab/>")
            default: piece.append(scalar)
            }
        }
        end()
    }
}

/// Bytes of XML; text goes through escaping.
private struct WordMarkup {
    var bytes: [UInt8] = []

    mutating func raw(_ markup: String) {
        bytes.append(contentsOf: markup.utf8)
    }

    /// - Parameter text: without what XML cannot hold.
    mutating func text(_ text: String) {
        bytes.append(text) { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            default: nil
            }
        }
    }
}

/// The looks of a paragraph.
enum WordStyle: String, CaseIterable {
    case title = "Title"
    case banner = "Banner"
    case note = "Note"
    case heading = "Heading"
    /// Above texts at the right edge.
    case figureHeading = "FigureHeading"
    case text = "Text"
    /// A text at the right edge.
    case figure = "Figure"
    /// Names the categories inside a cell.
    case category = "Category"
    case item = "Item"
    /// Why a cell holds nothing.
    case absent = "Absent"
    /// What stands on every page.
    case running = "Running"
    /// The path of the document, by which rows are found again.
    case file = "File"
}

/// A landscape page of A4, in twentieths of a point.
enum WordPage {
    private static let width = 16_838
    private static let height = 11_906
    private static let margin = 720

    static let textWidth = width - 2 * margin

    /// Of letters in the cells' size, on average.
    static let characterWidth = 100

    static let section = """
        <w:sectPr>\(WordPart.references)<w:pgSz w:w="\(width)" w:h="\(height)" w:orient="landscape"/>\
        <w:pgMar w:top="\(margin)" w:right="\(margin)" w:bottom="\(margin)" w:left="\(margin)" w:header="360" w:footer="360" \
        w:gutter="0"/><w:titlePg/></w:sectPr>
        """
}
