import DocumentModel

/// The page's blocks with title, furniture and references told apart.
func readBlocks(of page: HTMLPage, properties: [DocumentProperty]) -> [ReadBlock] {
    let isFurniture = page.blocks.map { $0.isFurniture || isAroundMainText($0) }
    var blocks = page.blocks.indices.map { index in
        var block = page.blocks[index].block
        if isFurniture[index] {
            block.kind = .furniture
            block.level = nil
            block.cells = []
        }
        return block
    }
    markTitle(in: &blocks, properties: properties)
    normaliseLevels(of: &blocks)
    markReferences(in: &blocks)
    return blocks
}

private func isAroundMainText(_ block: HTMLBlock) -> Bool {
    guard block.linkShare > navigationLinkShare else { return false }
    if !block.isInMain { return block.block.kind != .heading || block.block.level != 1 }
    return block.block.kind == .listItem && block.block.text.utf8.count < 30
}

/// The title is the first heading that says what the page's head calls the page, or else its only `h1`.
private func markTitle(in blocks: inout [ReadBlock], properties: [DocumentProperty]) {
    let names = ["citation_title", "dc.title", "og:title"].map { "meta.\($0)" } + ["html.title"]
    let titles = properties.filter { names.contains($0.name.lowercased()) }.map { letters(of: $0.value) }
    let headings = blocks.indices.filter { blocks[$0].kind == .heading && blocks[$0].boxTitle == nil }
    let named = headings.first { index in
        guard blocks[index].level ?? 9 <= 2 else { return false }
        let heading = letters(of: blocks[index].text)
        return heading.count > 3 && titles.contains { $0.starts(with: heading) }
    }
    let top = headings.filter { blocks[$0].level == 1 }
    guard let title = named ?? (top.count == 1 ? top[0] : nil) else { return }
    blocks[title].kind = .title
    blocks[title].level = nil
}

/// Makes the outermost level that occurs level 1.
private func normaliseLevels(of blocks: inout [ReadBlock]) {
    let headings = blocks.indices.filter { blocks[$0].kind == .heading }
    guard let outermost = headings.compactMap({ blocks[$0].level }).min() else { return }
    for index in headings { blocks[index].level = blocks[index].level.map { $0 - outermost + 1 } }
}
