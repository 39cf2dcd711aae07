package import DocumentModel

/// Which blocks of a document are shown.
package enum BlockSelection: Sendable {
    /// Title, headings, paragraphs, list items and quotations, without the reference list.
    case main
    /// All of them, furniture too.
    case everything

    func includes(_ block: Block) -> Bool {
        switch self {
        case .main: block.kind.isMainText && block.section != .references
        case .everything: true
        }
    }
}

extension Document {
    /// The text of the selected blocks, a blank line between blocks; empty when there are none.
    package func plainText(_ selection: BlockSelection) -> String {
        let index = TextIndex(text)
        return blocks.filter(selection.includes).map { index.text($0.start, $0.end) }.joined(separator: "\n\n")
    }

    /// The selected blocks as Markdown: headings, nested lists, tables, quotations.
    ///
    /// It shows structure to a person; letters that Markdown gives a meaning are escaped.
    package func markdown(_ selection: BlockSelection) -> String {
        let index = TextIndex(text)
        var result = ""
        var previous: Block?
        for block in blocks where selection.includes(block) {
            if let previous { result += joins(previous, block) ? "\n" : "\n\n" }
            let beginsTable = block.kind == .tableRow && previous?.kind != .tableRow
            let isHeader = beginsTable && block.cells.allSatisfy { $0.header == nil }
            // A table in Markdown begins with a header: the first row if nothing heads it, else what heads its cells.
            if beginsTable, !isHeader {
                result += "|" + block.cells.map { " \(markdownEscaped($0.header ?? "")) |" }.joined() + "\n"
                result += headerRule(block) + "\n"
            }
            result += markdown(block, index)
            if isHeader { result += "\n" + headerRule(block) }
            previous = block
        }
        return result
    }

    private func headerRule(_ row: Block) -> String { "|" + row.cells.map { _ in " --- |" }.joined() }

    /// Items of one list and rows of one table stand on lines of their own without a blank line between.
    private func joins(_ first: Block, _ second: Block) -> Bool {
        first.kind == second.kind && (first.kind == .listItem || first.kind == .tableRow || first.kind == .contents)
    }

    private func markdown(_ block: Block, _ index: TextIndex) -> String {
        let text = markdownEscaped(index.text(block.start, block.end))
        switch block.kind {
        case .title: return "# " + text
        case .heading: return String(repeating: "#", count: min((block.level ?? 1) + 1, 6)) + " " + text
        case .listItem: return String(repeating: "  ", count: max((block.level ?? 1) - 1, 0)) + "- " + text
        case .quotation: return "> " + text
        case .tableRow:
            return "|" + block.cells.map { " \(markdownEscaped(index.text($0.start, $0.end))) |" }.joined()
        case .caption: return "*\(text)*"
        case .paragraph: return text
        case .footnote, .reference, .frontMatter, .contents, .furniture:
            return "<!-- \(block.kind.rawValue) --> " + text
        }
    }
}

/// A text in which no character has a meaning in Markdown.
private func markdownEscaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        if "\\`*_[]<>|#".unicodeScalars.contains(scalar) { result.append("\\") }
        result.append(scalar)
    }
    return String(result)
}
