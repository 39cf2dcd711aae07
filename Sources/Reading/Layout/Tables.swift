/// So many rows below each other make a table; two may be chance.
private let fewestRows = 3
/// Cells are parted by at least this gap, in ems.
private let cellGap: Float = 1.2
/// Edges this close, in points, are aligned.
private let alignment: Float = 3

/// Rows of a table found in a column.
struct TableRun {
    /// Lines of the column that it takes.
    var lines: Range<Int>
    /// Rows of cells of lines.
    var rows: [[[LayoutLine]]]
}

/// Runs of at least three lines of aligned cells. A line that continues one cell of the row above, standing
/// alone below it, belongs to that row.
func findTables(in column: [LayoutLine], context: LayoutContext) -> [TableRun] {
    var runs: [TableRun] = []
    var index = 0
    while index < column.count {
        let run = tableRun(in: column, from: index, context: context)
        if let run, run.rows.count >= fewestRows {
            runs.append(run)
            index = run.lines.upperBound
        } else {
            index += 1
        }
    }
    return runs
}

private func tableRun(in column: [LayoutLine], from start: Int, context: LayoutContext) -> TableRun? {
    var rows: [[[LayoutLine]]] = []
    var end = start
    while end < column.count {
        let line = column[end]
        if end > start, context.style.isParted(line, from: column[end - 1]), isFarther(line, than: column[end - 1]) {
            break
        }
        let cells = cells(of: line, context: context)
        if cells.count > 1, rows.isEmpty || isAligned(cells, with: rows[rows.count - 1]) {
            rows.append(cells.map { [$0] })
        } else if cells.count == 1, let last = rows.last, let cell = continuedCell(cells[0], of: last) {
            rows[rows.count - 1][cell].append(cells[0])
        } else {
            break
        }
        end += 1
    }
    return rows.isEmpty ? nil : TableRun(lines: start..<end, rows: rows)
}

/// Rows may stand wider apart than lines of text, but not by more than two lines.
private func isFarther(_ line: LayoutLine, than above: LayoutLine) -> Bool {
    line.main.y1 - above.main.y1 > 3 * line.size
}

/// The pieces of a line as cells; a list marker and its text are one.
private func cells(of line: LayoutLine, context: LayoutContext) -> [LayoutLine] {
    var groups: [[Fragment]] = []
    for piece in line.pieces {
        if let last = groups.last?.last, piece.box.x0 - last.box.x1 < cellGap * line.size {
            groups[groups.count - 1].append(piece)
        } else {
            groups.append([piece])
        }
    }
    if groups.count > 1, context.marker(of: line) != nil {
        groups[1] = groups[0] + groups[1]
        groups.removeFirst()
    }
    return groups.map { LayoutLine(page: line.page, pieces: $0) }
}

private func isAligned(_ cells: [LayoutLine], with row: [[LayoutLine]]) -> Bool {
    cells.dropFirst().contains { cell in
        row.dropFirst().contains { above in isAligned(cell.box, above[0].box) }
    }
}

private func isAligned(_ a: GlyphBox, _ b: GlyphBox) -> Bool {
    abs(a.x0 - b.x0) < alignment || abs(a.x1 - b.x1) < alignment || abs(a.x0 + a.x1 - b.x0 - b.x1) < 2 * alignment
}

/// The cell, other than the first, that a line alone below a row continues.
private func continuedCell(_ line: LayoutLine, of row: [[LayoutLine]]) -> Int? {
    row.indices.dropFirst().first { abs(row[$0][0].box.x0 - line.box.x0) < alignment }
}
