import DocumentModel

/// A block of a page with what decides whether it belongs to the main text.
struct HTMLBlock {
    var block: ReadBlock
    var part: PagePart
    /// In the element that holds the page's main text.
    var isInMain: Bool
    /// Share of the text that stands in links.
    var linkShare: Double
}

/// A page as blocks, and all its text as the tree has it.
struct HTMLPage {
    /// Whether there is enough main text to tell what is none.
    var isDecisive = false
    var blocks: [HTMLBlock] = []
    /// UTF-8 of every text node that is not dropped, in document order.
    var rawText: [UInt8] = []
    /// Text that is hidden until a script shows it, in bytes other than spaces.
    var hiddenText = 0
}

/// Reads the blocks of a page.
func htmlBlocks(of tree: HTMLTree) -> HTMLPage {
    let survey = HTMLSurvey(of: tree)
    var builder = BlockBuilder(survey: survey, parts: PageParts(of: survey))
    tree.walk(enter: { builder.enter($0, of: tree) }, leave: { builder.leave() })
    return builder.page
}

/// Builds blocks while the tree is walked: text gathers until an element begins or ends that parts blocks.
private struct BlockBuilder {
    private(set) var page = HTMLPage()
    private let survey: HTMLSurvey
    private let parts: PageParts
    private var text = CollapsedText()
    private var context = BlockContext()
    /// The contexts of the elements around, outermost first.
    private var outer: [BlockContext] = []
    private var table = TableBuilder()
    /// Whether each open list item, innermost last, is laid out as paragraphs rather than one text.
    private var itemIsLaidOut: [Bool] = []
    /// Titles of the open text boxes, innermost last; nil until the title was read.
    private var boxTitles: [String?] = []
    /// A line break with nothing after it yet.
    private var lineIsBroken = false
    /// Index after the last element of the hidden part.
    private var hiddenEnd = 0
    /// Where in ``text`` lines end.
    private var lineBreaks: [Int] = []

    /// An item of more than some 200 words is no item of a list but laid out as one.
    private static let longestItem = 1200

    init(survey: HTMLSurvey, parts: PageParts) {
        self.survey = survey
        self.parts = parts
        page.isDecisive = parts.main.isDecisive
    }

    mutating func enter(_ node: Int, of tree: HTMLTree) -> Bool {
        guard tree.nodes[node].role != nil else {
            tree.withText(at: node) { append($0) }
            return false
        }
        guard let index = survey.index(ofNode: node) else { return false }
        let element = survey.elements[index]
        if element.isHiddenPart(of: survey.page), index >= hiddenEnd {
            page.hiddenText += element.facts.text
            hiddenEnd = element.end
        }
        if element.isDropped(from: survey.page) { return false }
        if element.role == .lineBreak { breakLine() }
        let isInMain = parts.main.place(of: index, in: survey) == .inside
        let inner = context.entering(element, part: parts[index], isInMain: isInMain, page: survey.page)
        part(at: inner.role)
        outer.append(context)
        context = inner
        begin(element.traits, element.facts)
        return true
    }

    mutating func leave() {
        part(at: context.role)
        end(context)
        context = outer.removeLast()
    }

    private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        page.rawText.append(contentsOf: bytes)
        let before = text.bytes.count
        for (index, paragraph) in (context.isPreformatted ? paragraphs(of: bytes) : [bytes]).enumerated() {
            if index > 0 { endBlock() }
            text.append(paragraph, inLink: context.isInLink, in: context.part)
        }
        if text.bytes.count != before { lineIsBroken = false }
    }

    /// One line break is a space, two part paragraphs.
    private mutating func breakLine() {
        page.rawText.append(UInt8(ascii: "\n"))
        if lineIsBroken {
            endBlock()
        } else {
            text.appendSpace()
            lineBreaks.append(text.bytes.count)
        }
        lineIsBroken = true
    }

    private mutating func part(at role: ElementRole) {
        guard role.partsBlocks else { return }
        page.rawText.append(UInt8(ascii: "\n"))
        if role.runsOnInItems { endBlock() } else { flush() }
    }

    /// Ends a block where cells and list items run on.
    private mutating func endBlock() {
        if context.kind == .listItem, itemIsLaidOut.last == false { text.appendSpace() } else { flush() }
    }

    private mutating func begin(_ traits: ElementTraits, _ facts: ElementFacts) {
        if context.opensItem { itemIsLaidOut.append(facts.text > Self.longestItem) }
        if context.opensBox { boxTitles.append(nil) }
        switch context.opens {
        case .table: table = TableBuilder()
        case .row: table.beginRow()
        case .cell(let isHeader):
            table.beginCell(isHeader: isHeader, columnSpan: traits.columnSpan, rowSpan: traits.rowSpan)
        case nil: break
        }
    }

    private mutating func end(_ closed: BlockContext) {
        if closed.opensItem { itemIsLaidOut.removeLast() }
        if closed.opensBox { boxTitles.removeLast() }
        switch closed.opens {
        case .cell:
            table.endCell(text)
            text.removeAll()
        case .row, .table:
            if let row = table.endRow() { add(row.block, part: context.part, linkShare: row.linkShare) }
        case nil: break
        }
    }

    private mutating func flush() {
        defer { lineBreaks.removeAll(keepingCapacity: true) }
        guard !context.isInCell else { return text.appendSpace() }
        defer { text.removeAll() }
        guard !text.isEmpty else { return }
        let linkShare = Double(text.linkBytes) / Double(text.bytes.count)
        if context.kind == .paragraph, !lineBreaks.isEmpty, let list = listOfLines(text.bytes, breaks: lineBreaks) {
            for block in list { add(block, part: text.part, linkShare: linkShare) }
            return
        }
        var block = ReadBlock(kind: context.kind, level: context.level, text: text.string)
        if block.kind == .heading {
            if let last = boxTitles.last, last == nil { boxTitles[boxTitles.count - 1] = block.text }
            // An item with a heading of its own is a small section.
            if !itemIsLaidOut.isEmpty { itemIsLaidOut[itemIsLaidOut.count - 1] = true }
        } else if block.kind == .listItem, itemIsLaidOut.last == true {
            block.kind = .paragraph
            block.level = nil
        }
        add(block, part: text.part, linkShare: linkShare)
    }

    private mutating func add(_ block: ReadBlock, part: PagePart, linkShare: Double) {
        var block = block
        block.boxTitle = boxTitles.last ?? nil
        page.blocks.append(HTMLBlock(block: block, part: part, isInMain: context.isInMain, linkShare: linkShare))
    }
}

/// Splits preformatted text at empty lines.
private func paragraphs(of bytes: UnsafeBufferPointer<UInt8>) -> [UnsafeBufferPointer<UInt8>] {
    var pieces: [UnsafeBufferPointer<UInt8>] = []
    var begin = 0
    var lineIsEmpty = false
    for (position, byte) in bytes.enumerated() {
        if byte == UInt8(ascii: "\n") {
            if lineIsEmpty {
                pieces.append(UnsafeBufferPointer(rebasing: bytes[begin..<position]))
                begin = position
            }
            lineIsEmpty = true
        } else if byte > 0x20 {
            lineIsEmpty = false
        }
    }
    pieces.append(UnsafeBufferPointer(rebasing: bytes[begin...]))
    return pieces
}
