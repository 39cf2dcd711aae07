import DocumentModel

/// Words before a number that begin a caption, in lower case.
private let captionWords = [
    "figure", "fig.", "fig", "table", "tab.", "chart", "exhibit", "scheme", "plate", "diagram", "panel",
]
/// A label and the word after it are shorter than this.
private let charactersOfCaptionLabel = 40
private let boxWords = ["box", "case study", "text box"]

/// Marks the captions of figures and tables.
func markCaptions(in blocks: inout [LayoutBlock], context: LayoutContext) {
    for index in blocks.indices where blocks[index].kind == .paragraph {
        if isLabel(captionLine(of: blocks[index], in: context), words: captionWords) { blocks[index].kind = .caption }
    }
}

/// Whether a caption is a table's.
func isTableCaption(_ block: LayoutBlock, in context: LayoutContext) -> Bool {
    isLabel(captionLine(of: block, in: context), words: ["table", "tab."])
}

/// Whether a line of text begins as the caption of a figure or table.
func beginsCaption(_ line: ArraySlice<UInt32>) -> Bool {
    isLabel(withoutContinuation(Array(line.prefix(charactersOfCaptionLabel))), words: captionWords)
}

/// The first line of a block without the word that says it goes on from another page.
private func captionLine(of block: LayoutBlock, in context: LayoutContext) -> [UInt32] {
    withoutContinuation(context.scalars(of: block.first))
}

private func withoutContinuation(_ line: [UInt32]) -> [UInt32] {
    guard let length = matchLength(of: "continued", in: line) else { return line }
    return Array(line[length...].drop { $0 == 0x20 })
}

/// Marks the titles of numbered text boxes as captions and gives them to what stands in the box: what follows
/// in the same column in another font or size than the body's, or inset as far as the title.
func markBoxes(in blocks: inout [LayoutBlock], context: LayoutContext) {
    var title: (text: String, column: Int, left: Float?)?
    for index in blocks.indices where blocks[index].kind != .furniture {
        let block = blocks[index]
        let isText = block.kind == .paragraph || block.kind == .listItem
        if isText || block.kind == .heading, block.count < 200, beginsBox(block, in: context) {
            blocks[index].kind = .caption
            blocks[index].level = nil
            title = (string(context.scalars(of: block)), block.column, insetEdge(of: block))
        } else if let open = title, block.column == open.column, isText,
            !isBody(block, in: context) || open.left.map({ isInset(block, to: $0) }) == true
        {
            blocks[index].boxTitle = open.text
        } else {
            title = nil
        }
    }
}

/// Whether a block begins as the title of a numbered text box.
func beginsBox(_ block: LayoutBlock, in context: LayoutContext) -> Bool {
    isLabel(context.scalars(of: block.first), words: boxWords)
}

private func isBody(_ block: LayoutBlock, in context: LayoutContext) -> Bool {
    block.font == context.style.bodyFont && context.style.isBodySize(block.size)
}

/// Whether a line begins as a label (`Table 2. Characteristics`) and not as a sentence (`Table 2 shows`).
private func isLabel(_ line: [UInt32], words: [String]) -> Bool {
    guard let length = words.lazy.compactMap({ matchLength(of: $0, in: line) }).first else { return false }
    var index = length
    while index < line.count, line[index] == 0x20 { index += 1 }
    let begin = index
    // 3, 2.1, S4, A1, IV
    while index < line.count, isDigit(line[index]) || isUppercase(line[index]) || isDecimalPoint(at: index, in: line) {
        index += 1
    }
    guard index > begin, index - begin <= 6 else { return false }
    let hasDigit = line[begin..<index].contains { isDigit($0) }
    guard hasDigit || line[begin..<index].allSatisfy({ [0x49, 0x56, 0x58].contains($0) }) else { return false }
    while index < line.count, line[index] == 0x20 { index += 1 }
    guard index < line.count else { return true }
    // "Table 2 (continued)"; in brackets else stands what a sentence says beside.
    if line[index] == 0x28 { return string(line[(index + 1)...].prefix(4).map(lowercased)) == "cont" }
    return !isLowercase(line[index]) && line[index] != 0x2C
}

private func isDecimalPoint(at index: Int, in line: [UInt32]) -> Bool {
    line[index] == 0x2E && index > 0 && isDigit(line[index - 1]) && index + 1 < line.count && isDigit(line[index + 1])
}

/// Length of a word at the beginning of a line, case folded, or nil if it does not stand there alone.
private func matchLength(of word: String, in line: [UInt32]) -> Int? {
    let scalars = word.unicodeScalars
    guard line.count > scalars.count,
        line.prefix(scalars.count).elementsEqual(scalars, by: { lowercased($0) == $1.value })
    else { return nil }
    return isLetter(line[scalars.count]) ? nil : scalars.count
}
