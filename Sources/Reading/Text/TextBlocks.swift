import DocumentModel

/// Blocks of a text file.
func textBlocks(of pages: [[TextLine]]) -> [ReadBlock] {
    let groups = textGroups(of: pages, furniture: runningLines(of: pages))
    var builder = TextBlockBuilder(joiner: LineJoiner(pages: pages))
    for index in groups.indices {
        builder.add(
            groups[index], after: index > 0 ? groups[index - 1] : nil,
            before: index + 1 < groups.count ? groups[index + 1] : nil)
    }
    var blocks = builder.blocks
    markReferences(in: &blocks)
    return blocks
}

private struct TextBlockBuilder {
    let joiner: LineJoiner
    private(set) var blocks: [ReadBlock] = []
    /// Indents of the open lists, outermost first.
    private var indents: [Int] = []

    init(joiner: LineJoiner) {
        self.joiner = joiner
    }

    /// Adds the blocks of a group that stands between two others.
    mutating func add(_ group: TextGroup, after previous: TextGroup?, before next: TextGroup?) {
        if group.isFurniture {
            blocks.append(ReadBlock(kind: .furniture, text: group.lines[0].text, page: group.page))
            return
        }
        if let heading = textHeading(group, after: previous, before: next) {
            addHeading(heading, page: group.page)
            let rest = group.lines.dropFirst(heading.lines)
            if !rest.isEmpty { addSegments(of: Array(rest)) }
        } else if continuesLastBlock(group) {
            append(group.lines.map(\.text), to: lastTextBlock!)
        } else {
            addSegments(of: group.lines)
        }
    }

    private mutating func addHeading(_ heading: TextHeading, page: Int) {
        // The first of the file, before any text, is the title.
        let isTitle = !blocks.contains { $0.kind != .furniture }
        blocks.append(
            ReadBlock(
                kind: isTitle ? .title : .heading, level: isTitle ? nil : heading.level, text: heading.text, page: page)
        )
        indents = []
    }

    /// Each list item and each line of contents is a block, other lines run on.
    private mutating func addSegments(of lines: [TextLine]) {
        var paragraph: [TextLine] = []
        for line in withBullets(lines) where !isRule(line.text) {
            if isContentsLine(line.text) {
                addText(&paragraph)
                blocks.append(ReadBlock(kind: .contents, text: line.text, page: line.page))
            } else if beginsItem(line, after: paragraph.last) {
                addText(&paragraph)
                paragraph = [line]
            } else {
                paragraph.append(line)
            }
        }
        addText(&paragraph)
    }

    private func beginsItem(_ line: TextLine, after previous: TextLine?) -> Bool {
        guard let mark = marker(of: line.text) else { return false }
        guard let previous, !mark.isBullet else { return true }
        // A wrapped sentence may begin a line with "12.", an item follows an item or a lead-in.
        return marker(of: previous.text) != nil || previous.text.hasSuffix(":")
    }

    /// Adds gathered lines as one list item, quotation or paragraph.
    private mutating func addText(_ lines: inout [TextLine]) {
        defer { lines = [] }
        guard let first = lines.first else { return }
        var texts = lines.map(\.text)
        var block = ReadBlock(kind: .paragraph, text: "", page: first.page)
        if let mark = marker(of: first.text) {
            texts[0] = mark.rest
            block.kind = .listItem
            block.level = level(ofIndent: first.indent)
        } else if texts.allSatisfy({ $0.hasPrefix(">") }) {
            texts = texts.map { String($0.drop { $0 == ">" || $0 == " " }) }
            block.kind = .quotation
        }
        if block.kind != .listItem { indents = [] }
        (block.text, block.joins) = joiner.joined(texts)
        if !block.text.isEmpty { blocks.append(block) }
    }

    private mutating func level(ofIndent indent: Int) -> Int {
        while let last = indents.last, last > indent { indents.removeLast() }
        if indents.last != indent { indents.append(indent) }
        return indents.count
    }

    private var lastTextBlock: Int? {
        blocks.lastIndex { $0.kind != .furniture }
    }

    /// What is longer is no paragraph that a page's end cut in two.
    private static let longestParagraph = 4000

    /// Whether a group goes on with a paragraph that a page's end or a float left open.
    private func continuesLastBlock(_ group: TextGroup) -> Bool {
        guard let last = lastTextBlock, [.paragraph, .listItem].contains(blocks[last].kind),
            blocks[last].text.utf8.count < Self.longestParagraph,
            let end = blocks[last].text.unicodeScalars.last, let begin = group.lines[0].text.unicodeScalars.first
        else { return false }
        return begin.properties.isLowercase && ![".", "!", "?", ":"].contains(end)
            && marker(of: group.lines[0].text) == nil
    }

    private mutating func append(_ lines: [String], to index: Int) {
        let joins = blocks[index].joins
        (blocks[index].text, blocks[index].joins) = joiner.joined([blocks[index].text] + lines)
        blocks[index].joins = joins + blocks[index].joins
    }
}

/// Puts a bullet that stands alone before the line that follows it.
private func withBullets(_ lines: [TextLine]) -> [TextLine] {
    var result: [TextLine] = []
    var bullet: TextLine?
    for line in lines {
        if line.text.utf8.count <= 3, marker(of: line.text + " x")?.isBullet == true {
            bullet = line
        } else if var item = bullet {
            item.text += " " + line.text
            result.append(item)
            bullet = nil
        } else {
            result.append(line)
        }
    }
    return result
}

/// A line drawn with signs.
func isRule(_ line: String) -> Bool {
    let signs = line.utf8.filter { $0 != UInt8(ascii: " ") }
    return signs.count >= 3 && Set(signs).count == 1 && "-=_*~#".utf8.contains(signs[0])
}

/// `Barriers ........ 14`
private func isContentsLine(_ line: String) -> Bool {
    guard let leader = firstRange(of: Array("....".utf8), in: Array(line.utf8)[...]) else { return false }
    let rest = line.utf8.dropFirst(leader).drop { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: " ") }
    let number = rest.filter { isASCIIDigit($0) }
    return leader > 0 && !number.isEmpty && rest.count <= number.count + 8
}
