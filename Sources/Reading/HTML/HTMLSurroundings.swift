import DocumentModel

/// What stands between the top of the page and its first prose, other than the title and headings, is byline,
/// breadcrumb or label.
func markSurroundings(of title: Int?, in blocks: inout [HTMLBlock]) {
    guard let first = blocks.indices.first(where: { $0 > title ?? -1 && blocks[$0].isProse && blocks[$0].isInMain })
    else { return }
    for index in blocks.indices.prefix(upTo: first) where blocks[index].part == .text && index != title {
        let isBeforeTitle = title.map { index < $0 } ?? false
        if isBeforeTitle, !blocks[index].isProse || !blocks[index].isInMain {
            blocks[index].part = blocks[index].isInMain && hasYear(blocks[index].block.text) ? .byline : .furniture
        } else if blocks[index].block.kind == .paragraph, title != nil, isBylineLabel(blocks[index].block.text) {
            blocks[index].part = .byline
        }
    }
    if let title { markRepetitions(of: letters(of: blocks[title].block.text), in: &blocks) }
}

/// Breadcrumbs and print headers repeat the title.
private func markRepetitions(of title: [UInt8], in blocks: inout [HTMLBlock]) {
    for index in blocks.indices where blocks[index].isText && blocks[index].block.text.utf8.count < 2 * title.count {
        if letters(of: blocks[index].block.text) == title { blocks[index].part = .furniture }
    }
}

/// "Related articles", "Share": the links that stand right below lead to other texts.
func markLeadsToOtherTexts(in blocks: inout [HTMLBlock]) {
    guard let first = blocks.firstIndex(where: \.isProse) else { return }
    var index = first
    while index < blocks.count {
        let begin = index
        index += 1
        guard blocks[begin].part == .text, blocks[begin].block.kind != .listItem,
            leadsToOtherTexts(blocks[begin].block.text)
        else { continue }
        while index < blocks.count, blocks[index].part != .text || isLead(blocks[index]) { index += 1 }
        let follows = (begin + 1)..<index
        guard follows.contains(where: { blocks[$0].part == .furniture || blocks[$0].linkShare > navigationLinkShare })
        else { continue }
        for index in begin..<index where blocks[index].part == .text { blocks[index].part = .furniture }
    }
}

private func isLead(_ block: HTMLBlock) -> Bool {
    block.linkShare > navigationLinkShare
}

/// Whether four digits stand together, as in a date.
func hasYear(_ text: String) -> Bool {
    var digits = 0
    for byte in text.utf8 {
        digits = isASCIIDigit(byte) ? digits + 1 : 0
        if digits == 4 { return true }
    }
    return false
}

/// Whether a short text that does not end as a sentence does is a date, a name or "5 min read", not a statement.
private func isBylineLabel(_ text: String) -> Bool {
    guard let first = text.utf8.first, !endsSentence(text), text.utf8.count < 2 * shortestProse else { return false }
    if isASCIIDigit(first) || hasYear(text) || text.lowercased().hasPrefix("by ") { return true }
    return text.split(separator: " ").allSatisfy { $0.first?.isLowercase == false }
}

/// Whether a text ends as a sentence does.
func endsSentence(_ text: String) -> Bool {
    text.utf8.last.map { ".!?:".utf8.contains($0) } ?? false
}

/// A heading whose section holds furniture only belongs to it: "Related articles", "Share"; and so does one that is
/// a link and heads nothing.
func markEmptySections(in blocks: inout [HTMLBlock], of page: HTMLPage) {
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
        let leadsElsewhere = block.linkShare > 0.9 && page.isDecisive
        if !sawText[level], sawFurniture[level] || leadsElsewhere, level > 1 {
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
