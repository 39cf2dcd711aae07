/// Words of one line are less than so many ems apart, a number such as 1.6.25 and its item a tab at most.
private let widestWordGap: Float = 2
private let widestNumberGap: Float = 6
/// A bullet in a font of its own shares at least so much of the height of the text beside it.
private let sharedHeight: Float = 0.3

/// Whether a fragment's neighbour on its line is no furniture: a word of a loose line may stand where another
/// page has the same one, and items of many pages begin with a number at its top.
func adjoinsText(_ index: Int, of page: PageFragments, furniture: [Bool]) -> Bool {
    let fragments = page.fragments
    let fragment = fragments[index]
    let scalars = page.scalars[fragment.start..<fragment.end]
    let isDecimal = scalars.contains(0x2E) && scalars.allSatisfy { isDigit($0) || $0 == 0x2E }
    // A bullet alone: its item stands a tab away.
    let isBullet = scalars.allSatisfy { !isLetter($0) && !isDigit($0) }
    guard fragment.isUpright else { return false }
    if fragment.count == 1, isBullet || scalars.first == 0x6F, marksText(index, of: page, furniture: furniture) {
        return true
    }
    return [index - 1, index + 1].contains { other in
        guard fragments.indices.contains(other), !furniture[other] else { return false }
        let box = fragments[other].box
        let gap = max(box.x0 - fragment.box.x1, fragment.box.x0 - box.x1)
        let reach: Float = other > index && (isDecimal || isBullet) ? widestNumberGap : widestWordGap
        return gap < reach * fragment.size && linesUp(box, fragment.box)
    }
}

/// Whether a mark of one character stands before text on its line, wherever the renderer gives that text.
private func marksText(_ index: Int, of page: PageFragments, furniture: [Bool]) -> Bool {
    let mark = page.fragments[index]
    return page.fragments.indices.contains { other in
        let fragment = page.fragments[other]
        let gap = fragment.box.x0 - mark.box.x1
        return !furniture[other] && fragment.isUpright && gap > -mark.size && gap < widestNumberGap * mark.size
            && min(fragment.box.y1, mark.box.y1) - max(fragment.box.y0, mark.box.y0) > sharedHeight * fragment.size
            && other != index
    }
}
