import DocumentModel

/// The title inside a figure, which is no sentence, has at most so many characters.
private let charactersOfTitle = 200
/// What ends as a sentence does and has so many words is one.
private let wordsOfSentence = 4

extension ExhibitPage {
    /// Indexes of the blocks of a figure.
    func figure(of caption: Int) -> [Int] {
        let above = figure(of: caption, isBelow: false)
        // Words above a caption with numbers below it, and none above, are text.
        let isAbove = !above.isEmpty && (!standsOver(caption) || above.contains { isWordless(blocks[$0]) })
        return isAbove ? above : figure(of: caption, isBelow: true)
    }

    private func figure(of caption: Int, isBelow: Bool) -> [Int] {
        let range = columnRange(of: caption)
        let members = run(from: boxes[caption], of: caption, isBelow: isBelow, range: range) { index, members in
            let block = blocks[index]
            if isWordless(block) { return false }
            let isAsLarge = block.size >= smallerThanBody * context.style.bodySize
            if !isLabel(block) || block.kind != .paragraph || (isBelow && isAsLarge && headsText(index)) { return true }
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

    /// Whether the figure of a caption stands below it: what comes next there is no text but numbers of an axis, or
    /// words in small type.
    private func standsOver(_ caption: Int) -> Bool {
        guard let next = nearest(below: caption), isLoose(next), blocks[next].kind == .paragraph else { return false }
        let isNear = boxes[next].y0 - boxes[caption].y1 <= highestGap * context.style.bodySize
        let isSmall = blocks[next].size < smallerThanBody * context.style.bodySize
        return isWordless(blocks[next]) || (isNear && isSmall && isLabel(blocks[next]))
    }

    /// Whether a block may be a label or the title inside a figure: no item of a list and no sentence.
    private func isLabel(_ block: LayoutBlock) -> Bool {
        if context.marker(of: block.first) != nil { return false }
        let words = context.scalars(of: block).split(separator: 0x20).count
        if words >= wordsOfSentence, context.endsSentence(block.last) { return false }
        return block.count <= max(charactersOfTitle, charactersOfLabel * block.lines.count)
    }

    /// Whether most characters of a block stand in no word: numbers of an axis, letters of months.
    private func isWordless(_ block: LayoutBlock) -> Bool {
        let text = context.scalars(of: block)
        let words = text.split(separator: 0x20).filter { $0.count >= 3 && $0.allSatisfy(isLetter) }
        return 2 * words.reduce(0) { $0 + $1.count } < text.count { $0 != 0x20 }
    }
}
