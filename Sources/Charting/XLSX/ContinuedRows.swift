import Diagnostics

/// The rows of a sheet, each with the rows that go on with it.
struct ContinuedRows {
    private var rows: ChartSheetRows
    /// Index of the column that holds the marks.
    private let markColumn: Int
    private let path: String
    private var ahead: [String]?

    init(_ rows: ChartSheetRows, markColumn: Int, path: String) {
        self.rows = rows
        self.markColumn = markColumn
        self.path = path
    }

    /// The next rows that belong together; nil after the last.
    ///
    /// Marks alone decide: two documents can be shown with the same path.
    /// - Throws: ``FileError`` when one of the rows is missing or out of order.
    mutating func next() throws -> [[String]]? {
        guard let first = try ahead ?? rows.next() else { return nil }
        guard mark(of: first) == nil else { throw outOfOrder }
        var group = [first]
        var count = 1
        ahead = try rows.next()
        while let row = ahead, let mark = mark(of: row) {
            if group.count == 1 { count = mark.count }
            guard mark == ContinuationMark(row: group.count + 1, count: count) else { throw outOfOrder }
            group.append(row)
            ahead = try rows.next()
        }
        guard group.count == count else { throw outOfOrder }
        return group
    }

    private func mark(of row: [String]) -> ContinuationMark? {
        ContinuationMark(row[markColumn])
    }

    private var outOfOrder: FileError {
        FileError(path: path, message: "a continuation row is missing or out of order")
    }
}
