import Charting
import DocumentModel

/// Writes the tables beside the chart in every format of the chart.
struct TableOutputs {
    let settings: TableSettings
    let summary: ChartSummary
    private let project: Project
    private let formats: [TableFormat]
    /// What stands above the rows of each table.
    private let heads: [TableHead]

    init(project: Project, summary: ChartSummary) {
        self.project = project
        self.summary = summary
        settings = project.tableSettings()
        formats = project.configuration.chart.formats.compactMap { TableFormat.named($0.name) }
        let tables = ReviewTables(settings: settings, summary: summary)
        heads = ReviewTable.allCases.map { tables.head(of: $0) }
    }

    /// Every table in every format; tables of one file name the same file.
    var all: [(table: ReviewTable, head: TableHead, format: TableFormat, file: OutputFile)] {
        formats.flatMap { format in
            zip(ReviewTable.allCases, heads).map { table, head in
                (table, head, format, OutputFile(project.output.appendingPathComponent(format.fileName(of: head))))
            }
        }
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

    /// Writes all files aside.
    func write(from store: RunStore) throws {
        var writers: [[ReviewTable: any TableWriter]] = []
        for format in formats {
            let paths = heads.map {
                OutputFile(project.output.appendingPathComponent(format.fileName(of: $0))).temporary.path
            }
            let tables = zip(ReviewTable.allCases, try format.writers(of: heads, paths: paths))
            writers.append(Dictionary(uniqueKeysWithValues: tables.map { ($0, $1) }))
        }
        func append(_ rows: ReviewTableRows) throws {
            for row in rows.rows {
                for format in writers { try format[rows.table]?.append(row) }
            }
        }
        var tables = emptyTables()
        for position in try positions(in: store) {
            try Task.checkCancellation()
            for rows in tables.add(try store.record(at: position).charted) { try append(rows) }
        }
        for rows in tables.closingRows() { try append(rows) }
        for format in writers {
            for table in ReviewTable.allCases { try format[table]?.finish() }
        }
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
