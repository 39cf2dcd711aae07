import Charting
import Diagnostics

/// Reads the written tables back, those in the report too, compares each cell with what the stored documents give, and holds the tables against
/// each other and against the chart.
struct TableVerification {
    private let outputs: RunOutputs
    private var written: [WrittenTable] = []
    private var check: TableCheck
    private var findings: [VerificationFinding] = []

    /// - Throws: a ``FileError`` when a written file cannot be read.
    init(_ outputs: RunOutputs) throws {
        self.outputs = outputs
        check = TableCheck(settings: outputs.tables.settings, summary: outputs.summary)
        written = try outputs.tables.all.map { table, head, format, file in
            WrittenTable(
                table: table, head: head, name: file.name,
                reader: try format.reader(of: head, path: file.temporary.path))
        }
        if let page = outputs.report?.page {
            let tables = ReviewTable.allCases.filter(\.hasSums).map { (table: $0, head: outputs.tables.head(of: $0)) }
            let readers = try reportTables(tables.map(\.head), path: page.temporary.path)
            written += zip(tables, readers).map { table, reader in
                WrittenTable(table: table.table, head: table.head, name: page.name, reader: reader)
            }
        }
    }

    /// What is wrong, with both figures.
    ///
    /// - Throws: a ``FileError`` when a written file cannot be read.
    mutating func run() throws -> [VerificationFinding] {
        var tables = outputs.tables.emptyTables()
        for position in try outputs.tables.positions(in: outputs.store) {
            try Task.checkCancellation()
            let record = try outputs.store.record(at: position)
            check.add(outputs.row(record))
            for rows in tables.add(record.charted) { try compare(rows) }
        }
        for rows in tables.closingRows() { try compare(rows) }
        for table in written where try table.reader?.next() != nil {
            findings.append(VerificationFinding(document: table.name, statement: "", problem: "has a row too many"))
        }
        findings += check.disagreements().map {
            VerificationFinding(document: $0.table, statement: "", problem: "has " + $0.problem)
        }
        return findings
    }

    private mutating func compare(_ rows: ReviewTableRows) throws {
        check.add(rows)
        for index in written.indices where written[index].table == rows.table {
            for row in rows.rows {
                if let finding = try written[index].difference(from: row) { findings.append(finding) }
            }
        }
    }
}

/// A table in a written file.
private struct WrittenTable {
    let table: ReviewTable
    let head: TableHead
    /// Of the file.
    let name: String
    /// nil after the first difference: what follows it may only be shifted.
    private(set) var reader: (any TableReader)?

    init(table: ReviewTable, head: TableHead, name: String, reader: any TableReader) {
        self.table = table
        self.head = head
        self.name = name
        self.reader = reader
    }

    /// Where the next row of the file is not what it should be.
    mutating func difference(from row: [ReviewCell]) throws -> VerificationFinding? {
        guard let reader else { return nil }
        let expected = plainTexts(of: row, in: head)
        let place = "of " + expected.prefix(head.frozenColumns).map { "‘\(abbreviated($0))’" }.joined(separator: ", ")
        guard let found = try reader.next() else {
            self.reader = nil
            return VerificationFinding(document: name, statement: "", problem: "lacks the row " + place)
        }
        for (column, texts) in zip(head.columns, zip(found, expected)) where !texts.0.utf8.elementsEqual(texts.1.utf8) {
            self.reader = nil
            let problem =
                "has ‘\(abbreviated(texts.0))’ in the column ‘\(column.heading)’ \(place), not ‘\(abbreviated(texts.1))’"
            return VerificationFinding(document: name, statement: "", problem: problem)
        }
        return nil
    }
}
