/// A table whose cells rulings tell.
struct RuledTable {
    var box: GlyphBox
    var rows: [TableRow]
    /// Edges of its columns, from the left.
    var columns: [Float]

    /// Whether it has the columns of a table that ended the page before.
    func continues(_ other: RuledTable?) -> Bool {
        guard let other, columns.count == other.columns.count else { return false }
        return zip(columns, other.columns).allSatisfy { abs($0 - $1) <= RuledGrid.tolerance }
    }
}

/// A table that does not go on from the page before has at least so many rows of at least two cells.
private let fewestRows = 2
/// An upright ruling parts a row when it covers this share of it.
private let wholeShare: Float = 0.9
/// Lines of one header leave less white than this between them, in ems.
private let widestLead: Float = 0.5
/// A cell of several rows has this share of its lines on baselines on which every column has one.
private let sharedBaselines: Float = 0.5

/// The tables of a page that rulings tell and beside which nothing stands, from the top.
/// - Parameters:
///   - index: of the page, 0-based.
///   - previous: the table with which the page before ended.
func ruledTables(on page: PageFragments, index: Int, after previous: RuledTable?) -> [RuledTable] {
    let fragments = page.fragments.filter(\.isUpright)
    guard !page.rulings.level.isEmpty, !fragments.isEmpty else { return [] }
    let finder = RuledTableFinder(fragments: fragments, rulings: page.rulings, page: index)
    var tables: [RuledTable] = []
    for grid in finder.grids() {
        guard let table = finder.table(in: grid, after: previous),
            !tables.contains(where: { overlaps($0.box, table.box) })
        else {
            continue
        }
        tables.append(table)
    }
    return tables.sorted { $0.box.y0 < $1.box.y0 }
}

private func overlaps(_ a: GlyphBox, _ b: GlyphBox) -> Bool { min(a.y1, b.y1) > max(a.y0, b.y0) }

private struct RuledTableFinder {
    let fragments: [Fragment]
    let rulings: Rulings
    let page: Int

    /// What may be a table: rulings of one width below each other, with upright ones between them, or with columns
    /// of text.
    func grids() -> [RuledGrid] {
        var grids: [RuledGrid] = []
        for stack in stacks() {
            var start = 0
            for end in stack.indices.dropFirst() {
                let goesOn = end + 1 < stack.count && isSided(from: stack[end], to: stack[end + 1])
                guard isSided(from: stack[end - 1], to: stack[end]) else {
                    start = end
                    continue
                }
                if !goesOn { grids.append(grid(Array(stack[start...end]))) }
            }
            if let grid = openGrid(stack) { grids.append(grid) }
        }
        return grids
    }

    private func grid(_ stack: [Ruling]) -> RuledGrid {
        let frame = GlyphBox(
            x0: stack[0].from, y0: stack[0].place, x1: stack[0].to, y1: stack[stack.count - 1].place)
        return RuledGrid(frame: frame, level: rulings.level, upright: rulings.upright)
    }

    /// Level rulings that begin and end at the same places, from the top.
    private func stacks() -> [[Ruling]] {
        var stacks: [[Ruling]] = []
        for ruling in rulings.level.sorted(by: { ($0.place, $0.from) < ($1.place, $1.from) }) {
            let same = stacks.firstIndex {
                abs($0[0].from - ruling.from) <= RuledGrid.tolerance && abs($0[0].to - ruling.to) <= RuledGrid.tolerance
            }
            if let same { stacks[same].append(ruling) } else { stacks.append([ruling]) }
        }
        return stacks.filter { $0.count > 1 }
    }

    /// Whether upright rulings reach from one level ruling to the next.
    private func isSided(from upper: Ruling, to lower: Ruling) -> Bool {
        let height = lower.place - upper.place
        return rulings.upright.contains {
            upper.from - RuledGrid.tolerance <= $0.place && $0.place <= upper.to + RuledGrid.tolerance
                && min($0.to, lower.place) - max($0.from, upper.place) >= wholeShare * height
        }
    }

    // MARK: Tables without upright rulings

    /// Rulings between rows, and white between columns from above the first of them to below the last.
    private func openGrid(_ stack: [Ruling]) -> RuledGrid? {
        guard !zip(stack, stack.dropFirst()).contains(where: { isSided(from: $0, to: $1) }) else { return nil }
        let within = fragments.filter { stack[0].from - 1 <= $0.box.x0 && $0.box.x1 <= stack[0].to + 1 }
        let inside = lines(of: within.filter { stack[0].place < $0.box.y0 && $0.box.y1 < stack[stack.count - 1].place })
        let gutters = columnGutters(between: inside, crossing: 0)
        guard !gutters.isEmpty else { return nil }
        let bands = lines(of: within)
        let above = bands.reversed().drop { $0.box.y1 > stack[0].place + 2 }
        let below = bands.drop { $0.box.y0 < stack[stack.count - 1].place - 2 }
        let top = extent(of: above, from: stack[0].place, gutters: gutters).map { $0.y0 - 1 }
        let bottom = extent(of: below, from: stack[stack.count - 1].place, gutters: gutters).map { $0.y1 + 1 }
        let places = stack.map(\.place)
        return RuledGrid(
            rows: (top.map { [$0] } ?? []) + places + (bottom.map { [$0] } ?? []),
            columns: [stack[0].from] + gutters + [stack[0].to])
    }

