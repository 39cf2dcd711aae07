import DocumentModel

/// The page's blocks with title, furniture and references told apart.
func readBlocks(of page: HTMLPage, properties: [DocumentProperty]) -> [ReadBlock] {
    var blocks = page.blocks
    let title = titleIndex(in: blocks.map(\.block), properties: properties)
    if let title { blocks[title].part = .text }
    for index in blocks.indices where blocks[index].part == .text && isAroundMainText(blocks[index], page) {
        if index != title { blocks[index].part = .furniture }
    }
    if page.isDecisive { markSurroundings(of: title, in: &blocks) }
    markEmptySections(in: &blocks)
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
    fileprivate var unlinked: Int { Int(Double(block.text.utf8.count) * (1 - linkShare)) }
    fileprivate var isText: Bool { part == .text && block.kind != .heading }
    fileprivate var isProse: Bool { isText && unlinked >= shortestProse }
}

/// A paragraph that is one link and no longer than this leads on and is no text.
private let longestLink = 200

private func isAroundMainText(_ block: HTMLBlock, _ page: HTMLPage) -> Bool {
    if block.block.kind != .tableRow, isAdvertisementLabel(block.block.text) { return true }
    guard block.linkShare > navigationLinkShare else { return false }
    let length = block.block.text.utf8.count
    if !block.isInMain { return length < longestLink && (block.block.kind != .heading || block.block.level != 1) }
    if block.block.kind == .listItem { return length < 30 }
    return page.isDecisive && block.block.kind == .paragraph && block.linkShare > 0.9 && length < longestLink
}

/// Words that stand alone above an advertisement.
private let advertisementLabels: Set<String> = [
    "advert", "advertentie", "advertisement", "advertising", "annons", "annonce", "anuncio", "anzeige", "iklan",
    "mainos",
    "pubblicità", "publicidad", "publicidade", "publicité", "reklam", "reklama", "reklame", "sponsored", "werbung",
]

private func isAdvertisementLabel(_ text: String) -> Bool {
    text.utf8.count <= 14 && advertisementLabels.contains(text.lowercased())
}

/// What stands between the top of the page and its first prose, other than the title and headings, is byline,
/// breadcrumb or label.
private func markSurroundings(of title: Int?, in blocks: inout [HTMLBlock]) {
    guard let first = blocks.indices.first(where: { $0 > title ?? -1 && blocks[$0].isProse && blocks[$0].isInMain })
    else { return }
    for index in blocks.indices.prefix(upTo: first) where blocks[index].part == .text && index != title {
        let isBeforeTitle = title.map { index < $0 } ?? false
        if isBeforeTitle, !blocks[index].isProse || !blocks[index].isInMain {
            blocks[index].part = .furniture
        } else if blocks[index].block.kind == .paragraph, title != nil, isLabel(blocks[index].block.text) {
            blocks[index].part = .byline
        }
    }
}

/// Whether a text is short and does not end as a sentence does: a name, a date, "5 min read".
private func isLabel(_ text: String) -> Bool {
    guard let last = text.utf8.last, !".!?:".utf8.contains(last) else { return false }
    return text.utf8.count < 2 * shortestProse
}

/// A heading whose section holds furniture only belongs to it: "Related articles", "Share".
private func markEmptySections(in blocks: inout [HTMLBlock]) {
    // From the end: whether text, or furniture, was seen since the next heading of the level or of outer ones.
    var sawText = [Bool](repeating: false, count: 8)
    var sawFurniture = [Bool](repeating: false, count: 8)
    for index in blocks.indices.reversed() {
        let block = blocks[index]
        guard block.block.kind == .heading, block.part == .text else {
            for level in sawText.indices {
                if block.part == .furniture { sawFurniture[level] = true } else { sawText[level] = true }
            }
            continue
        }
        let level = min(max(block.block.level ?? 1, 1), 6)
        if !sawText[level], sawFurniture[level], level > 1 {
            blocks[index].part = .furniture
            continue
        }
        for inner in level..<sawText.count {
            sawText[inner] = false
            sawFurniture[inner] = false
        }
        for outer in 0..<level { sawText[outer] = true }
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
