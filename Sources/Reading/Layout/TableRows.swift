/// A row of a table: its cells that are not empty, from left to right.
struct TableRow {
    struct Cell {
        /// 0-based columns of the table that it covers.
        var columns: Range<Int>
        /// From the top.
        var lines: [LayoutLine]
    }
    var cells: [Cell]
    /// Bottom of its lowest line.
    var bottom: Float
}

/// A gutter between columns of a table is at least so wide, in ems.
private let narrowestGutter: Float = 0.4
/// A gutter may be crossed by this share of the lines: headers and subtitles that span columns.
let crossingShare: Float = 0.125
/// Tables wider than this, in points, are no tables.
private let widestTable: Float = 5000
/// Rows stand this many times as far apart as the lines of one cell, where white parts them.
private let partingPitch: Float = 1.3
/// Lines of one cell stand at most so many ems apart; where most rows have one line, their distance is that of rows.
private let widestPitch: Float = 1.4
/// White parts the rows of a table when it stands above this share of its lines or more.
private let partingShare: Float = 0.15
/// Numbers in a table have at most so many characters.
private let charactersOfNumber = 16

/// The rows of a table: lines over its whole width, cut into cells at white that runs down the table, and joined
/// where a cell goes on in the next line.
/// - Parameter lines: of the table's cells, in any order, of one page.
func tableRows(of lines: [LayoutLine], in context: LayoutContext) -> [TableRow] {
    guard let page = lines.first?.page else { return [] }
    let lines = Reading.lines(of: lines.flatMap(\.pieces), page: page)
    let gutters = columnGutters(between: lines)
    var builder = TableRowBuilder(lines: lines, gutters: gutters, context: context)
    for index in lines.indices { builder.add(index) }
    return builder.rows
}

/// How many rows, from the first, head a table: those set in bold or in another font than most of it.
func headerCount(of rows: [TableRow], in context: LayoutContext) -> Int {
    guard rows.count > 1 else { return 0 }
    let mostHeaders = 3
    let bold = rows.prefix(mostHeaders + 1).prefix { row in row.cells.allSatisfy { $0.lines.allSatisfy(\.isBold) } }
    return bold.count > mostHeaders || bold.isEmpty ? 1 : bold.count
}

/// The middles of the white strips that run down a table, from left to right.
/// - Parameter crossing: share of the lines that may cross a gutter.
func columnGutters(between lines: [LayoutLine], crossing: Float = crossingShare) -> [Float] {
    let left = lines.reduce(Float.infinity) { min($0, $1.box.x0) }
    let right = lines.reduce(-Float.infinity) { max($0, $1.box.x1) }
    guard right - left > 1, right - left < widestTable, lines.count > 1 else { return [] }
    // How many lines cover each point.
    var coverage = [Int](repeating: 0, count: Int(right - left) + 2)
    for line in lines {
        for piece in line.pieces {
            let begin = Int(max(0, piece.box.x0 - left))
            coverage[begin] += 1
            coverage[min(coverage.count - 1, max(begin, Int(piece.box.x1 - left)))] -= 1
        }
    }
    let allowed = lines.count < 4 || crossing == 0 ? 0 : max(1, Int(Float(lines.count) * crossing))
    let em = lines.map(\.size).sorted()[lines.count / 2]
    var gutters: [Float] = []
    var covered = 0
    var start: Int?
    for (x, change) in coverage.dropLast().enumerated() {
        covered += change
        if covered <= allowed {
            if start == nil { start = x }
        } else if let begin = start {
            if begin > 0, Float(x - begin) >= narrowestGutter * em { gutters.append(left + Float(begin + x) / 2) }
            start = nil
        }
    }
    return gutters
}

private struct TableRowBuilder {
    private let lines: [LayoutLine]
    private let gutters: [Float]
    private let context: LayoutContext
    private(set) var rows: [TableRow] = []
    /// Distance of the lines of one cell.
    private let pitch: Float
    private let hasPartedRows: Bool

