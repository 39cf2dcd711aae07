import Diagnostics

/// The plain texts of a row, by which written tables are compared with what they should say.
package func plainTexts(of row: [ReviewCell], in table: TableHead) -> [String] {
    zip(table.columns, row).map { $1.plainText(in: $0) }
}

extension TableHead {
    /// - Throws: ``FileError`` when the headings of a file are not those of the table.
    func check(headings: [String], path: String) throws {
        let expected = columns.map(\.heading)
        guard headings == expected else {
            throw FileError(path: path, message: "the headings are \(headings), expected \(expected)")
        }
    }

    /// - Throws: ``FileError`` when a row of a file does not have a cell for each column.
    func check(row: [String], path: String) throws {
        guard row.count == columns.count else {
            throw FileError(path: path, message: "a row has \(row.count) cells, expected \(columns.count)")
        }
    }
}
