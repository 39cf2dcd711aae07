import DocumentModel

/// Text narrower than this share of the document's measure stands in a cell.
private let narrowestText: Float = 0.6
/// Text in type other than the body's fills this share of the measure and has so many characters.
let fullMeasure: Float = 0.8
private let charactersOfText = 150
/// A single line of text has at least so many characters.
private let charactersOfTextLine = 50

/// Whether a block is running text rather than words of a figure, cells or small print.
func isRunningText(_ block: LayoutBlock, in context: LayoutContext) -> Bool {
    guard block.kind == .paragraph else { return block.kind == .listItem || block.kind == .title }
    let lines = block.lines.count > 1 ? block.lines.dropLast() : block.lines[...]
    guard lines.allSatisfy({ $0.pieces.count == 1 }) || block.lines.count > 3 else { return false }
    let width = lines.reduce(0) { $0 + $1.box.width } / Float(lines.count)
    let style = context.style
    if style.isBodyType(block) {
        if context.marker(of: block.first) != nil { return true }
        return width >= narrowestText * style.measure
            && (block.lines.count > 1 || block.count >= charactersOfTextLine)
    }
    return block.size >= 0.93 * style.bodySize && block.count >= charactersOfText
        && context.endsSentence(block.last) && width >= fullMeasure * style.measure
}
