import Tables

extension TableFormat {
    /// RFC 4180, as ``ChartFormat/csv``: the first record has the headings.
    static let csv = TableFormat(
        name: "csv", writer: { try CSVTableWriter($0, path: $1) }, reader: { try CSVTableReader($0, path: $1) })
}

private final class CSVTableWriter: TableWriter {
    private let output: FileOutput
    private let table: TableHead

    init(_ table: TableHead, path: String) throws {
        output = try FileOutput(path: path)
        self.table = table
        try output.write(csvRecord(table.columns.map(\.heading)))
    }

    func append(_ row: [ReviewCell]) throws {
        try output.write(csvRecord(plainTexts(of: row, in: table)))
    }

    func finish() throws {
        try output.close()
    }
}

private final class CSVTableReader: TableReader {
    private var records: CSVRecords
    private let table: TableHead
    private let path: String

    init(_ table: TableHead, path: String) throws {
        records = CSVRecords(try FileInput(path: path))
        self.table = table
        self.path = path
        try table.check(headings: try records.next() ?? [], path: path)
    }

    func next() throws -> [String]? {
        guard let record = try records.next() else { return nil }
        try table.check(row: record, path: path)
        return record
    }
}
