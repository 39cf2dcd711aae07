import DocumentModel

/// Builds the rows of a data table, one block a row, cells parted by a tab.
struct TableBuilder {
    private var bytes: [UInt8] = []
    private var scalars = 0
    private var linkBytes = 0
    private var cells: [ReadCell] = []
    private var open: (isHeader: Bool, columns: Range<Int>)?
    private var hasDataRows = false
    /// For each column how many more rows a cell from above covers, counted before the row and after it.
    private var covered: [Int] = []
    private var coveredBelow: [Int] = []
    private var column = 0

    /// Beyond this column spans do not count: no table is wider, and hostile ones must not fill the memory.
    private static let lastColumn = 1000

    mutating func beginRow() {
        bytes.removeAll(keepingCapacity: true)
        scalars = 0
        linkBytes = 0
        cells = []
        column = 0
        coveredBelow = covered.map { max($0 - 1, 0) }
    }

    mutating func beginCell(isHeader: Bool, columnSpan: Int, rowSpan: Int) {
        while column < covered.count, covered[column] > 0 { column += 1 }
        let isWide = column + columnSpan > Self.lastColumn
        let columns = column..<(column + (isWide ? 1 : columnSpan))
        column = columns.upperBound
        open = (isHeader, columns)
        guard rowSpan > 1, !isWide else { return }
        if coveredBelow.count < column { coveredBelow += Array(repeating: 0, count: column - coveredBelow.count) }
        for index in columns { coveredBelow[index] = rowSpan - 1 }
    }

    mutating func endCell(_ text: CollapsedText) {
        guard let open else { return }
        if !cells.isEmpty {
            bytes.append(UInt8(ascii: "\t"))
            scalars += 1
        }
        let start = scalars
        bytes += text.bytes
        scalars += text.bytes.count { $0 & 0xC0 != 0x80 }
        linkBytes += text.linkBytes
        cells.append(ReadCell(start: start, end: scalars, isHeader: open.isHeader, columns: open.columns))
        self.open = nil
    }

    /// - Returns: nil for a row without text.
    mutating func endRow() -> (block: ReadBlock, linkShare: Double)? {
        covered = coveredBelow
        defer { beginRow() }
        guard cells.contains(where: { $0.start < $0.end }) else { return nil }
        // A lone header cell below data labels a group of rows; the columns keep their headers.
        if hasDataRows, cells.count == 1 { cells[0].isHeader = false }
        if cells.contains(where: { !$0.isHeader }) { hasDataRows = true }
        return (
            ReadBlock(kind: .tableRow, text: String(decoding: bytes, as: UTF8.self), cells: cells),
            Double(linkBytes) / Double(bytes.count)
        )
    }
}
