import DocumentModel

/// The page's blocks with title, furniture and references told apart.
func readBlocks(of page: HTMLPage, properties: [DocumentProperty]) -> [ReadBlock] {
    var blocks = page.blocks
    let title = titleIndex(in: blocks.map(\.block), properties: properties)
    if let title { blocks[title].part = .text }
    for index in blocks.indices where blocks[index].part == .text && index != title {
        if isAroundMainText(index, of: page) {
            blocks[index].part = .furniture
        } else if blocks[index].block.kind == .paragraph, isImageCredit(blocks[index].block.text) {
            blocks[index].part = .caption
        }
    }
    if page.isDecisive {
        markSurroundings(of: title, in: &blocks)
        markLeadsToOtherTexts(in: &blocks)
    }
    markEmptySections(in: &blocks, of: page)
    var result = blocks.map(\.readBlock)
    if let title {
        result[title].kind = .title
        result[title].level = nil
    }
    normaliseLevels(of: &result)
    markReferences(in: &result)
    return result
}

extension HTMLBlock {
    /// The block with the kind that its part of the page gives it.
    fileprivate var readBlock: ReadBlock {
        let kind: BlockKind
        switch part {
        case .text: return block
        case .furniture: kind = .furniture
        case .byline: kind = .frontMatter
        case .contents: kind = .contents
        case .caption: kind = .caption
        }
        var block = block
        if block.kind == .tableRow && part != .furniture { return block }
        block.kind = kind
        block.level = nil
        block.cells = []
        return block
    }

    /// Bytes outside links.
    var unlinked: Int { Int(Double(block.text.utf8.count) * (1 - linkShare)) }
    var isText: Bool { part == .text && block.kind != .heading }
    var isProse: Bool { isText && unlinked >= shortestProse }
}

/// A paragraph that is one link and no longer than this leads on and is no text.
private let longestLink = 200

private func isAroundMainText(_ index: Int, of page: HTMLPage) -> Bool {
    let block = page.blocks[index]
    if block.block.kind != .tableRow, isAdvertisementLabel(block.block.text) { return true }
    if block.block.kind == .paragraph, isCopyrightLine(block.block.text) { return true }
    guard block.linkShare > navigationLinkShare else { return false }
    let length = block.block.text.utf8.count
    if !block.isInMain { return length < longestLink && (block.block.kind != .heading || block.block.level != 1) }
    if block.block.kind == .listItem { return length < 30 && !isInListOfText(index, page.blocks) }
    return page.isDecisive && block.block.kind == .paragraph && block.linkShare > 0.9 && length < longestLink
        && !endsSentence(block.block.text)
}

/// Whether an item stands next to one that is no link.
private func isInListOfText(_ index: Int, _ blocks: [HTMLBlock]) -> Bool {
    [index - 1, index + 1].contains { next in
        blocks.indices.contains(next) && blocks[next].block.kind == .listItem
            && blocks[next].linkShare <= navigationLinkShare
    }
}

/// The title is the first heading that says what the page's head calls the page, or else its only `h1`.
private func titleIndex(in blocks: [ReadBlock], properties: [DocumentProperty]) -> Int? {
    let names = ["citation_title", "dc.title", "og:title"].map { "meta.\($0)" } + ["html.title"]
    let titles = properties.filter { names.contains($0.name.lowercased()) }.map { letters(of: $0.value) }
    let headings = blocks.indices.filter { blocks[$0].kind == .heading && blocks[$0].boxTitle == nil }
    let named = headings.first { index in
        guard blocks[index].level ?? 9 <= 2 else { return false }
        let heading = letters(of: blocks[index].text)
        return heading.count > 3 && titles.contains { $0.starts(with: heading) }
    }
    let top = headings.filter { blocks[$0].level == 1 }
    return named ?? (top.count == 1 ? top[0] : nil)
}

/// Makes the outermost level that occurs level 1.
private func normaliseLevels(of blocks: inout [ReadBlock]) {
    let headings = blocks.indices.filter { blocks[$0].kind == .heading }
    guard let outermost = headings.compactMap({ blocks[$0].level }).min() else { return }
    for index in headings { blocks[index].level = blocks[index].level.map { $0 - outermost + 1 } }
}
