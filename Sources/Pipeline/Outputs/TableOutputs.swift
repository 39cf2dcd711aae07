import Charting
import DocumentModel

/// Writes the tables beside the chart in every format of the chart.
struct TableOutputs {
    let settings: TableSettings
    let summary: ChartSummary
    private let project: Project
    /// Every table in every format, format by format; tables of one file name the same file.
    let all: [(table: ReviewTable, head: TableHead, format: TableFormat, file: OutputFile)]
    /// Those of the files that people edit.
    let editable: [EditableFile]

    init(project: Project, summary: ChartSummary, names: EditableFiles) {
        self.project = project
        self.summary = summary
        settings = project.tableSettings()
        let tables = ReviewTables(settings: settings, summary: summary)
        let heads = ReviewTable.allCases.map { (table: $0, head: tables.head(of: $0)) }
        var editable: [EditableFile] = []
        all = project.configuration.chart.formats.compactMap { TableFormat.named($0.name) }.flatMap { format in
            heads.map { table, head in
                let name = format.fileName(of: head)
                guard format.isEdited else { return (table, head, format, OutputFile(name, in: project.output)) }
                editable.append(names.file(name))
                return (table, head, format, editable[editable.count - 1].output)
            }
        }
        self.editable = editable
    }

    /// Each file once, table by table.
    var files: [OutputFile] {
        var known: Set<String> = []
        return ReviewTable.allCases.flatMap { table in all.filter { $0.table == table }.map(\.file) }
            .filter { known.insert($0.name).inserted }
    }

    /// The tables of these settings, before the first document.
    func emptyTables() -> ReviewTables {
        ReviewTables(settings: settings, summary: summary)
    }

    /// The order of documents in the tables: the chart's.
    func positions(in store: RunStore) throws -> [Int] {
        try store.positions(in: project.configuration.chart.sort)
    }

    /// What stands above the rows of a table.
    func head(of table: ReviewTable) -> TableHead { emptyTables().head(of: table) }

    /// Writes all files aside.
    ///
    /// - Returns: the rows of the tables of sums.
    func write(from store: RunStore) throws -> [ReviewTableRows] {
        let writers = try writers()
        func append(_ rows: ReviewTableRows) throws {
            for row in rows.rows {
                for (table, writer) in writers where table == rows.table { try writer.append(row) }
            }
        }
        var tables = emptyTables()
        for position in try positions(in: store) {
            try Task.checkCancellation()
            for rows in tables.add(try store.record(at: position).charted) { try append(rows) }
        }
        let sums = tables.closingRows()
        for rows in sums { try append(rows) }
        for (_, writer) in writers { try writer.finish() }
        return sums
    }

    /// A writer for each table in each format.
    private func writers() throws -> [(table: ReviewTable, writer: any TableWriter)] {
        var rest = all[...]
        var writers: [(table: ReviewTable, writer: any TableWriter)] = []
        while let format = rest.first?.format {
            let tables = rest.prefix { $0.format.name == format.name }
            rest = rest.dropFirst(tables.count)
            let ofFormat = try format.writers(of: tables.map(\.head), paths: tables.map(\.file.temporary.path))
            writers += zip(tables, ofFormat).map { ($0.table, $1) }
        }
        return writers
    }
}

extension DocumentRecord {
    /// The document as charting sees it.
    var charted: ChartedDocument {
        ChartedDocument(
            path: document.source.path, status: document.status, reason: reason, metadata: document.metadata,
            coded: coded)
    }
}
