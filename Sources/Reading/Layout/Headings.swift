import DocumentModel

/// Headings have at most so many lines and characters.
private let mostLines = 4
private let mostCharacters = 200
/// Set this much larger than the body, a short paragraph is a heading.
private let headingSize: Float = 1.1
/// Bold text smaller than this share of the body's size is a label in a figure or table.
private let smallestHeading: Float = 0.9
/// … unless it stands above a paragraph.
private let smallestBoldHeading: Float = 0.7
/// Deeper levels are all given as this one.
private let deepestLevel = 6

/// Marks headings, by the outline, size, weight, capitals, numbering and wording, and gives them their level.
func markHeadings(in blocks: inout [LayoutBlock], hints: LayoutHints, context: LayoutContext) {
    let outline = OutlineIndex(hints.outline)
    var headings: [HeadingEvidence] = []
    blocks = partRunInHeadings(blocks, in: context)
    for index in blocks.indices where blocks[index].kind == .paragraph {
        let block = blocks[index]
        guard block.lines.count <= mostLines, block.count <= mostCharacters else { continue }
        let text = context.scalars(of: block)
        let outlineLevel = outline.level(of: text, page: context.pages[block.page].number)
        let form = HeadingForm(block: block, text: text, style: context.style)
        let next = index + 1 < blocks.count ? blocks[index + 1] : nil
        if outlineLevel == nil, !block.isRunIn {
            guard isHeading(form, block: block, text: text, next: next, in: context),
                !isNumberedItem(index, of: blocks, text: text, in: context),
                !isAttribution(index, of: blocks, in: context)
            else { continue }
        }
        blocks[index].kind = .heading
        let known = outlineLevel ?? numberingDepth(of: text)
        headings.append(HeadingEvidence(block: index, form: form, level: known))
    }
    let levels = levelsOfForms(headings)
    for heading in headings {
        blocks[heading.block].level = min(heading.level ?? levels[heading.form] ?? 1, deepestLevel)
    }
    lowerAbstract(among: headings.map(\.block), of: &blocks, in: context)
}

/// Lowers the heading of the abstract to the level of the references' where those are set smaller: the abstract
/// of a paper does not hold its references, nor what comes before them.
private func lowerAbstract(among headings: [Int], of blocks: inout [LayoutBlock], in context: LayoutContext) {
    func first(_ kind: SectionKind, in headings: ArraySlice<Int>) -> Int? {
        headings.first { sectionKind(ofHeading: string(context.scalars(of: blocks[$0]))) == kind }
    }
    guard let abstract = first(.abstract, in: headings[...]),
        let references = first(.references, in: headings.drop { $0 <= abstract }),
        let level = blocks[abstract].level, let deeper = blocks[references].level, deeper > level
    else { return }
    blocks[abstract].level = deeper
}

/// A heading with what is known of its level.
private struct HeadingEvidence {
    /// Index into the blocks.
    var block: Int
    var form: HeadingForm
    /// By outline or numbering.
    var level: Int?
}

/// How a heading is set; headings set alike are of one level.
private struct HeadingForm: Hashable {
    /// In half points.
    var size: Int
    var isBold: Bool
    var isCapitals: Bool
    var isItalic: Bool
    var isRunIn: Bool

    init(block: LayoutBlock, text: [UInt32], style: DocumentStyle) {
        size = Int((min(block.size, 1000) * 2).rounded())
        isBold = block.isBold
        isItalic = block.isItalic
        isRunIn = block.isRunIn
        isCapitals = HeadingForm.isInCapitals(text)
    }

    /// Three capitals in a row make a word; postal codes and registration numbers have none.
    private static func isInCapitals(_ text: [UInt32]) -> Bool {
        var capitals = 0
        var run = 0
        var longestRun = 0
        for scalar in text {
            if isLowercase(scalar) { return false }
            let isCapital = isUppercase(scalar)
            if isCapital { capitals += 1 }
            run = isCapital ? run + 1 : 0
            longestRun = max(longestRun, run)
        }
        return capitals >= 4 && longestRun >= 3
    }

    /// Larger, bolder, in capitals comes first; what shares its line with text comes last.
    static func comesBefore(_ a: HeadingForm, _ b: HeadingForm) -> Bool {
        if a.isRunIn != b.isRunIn { return !a.isRunIn }
        if a.size != b.size { return a.size > b.size }
        if a.isBold != b.isBold { return a.isBold }
        if a.isCapitals != b.isCapitals { return a.isCapitals }
        return !a.isItalic && b.isItalic
    }
}

