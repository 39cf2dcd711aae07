import DocumentModel

/// The title inside a figure, which is no sentence, has at most so many characters.
private let charactersOfTitle = 200

extension ExhibitPage {
    /// Indexes of the blocks of a figure.
    func figure(of caption: Int, isBelow: Bool) -> [Int] {
        let range = columnRange(of: caption)
        let members = run(from: boxes[caption], of: caption, isBelow: isBelow, range: range) { index, members in
            let block = blocks[index]
            if isWordless(block) { return false }
            let isItem = context.marker(of: block.first)?.kind == .bullet && block.count > charactersOfLabel
            let isShort = block.count <= charactersOfLabel * block.lines.count
            let isLabel =
                !isItem && (isShort || (block.count <= charactersOfTitle && !context.endsSentence(block.last)))
            let isAsLarge = block.size >= smallerThanBody * context.style.bodySize
            if !isLabel || block.kind != .paragraph || (isBelow && isAsLarge && headsText(index)) { return true }
            let goesOn = isBelow && !members.isEmpty && !context.endsSentence(block.last)
            return context.style.isBodyType(block) && !goesOn
        }
        // A heading between the text and the figure is no label.
        let trimmed = members.reversed().drop {
            blocks[$0].size >= smallerThanBody * context.style.bodySize && !(isBelow || isWordless(blocks[$0]))
        }
        guard let zone = bounds(of: Array(trimmed)) else { return [] }
        let beside = blocks.indices.filter {
            isLoose($0) && !trimmed.contains($0) && boxes[$0].y0 >= zone.y0 && boxes[$0].y1 <= zone.y1
                && blocks[$0].size < smallerThanBody * context.style.bodySize
                && blocks[$0].count <= charactersOfLabel * blocks[$0].lines.count
                && !hasOwnCaption(boxes[$0], besides: caption, over: range)
        }
        return trimmed + beside
    }

    /// Whether most characters of a block stand in no word: numbers of an axis, letters of months.
    private func isWordless(_ block: LayoutBlock) -> Bool {
        let text = context.scalars(of: block)
        let words = text.split(separator: 0x20).filter { $0.count >= 3 && $0.allSatisfy(isLetter) }
        return 2 * words.reduce(0) { $0 + $1.count } < text.count { $0 != 0x20 }
    }
}
