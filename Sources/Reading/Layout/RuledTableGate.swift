/// So many lines that begin at one place beside something make a column of cells: a header and two rows.
private let fewestCells = 3
/// White wider than this, in ems, stands beside this share of the cells; columns of text fill their width.
private let cellGap: Float = 2.5
private let parted: Float = 0.33
/// Cells beside each other are not both as long as lines of text: to the left most have at most so many characters,
/// or those to the right on average.
private let charactersOfLeftCell = 40
private let charactersOfRightCell: Float = 25
/// Cells are longer than this on average; less are the labels of an axis.
private let charactersOfAxisLabel: Float = 8
/// What stands before a gap and is at most so long is a list's marker or a footnote's.
private let charactersOfMarker = 3
/// Edges this close, in points, are aligned.
private let alignment: Float = 2
/// So many fragments before one, by height, may stand on its line.
private let mostBeside = 6

/// Whether a page has cells side by side and no caption: only then are its rulings worth a picture of it, which takes
/// longer than all of its text. A caption tells of a table or of a figure, whose labels look like cells; a first page
/// has a title and says who published it.
func mayHoldRuledTable(_ page: PageFragments) -> Bool {
    guard page.hasGeometry, page.number > 1 else { return false }
    let pairs = cellPairs(on: page)
    guard hasWhite(pairs[...]) else { return false }
    let isNarrow = pairs.map(\.left).sorted()[pairs.count / 2] <= charactersOfLeftCell
    var start = 0
    while start < pairs.count {
        let end = pairs[start...].prefix { $0.x - pairs[start].x <= alignment }.endIndex
        let column = pairs[start..<end]
        let average = Float(column.reduce(0) { $0 + $1.right }) / Float(column.count)
        if column.count >= fewestCells, hasWhite(column), average >= charactersOfAxisLabel,
            isNarrow || average <= charactersOfRightCell
        {
            return !page.fragments.contains { beginsCaption(page.scalars[$0.start..<$0.end]) }
        }
        start = end
    }
    return false
}

/// Two fragments beside each other on one line.
private struct CellPair {
    /// Where the right one begins.
    var x: Float
    /// White between them, in ems.
    var gap: Float
    /// Numbers of their characters.
    var left: Int
    var right: Int
}

private func hasWhite(_ pairs: ArraySlice<CellPair>) -> Bool {
    !pairs.isEmpty && Float(pairs.count { $0.gap > cellGap }) >= parted * Float(pairs.count)
}

/// The pairs of a page, by where the right one begins.
private func cellPairs(on page: PageFragments) -> [CellPair] {
    let sorted = page.fragments.filter(\.isUpright).sorted {
        ($0.box.y1, $0.box.x0, $0.start) < ($1.box.y1, $1.box.x0, $1.start)
    }
    var pairs: [CellPair] = []
    for (index, fragment) in sorted.enumerated() {
        let beside = sorted[max(0, index - mostBeside)..<index].last {
            $0.box.x1 <= fragment.box.x0 && abs($0.box.y1 - fragment.box.y1) < 0.3 * fragment.size
        }
        guard let beside, beside.count > charactersOfMarker else { continue }
        let gap = (fragment.box.x0 - beside.box.x1) / max(fragment.size, 1)
        pairs.append(CellPair(x: fragment.box.x0, gap: gap, left: beside.count, right: fragment.count))
    }
    return pairs.sorted { ($0.x, $0.gap, $0.left, $0.right) < ($1.x, $1.gap, $1.left, $1.right) }
}