    init(lines: [LayoutLine], gutters: [Float], context: LayoutContext) {
        self.lines = lines
        self.gutters = gutters
        self.context = context
        let pitches = zip(lines.dropFirst(), lines).map { $0.main.y1 - $1.main.y1 }.filter { $0 > 0 }.sorted()
        let em = lines.map(\.size).sorted()[lines.count / 2]
        pitch = pitches.isEmpty ? 0 : min(pitches[pitches.count / 4], widestPitch * em)
        let limit = partingPitch * pitch
        hasPartedRows = Float(pitches.count { $0 > limit }) >= partingShare * Float(pitches.count)
    }

    mutating func add(_ index: Int) {
        let cells = cells(of: lines[index])
        if index > 0, continues(cells, at: index) {
            append(cells, of: lines[index])
        } else {
            rows.append(TableRow(cells: cells, bottom: lines[index].box.y1))
        }
    }

    private mutating func append(_ cells: [TableRow.Cell], of line: LayoutLine) {
        var row = rows[rows.count - 1]
        for cell in cells {
            if let same = row.cells.firstIndex(where: { $0.columns.overlaps(cell.columns) }) {
                row.cells[same].lines += cell.lines
            } else {
                row.cells.append(cell)
            }
        }
        row.cells.sort { $0.columns.lowerBound < $1.columns.lowerBound }
        row.bottom = max(row.bottom, line.box.y1)
        rows[rows.count - 1] = row
    }

    /// Whether a line goes on in the cells of the row above it.
    private func continues(_ cells: [TableRow.Cell], at index: Int) -> Bool {
        let isParted = lines[index].main.y1 - lines[index - 1].main.y1 > partingPitch * pitch
        if isParted { return false }
        let others = cells.filter { $0.columns.lowerBound > 0 }
        let numbers = others.count { isNumber($0.lines[0]) }
        guard let first = cells.first, first.columns.lowerBound == 0 else {
            // A label of several lines stands beside the middle of its row.
            if rows[rows.count - 1].cells.allSatisfy({ $0.columns == 0..<1 }) { return true }
            // The first cell spans rows, or the others go on.
            return hasPartedRows
                ? 2 * numbers <= others.count || others.count == 1
                : others.contains(where: beginsLowercase)
                    || others.count == 1
        }
        if !others.isEmpty, 2 * numbers >= others.count, !beginsInside(first) { return false }
        return hasPartedRows || beginsInside(first)
    }

    private func beginsLowercase(_ cell: TableRow.Cell) -> Bool { isLowercase(context.firstScalar(of: cell.lines[0])) }

    /// Whether a cell begins as the middle of a phrase does.
    private func beginsInside(_ cell: TableRow.Cell) -> Bool {
        let first = context.firstScalar(of: cell.lines[0])
        return isLowercase(first) || first == 0x28 || first == 0x5B
    }

    /// A short cell that begins with a digit, a sign or a dash.
    private func isNumber(_ line: LayoutLine) -> Bool {
        let first = context.firstScalar(of: line)
        return line.count <= charactersOfNumber && !isLetter(first) && first != 0x28
    }

    private func cells(of line: LayoutLine) -> [TableRow.Cell] {
        var cells: [(columns: Range<Int>, pieces: [Fragment])] = []
        for piece in line.pieces {
            // What reaches over a gutter by less than an em does not stand in the next column.
            let first = gutters.count { $0 < piece.box.x0 + 0.3 * piece.size }
            let last = max(first, gutters.count { $0 < piece.box.x1 - piece.size })
            if let open = cells.last, open.columns.upperBound > first {
                cells[cells.count - 1].columns = open.columns.lowerBound..<max(open.columns.upperBound, last + 1)
                cells[cells.count - 1].pieces.append(piece)
            } else {
                cells.append((first..<last + 1, [piece]))
            }
        }
        return cells.map { TableRow.Cell(columns: $0.columns, lines: [LayoutLine(page: line.page, pieces: $0.pieces)]) }
    }
}