private func isHeading(
    _ form: HeadingForm, block: LayoutBlock, text: [UInt32], next: LayoutBlock?, in context: LayoutContext
) -> Bool {
    let body = context.style.bodySize
    guard isWorded(text), !endsLikeText(text) else { return false }
    if block.size < smallestHeading * body {
        // A sans serif heading may be set smaller than the body and look larger.
        let isKnown = text.count < 60 && sectionKind(ofHeading: string(text)) != nil
        guard form.isBold, block.size >= smallestBoldHeading * body, isKnown || followsText(next, block: block) else {
            return false
        }
    }
    if context.marker(of: block.first)?.kind == .bullet { return false }
    if block.size >= headingSize * body { return true }
    let isNumbered = numberingDepth(of: text) != nil
    guard isUppercase(text.first { isLetter($0) } ?? 0) else { return false }
    if form.isBold { return true }
    if form.isCapitals { return block.lines.count <= 3 }
    let isShort = block.lines.count == 1 && block.last.box.x1 < block.edges.upperBound - 2 * block.size
    // With a colon it leads in a list.
    if isNumbered { return isShort && text.last != 0x3A && followsText(next, block: block) }
    if isShort, text.count < 60, sectionKind(ofHeading: string(text)) != nil { return true }
    guard let next, followsText(next, block: block) else { return false }
    if form.isItalic { return block.lines.count <= 2 && !next.isItalic }
    // Fonts whose names say nothing: a short line in a font that is not the body's, above a paragraph that is.
    return isShort && text.count <= 80 && block.font != context.style.bodyFont && next.font == context.style.bodyFont
}

/// Whether a paragraph of text comes next in the column.
private func followsText(_ next: LayoutBlock?, block: LayoutBlock) -> Bool {
    guard let next else { return false }
    return next.kind == .paragraph && next.column == block.column && next.count > 60
}

/// At least three letters, and more letters than anything else but spaces.
private func isWorded(_ text: [UInt32]) -> Bool {
    let count = text.count { isLetter($0) }
    return count >= 3 && 2 * count > text.count { $0 != 0x20 }
}

private func endsLikeText(_ text: [UInt32]) -> Bool {
    guard let last = text.last(where: { !isClosingQuote($0) }) else { return true }
    if last == 0x2E { return text.count > 60 || numberingDepth(of: text) == nil && text.count { $0 == 0x20 } > 5 }
    return last == 0x2C || last == 0x3B || isHyphen(last)
}

/// Depth of the number with which a heading begins: 1 for `3 Methods`, 2 for `2.1 Sample`; nil without one.
private func numberingDepth(of text: [UInt32]) -> Int? {
    var index = 0
    var depth = 0
    while index < text.count {
        let begin = index
        while index < text.count, isDigit(text[index]) { index += 1 }
        guard (1...2).contains(index - begin) else { break }
        depth += 1
        guard index < text.count, text[index] == 0x2E else { break }
        index += 1
    }
    guard depth > 0, index < text.count, text[index] == 0x20 else { return nil }
    guard let letter = text[index...].first(where: { $0 != 0x20 }), isUppercase(letter) else { return nil }
    return depth
}

/// The level of each form: the most frequent one known of its headings, else one below the form before it in
/// the order of size and weight.
private func levelsOfForms(_ headings: [HeadingEvidence]) -> [HeadingForm: Int] {
    var known: [HeadingForm: [Int: Int]] = [:]
    for heading in headings {
        known[heading.form, default: [:]][heading.level ?? 0, default: 0] += 1
    }
    var levels: [HeadingForm: Int] = [:]
    var last = 0
    for form in known.keys.sorted(by: HeadingForm.comesBefore) {
        let counts = known[form]!.filter { $0.key > 0 }
        let level = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? last + 1
        levels[form] = level
        last = max(last, level)
    }
    return levels
}

/// The entries of an outline by their letters.
private struct OutlineIndex {
    private var entries: [[UInt8]: [OutlineEntry]] = [:]

    init(_ outline: [OutlineEntry]) {
        for entry in outline {
            let key = letters(of: entry.title)
            if key.count >= 3 { entries[key, default: []].append(entry) }
        }
    }

    /// The level of an entry with these letters that leads to this page or, when a heading moved over a page
    /// break, to one beside it.
    func level(of text: [UInt32], page: Int) -> Int? {
        guard !entries.isEmpty, let found = entries[letters(of: string(text))] else { return nil }
        return found.first { abs(($0.page ?? page) - page) <= 1 }?.level
    }
}
