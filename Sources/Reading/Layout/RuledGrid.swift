/// The rows and columns into which rulings part an area of a page.
struct RuledGrid {
    /// From the top, first and last the edges of the table.
    let rows: [Float]
    /// From left to right, first and last the edges of the table.
    let columns: [Float]
    /// What is ruled inside it; where columns are not ruled, they are parted all the way down.
    private let level: [Ruling]
    private let upright: [Ruling]?

    /// Rulings that meet may miss each other by this, in points.
    static let tolerance: Float = 4
    /// Rows and columns have room for a line and a letter, in points.
    private static let lowestRow: Float = 7
    private static let narrowestColumn: Float = 7

    /// - Parameters:
    ///   - frame: of the table.
    ///   - level: all rulings of the page, from the top.
    init(frame: GlyphBox, level: [Ruling], upright: [Ruling]) {
        func isNear(_ place: Float, _ other: Float) -> Bool { abs(place - other) <= Self.tolerance }
        func isInside(_ place: Float, _ from: Float, _ to: Float) -> Bool {
            from - Self.tolerance <= place && place <= to + Self.tolerance
        }
        let within = level.filter {
            isInside($0.place, frame.y0, frame.y1) && isInside($0.from, frame.x0, frame.x1)
                && isInside($0.to, frame.x0, frame.x1)
        }
        // A stroke of a letter does not reach from one level ruling to another.
        let inside = upright.filter { ruling in
            func meets(_ end: Float) -> Bool {
                within.contains { isNear($0.place, end) && isInside(ruling.place, $0.from, $0.to) }
            }
            return isInside(ruling.place, frame.x0, frame.x1) && meets(ruling.from) && meets(ruling.to)
        }
        let sides = [frame.x0, frame.x1] + inside.map(\.place)
        // What underlines a word does not reach from column to column.
        self.level = within.filter { ruling in
            sides.contains { isNear($0, ruling.from) } && sides.contains { isNear($0, ruling.to) }
        }
        self.upright = inside
        rows = Self.edges(frame.y0, frame.y1, between: self.level, apart: Self.lowestRow)
        columns = Self.edges(frame.x0, frame.x1, between: inside, apart: Self.narrowestColumn)
    }

    /// A table that is ruled between its rows only.
    /// - Parameters:
    ///   - rows: edges of the rows, from the top.
    ///   - columns: edges of the columns, from the left.
    init(rows: [Float], columns: [Float]) {
        self.rows = rows
        self.columns = columns
        level = rows.map { Ruling(place: $0, from: columns[0], to: columns[columns.count - 1]) }
        upright = nil
    }

    private static func edges(_ first: Float, _ last: Float, between rulings: [Ruling], apart: Float) -> [Float] {
        var edges = [first]
        for place in rulings.map(\.place).sorted()
        where place - edges[edges.count - 1] >= apart && last - place >= apart {
            edges.append(place)
        }
        return edges + [last]
    }

    /// Whether only white parts its columns.
    var isOpen: Bool { upright == nil }

    var box: GlyphBox {
        GlyphBox(x0: columns[0], y0: rows[0], x1: columns[columns.count - 1], y1: rows[rows.count - 1])
    }

    /// The cell that holds the middle of a fragment: its first row and its columns. Nil outside the table.
    func cell(at box: GlyphBox) -> (row: Int, columns: Range<Int>)? {
        let middle = ((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)
        guard var row = rows.lastIndex(where: { $0 <= middle.1 }), row < rows.count - 1,
            let column = columns.lastIndex(where: { $0 <= middle.0 }), column < columns.count - 1
        else { return nil }
        var first = column
        while first > 0, !isParted(leftOf: first, row: row) { first -= 1 }
        var end = column + 1
        while end < columns.count - 1, !isParted(leftOf: end, row: row) { end += 1 }
        let center = (columns[first] + columns[end]) / 2
        while row > 0, !isParted(above: row, at: center) { row -= 1 }
        return (row, first..<end)
    }

    private func isParted(leftOf column: Int, row: Int) -> Bool {
        guard let upright else { return true }
        let middle = (rows[row] + rows[row + 1]) / 2
        return upright.contains { abs($0.place - columns[column]) < Self.narrowestColumn && $0.covers(middle) }
    }

    private func isParted(above row: Int, at x: Float) -> Bool {
        level.contains { abs($0.place - rows[row]) < Self.lowestRow && $0.covers(x) }
    }
}