    private func lines(of fragments: [Fragment]) -> [LayoutLine] { Reading.lines(of: fragments, page: page) }

    /// What the lines take, going away from a ruling, that leave the gutters white; nil when there are none or only
    /// one column of them.
    private func extent(of lines: some Sequence<LayoutLine>, from place: Float, gutters: [Float]) -> GlyphBox? {
        var box: GlyphBox?
        var columns: Set<Int> = []
        var isHeader = true
        for line in lines {
            let near = box ?? GlyphBox(x0: line.box.x0, y0: place, x1: line.box.x1, y1: place)
            let gap = max(line.box.y0 - near.y1, near.y0 - line.box.y1)
            let crosses = line.pieces.contains { piece in
                gutters.contains { piece.box.x0 < $0 - 1 && piece.box.x1 > $0 + 1 }
            }
            isHeader = isHeader && line.isBold
            // The words of two headers may stand as close as those of one.
            let goesOn = isHeader && columns.count > 1 && gap < widestLead * line.size
            guard !crosses || goesOn, gap < highestGap * line.size / 2 else { break }
            box = box.map { union($0, line.box) } ?? line.box
            columns.formUnion(line.pieces.map { piece in gutters.count { $0 < piece.box.x0 } })
        }
        return columns.count > 1 ? box : nil
    }

    private func union(_ a: GlyphBox, _ b: GlyphBox) -> GlyphBox {
        var box = a
        box.formUnion(b)
        return box
    }

    // MARK: Cells

    /// The table that fills a grid; nil when it has too few rows of several cells, as the boxes of a diagram have, or
    /// rows that nothing parts, or text beside it.
    func table(in grid: RuledGrid, after previous: RuledTable?) -> RuledTable? {
        var cells: [CellPlace: [Fragment]] = [:]
        var box = grid.box
        for fragment in fragments {
            if let cell = grid.cell(at: fragment.box) {
                cells[CellPlace(row: cell.row, columns: cell.columns), default: []].append(fragment)
                box.formUnion(fragment.box)
            } else if linesUp(fragment.box, grid.box) {
                return nil
            }
        }
        var rows: [TableRow] = []
        for (row, places) in Dictionary(grouping: cells.keys, by: \.row).sorted(by: { $0.key < $1.key }) {
            let filled = apart(places.map { ($0.columns, cells[$0]!) })
                .map { TableRow.Cell(columns: $0.columns, lines: lines(of: $0.fragments)) }
            if isSeveralRows(filled, of: grid) { return nil }
            rows.append(TableRow(cells: filled, bottom: grid.rows[row + 1]))
        }
        let parted = rows.filter { $0.cells.count > 1 }
        let table = RuledTable(box: box, rows: rows, columns: grid.columns)
        guard 2 * parted.count >= rows.count, parted.count >= (table.continues(previous) ? 1 : fewestRows) else {
            return nil
        }
        if grid.isOpen, 2 * parted.count(where: isUneven) < parted.count { return nil }
        return table
    }

    /// The cells of a row from the left; those that overlap, as rulings with corners make them, are one.
    private func apart(_ cells: [(columns: Range<Int>, fragments: [Fragment])])
        -> [(columns: Range<Int>, fragments: [Fragment])]
    {
        var result: [(columns: Range<Int>, fragments: [Fragment])] = []
        let sorted = cells.sorted {
            ($0.columns.lowerBound, $0.columns.upperBound) < ($1.columns.lowerBound, $1.columns.upperBound)
        }
        for cell in sorted {
            if let last = result.last, cell.columns.lowerBound < last.columns.upperBound {
                let end = max(last.columns.upperBound, cell.columns.upperBound)
                result[result.count - 1] = (last.columns.lowerBound..<end, last.fragments + cell.fragments)
            } else {
                result.append(cell)
            }
        }
        return result
    }

    /// Whether a row has cells of different length; columns of text are about equally long.
    private func isUneven(_ row: TableRow) -> Bool {
        let counts = row.cells.map(\.lines.count)
        let longest = counts.max() ?? 0
        return longest <= 2 || 2 * (counts.min() ?? 0) <= longest
    }

    private struct CellPlace: Hashable {
        var row: Int
        var columns: Range<Int>
    }

    /// Whether every cell goes on at most baselines at which one does, and none holds text that runs on from line to
    /// line: rows between which nothing is ruled.
    private func isSeveralRows(_ cells: [TableRow.Cell], of grid: RuledGrid) -> Bool {
        guard cells.count > 1, let fewest = cells.map(\.lines.count).min(), fewest > 2 else { return false }
        if cells.contains(where: { runsOn($0.lines, to: grid.columns[$0.columns.upperBound]) }) { return false }
        let baselines = cells.map { $0.lines.dropFirst().map(\.main.y1) }
        let longest = baselines.max { $0.count < $1.count } ?? []
        let shared = longest.count { place in
            baselines.allSatisfy { lines in lines.contains { abs($0 - place) < 2 } }
        }
        return Float(shared) >= sharedBaselines * Float(longest.count)
    }

    /// Whether most lines of a cell end where the next word had no room.
    private func runsOn(_ lines: [LayoutLine], to right: Float) -> Bool {
        let full = zip(lines, lines.dropFirst()).count { line, next in
            line.box.x1 + next.firstWordWidth + line.size > right
        }
        return 2 * full >= lines.count - 1
    }
}
