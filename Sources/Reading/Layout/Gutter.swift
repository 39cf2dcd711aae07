/// A vertical strip of white that parts columns.
struct Gutter {
    /// Left edge of the column to its right.
    var x: Float

    enum Side { case left, right, both }

    /// What stands out of its column by less than this, in ems, does not cross: a wide equation, a label.
    private static let overhang: Float = 1.5
    /// Room that even a narrow gutter leaves, in ems.
    private static let narrowest: Float = 0.5

    /// On which side a fragment stands, or that it crosses.
    func side(of fragment: Fragment) -> Side {
        let before = x - fragment.box.x0
        let after = fragment.box.x1 - (x - Self.narrowest * fragment.size)
        if before <= 1 { return .right }
        if after <= 0 { return .left }
        let tolerance = Self.overhang * fragment.size
        if before > tolerance && after > tolerance { return .both }
        return before > after ? .left : .right
    }
}

/// So many lines must begin at one place for it to be the left edge of a column.
private let linesOfColumn = 3
/// Only so many left edges are tried, those of most lines: no page of text has more columns and indents.
private let mostEdges = 16
/// Columns of text have at least so many characters a line; less is a table or bullets.
private let charactersOfLine = 10
/// Lines of text fill at least this share of their column's width.
private let filledShare: Float = 0.45

/// The widest gutter with most lines on both its sides, if these look like columns of text.
/// - Parameter fragments: sorted from the top.
func findGutter(in fragments: [Fragment]) -> Gutter? {
    guard fragments.count >= 2 * linesOfColumn else { return nil }
    var best: (gutter: Gutter, score: Float)?
    for x in leftEdges(of: fragments) {
        let gutter = Gutter(x: x)
        let score = score(of: gutter, in: fragments)
        if score > best?.score ?? 0 { best = (gutter, score) }
    }
    return best?.gutter
}

/// The places at which most fragments begin, from left to right, without the leftmost.
private func leftEdges(of fragments: [Fragment]) -> [Float] {
    let starts = fragments.map(\.box.x0).sorted()
    var edges: [(x: Float, count: Int)] = []
    var index = 0
    while index < starts.count {
        var end = index + 1
        while end < starts.count, starts[end] - starts[index] <= 2 { end += 1 }
        if end - index >= linesOfColumn, index > 0 { edges.append((starts[index], end - index)) }
        index = end
    }
    edges.sort { ($1.count, $0.x) < ($0.count, $1.x) }
    return edges.prefix(mostEdges).map(\.x).sorted()
}

/// Number of lines that have something on both sides of a gutter, weighted by how wide the gutter is, over the
/// bands in which both sides are text; 0 if there are none. The width tells the gutter before the numbers of a
/// list from the gap after them.
private func score(of gutter: Gutter, in fragments: [Fragment]) -> Float {
    var score: Float = 0
    var left = SideMeasure()
    var right = SideMeasure()
    func closeBand() {
        if left.isText, right.isText {
            let gap = min(max(left.gap(to: gutter.x), gapsThatCount.lowerBound), gapsThatCount.upperBound)
            score += gap * Float(min(left.lines, right.lines))
        }
        left = SideMeasure()
        right = SideMeasure()
    }
    for fragment in fragments {
        switch gutter.side(of: fragment) {
        case .left: left.add(fragment)
        case .right: right.add(fragment)
        case .both: closeBand()
        }
    }
    closeBand()
    return score
}

/// Widths of gutters, in ems, between which a wider one is better.
private let gapsThatCount: ClosedRange<Float> = 0.3...1.5

/// What tells columns of text from columns of a table.
private struct SideMeasure {
    private(set) var lines = 0
    private var characters = 0
    private var filled: Float = 0
    private var rights: [Float] = []
    private var size: Float = 0
    private var bounds: GlyphBox?
    private var lastLine: GlyphBox?

    mutating func add(_ fragment: Fragment) {
        characters += fragment.count
        filled += fragment.box.width
        rights.append(fragment.box.x1)
        size = max(size, fragment.size)
        if bounds == nil { bounds = fragment.box } else { bounds!.formUnion(fragment.box) }
        if let lastLine, linesUp(lastLine, fragment.box) { return }
        lastLine = fragment.box
        lines += 1
    }

    /// Distance from the right edge, a few lines that stick out aside, in ems.
    func gap(to x: Float) -> Float {
        guard !rights.isEmpty, size > 0 else { return 0 }
        return (x - rights.sorted()[(rights.count * 19 - 1) / 20]) / size
    }

    /// Enough lines of enough text: loose word spaces line up by chance over a line or two.
    var isText: Bool {
        guard let bounds, lines >= linesOfColumn, bounds.width > 0 else { return false }
        return characters >= charactersOfLine * lines && filled >= filledShare * Float(lines) * bounds.width
    }
}
