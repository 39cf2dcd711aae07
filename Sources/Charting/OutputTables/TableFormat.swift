/// A format that tables beside the chart are written in, and read back from.
///
/// A format is one file in a folder of its own and one line in ``all``.
package struct TableFormat: Sendable {
    /// As pipeline.yaml names it, and the extension of the files.
    package let name: String
    /// Whether all tables stand in one file.
    let sharesFile: Bool
    /// Whether people edit what was written.
    package let isEdited: Bool
    private let makeWriters: @Sendable ([TableHead], [String]) throws -> [any TableWriter]
    private let makeReader: @Sendable (TableHead, String) throws -> any TableReader

    package static let all: [TableFormat] = [.xlsx, .csv, .html, .markdown, .json, .word]

    package static func named(_ name: String) -> TableFormat? {
        all.first { $0.name == name }
    }

    /// A format that has one file for all tables.
    ///
    /// - Parameter writers: gets the tables and the path.
    init(
        sharedFile name: String, writers: @escaping @Sendable ([TableHead], String) throws -> [any TableWriter],
        reader: @escaping @Sendable (TableHead, String) throws -> any TableReader
    ) {
        self.name = name
        sharesFile = true
        isEdited = false
        makeWriters = { heads, paths in try paths.first.map { try writers(heads, $0) } ?? [] }
        makeReader = reader
    }

    /// A format with a file for each table.
    init(
        name: String, isEdited: Bool = false,
        writer: @escaping @Sendable (TableHead, String) throws -> any TableWriter,
        reader: @escaping @Sendable (TableHead, String) throws -> any TableReader
    ) {
        self.name = name
        self.isEdited = isEdited
        sharesFile = false
        makeWriters = { heads, paths in try zip(heads, paths).map(writer) }
        makeReader = reader
    }

    /// The name of the file that a table stands in.
    package func fileName(of table: TableHead) -> String {
        (sharesFile ? "tables." : table.id + ".") + name
    }

    /// Begins tables in new files, replacing what is there.
    ///
    /// - Parameter paths: of each table; the same for all of a format that has one file.
    /// - Throws: ``FileError`` when a file cannot be written.
    package func writers(of tables: [TableHead], paths: [String]) throws -> [any TableWriter] {
        try makeWriters(tables, paths)
    }

    /// Reads a written table from the file's bytes alone.
    ///
    /// - Throws: ``FileError`` when the file is no such table.
    package func reader(of table: TableHead, path: String) throws -> any TableReader {
        try makeReader(table, path)
    }
}

/// Writes one table: rows one at a time, then ``finish()``. Rows of several tables of one format may alternate; a file
/// is whole when all its tables are finished.
package protocol TableWriter: AnyObject {
    /// - Parameter row: a cell for each column.
    /// - Throws: ``FileError`` when the file cannot be written.
    func append(_ row: [ReviewCell]) throws
    /// - Throws: ``FileError`` when the file cannot be written.
    func finish() throws
}

/// Reads the rows of one table, one at a time.
package protocol TableReader: AnyObject {
    /// The next row as plain texts, one for each column; nil after the last.
    ///
    /// - Throws: ``FileError`` when the file is no such table.
    func next() throws -> [String]?
}
