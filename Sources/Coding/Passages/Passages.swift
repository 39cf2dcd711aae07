package import DocumentModel

/// The passages of a document in reading order: the sentences of paragraphs and quotations, whole list items,
/// and table cells other than headers.
///
/// Headings, titles, captions, references, footnotes, furniture, contents and front matter give none. The text
/// of a passage is `document.text[start..<end]` of its place, with nothing trimmed but white space around it.
/// Ids are `<page>.<n>`, the n-th passage that begins on the page: reading one page better renumbers no other.
package func passages(of document: Document) -> [Passage] {
    passages(of: document, index: TextIndex(document.text))
}

/// - Parameter index: of the document's text.
func passages(of document: Document, index: TextIndex) -> [Passage] {
    let headerRows = headerRows(of: document.blocks)
    var collector = PassageCollector(index: index)
    for (number, block) in document.blocks.enumerated() {
        switch block.kind {
        case .paragraph, .quotation: collector.addSentences(of: block, number: number)
        case .listItem: collector.addItem(block, number: number)
        case .tableRow: if !headerRows.contains(number) { collector.addCells(of: block, number: number) }
        case .title, .heading: collector.endList()
        // These stand between a list's items or a paragraph's parts without ending them.
        case .caption, .footnote, .reference, .frontMatter, .contents, .furniture: break
        }
    }
    return collector.passages
}

/// Table rows that only head columns: a row without column headers of its own, above one that has them.
private func headerRows(of blocks: [Block]) -> Set<Int> {
    var result: Set<Int> = []
    var rowBelowHasHeaders = false
    for number in blocks.indices.reversed() {
        let block = blocks[number]
        guard block.kind == .tableRow else {
            if block.kind.isMainText { rowBelowHasHeaders = false }
            continue
        }
        if block.cells.contains(where: { $0.header != nil }) {
            rowBelowHasHeaders = true
        } else if rowBelowHasHeaders {
            result.insert(number)
        }
    }
    return result
}

/// Collects passages in reading order and remembers what the next one follows.
private struct PassageCollector {
    private(set) var passages: [Passage] = []
    private let index: TextIndex
    /// The sentence or item before, in reading order; table cells stand outside the flow of the text.
    private var previous: String?
    /// Lead-ins of the lists that are open, by level.
    private var openLists: [Int: String] = [:]
    private var countOnPage: [Int: Int] = [:]

    init(index: TextIndex) {
        self.index = index
    }

    mutating func addSentences(of block: Block, number: Int) {
        endList()
        let start = index.byteOffset(of: block.start)
        let end = index.byteOffset(of: block.end)
        for sentence in sentences(in: index.bytes, start..<end) {
            add(sentence, of: block, number: number, leadIn: block.leadIn, previous: previous)
            previous = passages.last?.text
        }
    }

    mutating func addItem(_ block: Block, number: Int) {
        let level = block.level ?? 1
        let isFirst = openLists[level] != block.leadIn
        openLists = openLists.filter { $0.key < level }
        openLists[level] = block.leadIn
        guard let bytes = bytes(from: block.start, to: block.end) else { return }
        let before = isFirst ? block.leadIn ?? previous : previous
        add(bytes, of: block, number: number, leadIn: block.leadIn, previous: before)
        previous = passages.last?.text
    }

    mutating func addCells(of block: Block, number: Int) {
        endList()
        for cell in block.cells {
            guard let bytes = bytes(from: cell.start, to: cell.end) else { continue }
            add(bytes, of: block, number: number, leadIn: cell.header ?? block.leadIn, previous: nil)
        }
    }

    mutating func endList() {
        openLists.removeAll(keepingCapacity: true)
    }

    /// The bytes between two offsets without the white space around them; nil if nothing is left.
    private func bytes(from start: Int, to end: Int) -> Range<Int>? {
        let range = trimmingWhiteSpace(
            index.bytes, index.byteOffset(of: start)..<index.byteOffset(of: end))
        return range.isEmpty ? nil : range
    }

    private mutating func add(
        _ bytes: Range<Int>, of block: Block, number: Int, leadIn: String?, previous: String?
    ) {
        let start = index.offset(ofByte: bytes.lowerBound)
        let end = index.offset(ofByte: bytes.upperBound)
        let page = block.page(from: start, to: end)
        let count = countOnPage[page, default: 0] + 1
        countOnPage[page] = count
        passages.append(
            Passage(
                id: "\(page).\(count)", text: String(decoding: index.bytes[bytes], as: UTF8.self),
                headings: block.headings, leadIn: leadIn, previous: previous, section: block.section,
                place: PassagePlace(block: number, start: start, end: end)))
    }
}
