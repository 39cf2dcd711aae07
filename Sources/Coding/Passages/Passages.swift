package import DocumentModel

/// The passages of a document in reading order: the sentences of paragraphs and quotations, whole list items,
/// and table cells other than headers.
///
/// Headings, titles, captions, references, footnotes, furniture, contents and front matter give none. The text
/// of a passage is `document.text[start..<end]` of its place, with nothing trimmed but white space around it.
/// Ids are `<page>.<n>`, the n-th passage that begins on the page: reading one page better renumbers no other.
package func passages(of document: Document) -> [Passage] {
    DocumentPassages(of: document, index: TextIndex(document.text)).all
}

/// The passages of a document where they stand in its text: most get no code, and need no texts of their own.
struct DocumentPassages {
    private(set) var batch: PassageBatch
    /// The block of each.
    private var blockNumbers: [Int] = []
    private let blocks: [Block]
    private let index: TextIndex

    /// - Parameter index: of the document's text.
    init(of document: Document, index: TextIndex) {
        batch = PassageBatch(index.bytes)
        blocks = document.blocks
        self.index = index
        let headerRows = headerRows(of: document.blocks)
        var collector = PassageCollector(index: index)
        for (number, block) in document.blocks.enumerated() {
            switch block.kind {
            case .paragraph, .quotation: collector.addSentences(of: block, number: number, to: &self)
            case .listItem: collector.addItem(block, number: number, to: &self)
            case .tableRow:
                if !headerRows.contains(number) { collector.addCells(of: block, number: number, to: &self) }
            case .title, .heading: collector.endList()
            // These stand between a list's items or a paragraph's parts without ending them.
            case .caption, .footnote, .reference, .frontMatter, .contents, .furniture: break
            }
        }
    }

    /// Headings and lead-in of a passage.
    func context(_ index: Int) -> PassageBatch.Context { batch.contexts[batch.items[index].context] }

    /// Index of the block of a passage.
    func block(_ number: Int) -> Int { blockNumbers[number] }

    /// Where a passage stands; most are never asked.
    func place(_ number: Int) -> PassagePlace {
        let text = batch.items[number].text
        return PassagePlace(
            block: blockNumbers[number], start: index.offset(ofByte: text.lowerBound),
            end: index.offset(ofByte: text.upperBound))
    }

    /// 1-based page on which a passage begins.
    func page(_ place: PassagePlace) -> Int { blocks[place.block].page(from: place.start, to: place.end) }

    /// Each as a passage of its own.
    var all: [Passage] {
        var countOnPage: [Int: Int] = [:]
        return batch.items.indices.map { number in
            let item = batch.items[number]
            let place = place(number)
            let page = page(place)
            countOnPage[page, default: 0] += 1
            return Passage(
                id: "\(page).\(countOnPage[page, default: 0])", text: batch.text(item.text),
                headings: context(number).headings, leadIn: context(number).leadIn,
                previous: item.previous.map { batch.text($0) }, section: item.section, place: place)
        }
    }

    fileprivate mutating func append(_ item: PassageBatch.Item, of block: Int) {
        batch.append(item)
        blockNumbers.append(block)
    }

    fileprivate mutating func context(_ block: Block, leadIn: String?) -> Int {
        batch.context(headings: block.headings, leadIn: leadIn)
    }

    fileprivate mutating func text(_ leadIn: String) -> Range<Int> { batch.append(leadIn) }
}

/// Table rows that only head columns: a row without column headers of its own, above one that has them.
private func headerRows(of blocks: [Block]) -> Set<Int> {
    var result: Set<Int> = []
    var rowBelowHasHeaders = false
    for number in blocks.indices.reversed() {
        guard blocks[number].kind == .tableRow else {
            if blocks[number].kind.isMainText { rowBelowHasHeaders = false }
            continue
        }
        if blocks[number].cells.contains(where: { $0.header != nil }) {
            rowBelowHasHeaders = true
        } else if rowBelowHasHeaders {
            result.insert(number)
        }
    }
    return result
}

/// Collects passages in reading order and remembers what the next one follows.
private struct PassageCollector {
    private let index: TextIndex
    /// The sentence or item before, in reading order; table cells stand outside the flow of the text.
    private var previous: Range<Int>?
    /// Lead-ins of the lists that are open, by level.
    private var openLists: [Int: String] = [:]

    init(index: TextIndex) {
        self.index = index
    }

    mutating func addSentences(of block: Block, number: Int, to passages: inout DocumentPassages) {
        endList()
        let start = index.byteOffset(of: block.start)
        let end = index.byteOffset(of: block.end)
        let context = passages.context(block, leadIn: block.leadIn)
        for sentence in sentences(in: index.bytes, start..<end) {
            add(sentence, of: block, number: number, context: context, previous: previous, to: &passages)
            previous = sentence
        }
    }

    mutating func addItem(_ block: Block, number: Int, to passages: inout DocumentPassages) {
        let level = block.level ?? 1
        let isFirst = openLists[level] != block.leadIn
        openLists = openLists.filter { $0.key < level }
        openLists[level] = block.leadIn
        guard let bytes = bytes(from: block.start, to: block.end) else { return }
        let leadIn = isFirst ? block.leadIn.map { passages.text($0) } : nil
        let context = passages.context(block, leadIn: block.leadIn)
        add(bytes, of: block, number: number, context: context, previous: leadIn ?? previous, to: &passages)
        previous = bytes
    }

    mutating func addCells(of block: Block, number: Int, to passages: inout DocumentPassages) {
        endList()
        for cell in block.cells {
            guard let bytes = bytes(from: cell.start, to: cell.end) else { continue }
            let context = passages.context(block, leadIn: cell.header ?? block.leadIn)
            add(bytes, of: block, number: number, context: context, previous: nil, to: &passages)
        }
    }

    mutating func endList() {
        if !openLists.isEmpty { openLists.removeAll(keepingCapacity: true) }
    }

    /// The bytes between two offsets without the white space around them; nil if nothing is left.
    private func bytes(from start: Int, to end: Int) -> Range<Int>? {
        let range = trimmingWhiteSpace(
            index.bytes, index.byteOffset(of: start)..<index.byteOffset(of: end))
        return range.isEmpty ? nil : range
    }

    private mutating func add(
        _ text: Range<Int>, of block: Block, number: Int, context: Int, previous: Range<Int>?,
        to passages: inout DocumentPassages
    ) {
        passages.append(
            PassageBatch.Item(text: text, previous: previous, context: context, section: block.section), of: number)
    }
}
