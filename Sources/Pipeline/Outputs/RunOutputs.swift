import Bibliography
import Charting
import Decisions
import DocumentModel
import Evaluation
import Foundation
import JSON

/// Writes the outputs of a run: the chart and the tables beside it in every format, the report with its plots,
/// codings.jsonl, references.csv, the list of items and run.json.
///
/// Each file is written aside and put in place whole, one document at a time.
struct RunOutputs {
    let project: Project
    let store: RunStore
    let settings: ChartSettings
    let summary: ChartSummary
    /// report.html and the plots; nil when the chart is not asked for as a page.
    let report: ReportOutputs?
    let tables: TableOutputs
    /// The chart of every format that was asked for.
    let charts: [(format: ChartFormat, file: OutputFile)]
    /// The files that people edit: charts, tables and lists of items.
    private let editable: [EditableFile]
    private let reconciliation: Reconciliation?
    private let decisions: DecisionSummary?
    private let items: ItemsOutput
    /// nil without an audit of this chart.
    private let audit: AuditRecord?

    /// - Parameters:
    ///   - reconciliation: nil for a run without reference lists.
    ///   - decisions: nil for a run that applies none.
    ///   - quotesOnly: whether the report leaves out the paragraphs around the quotes.
    init(
        project: Project, store: RunStore, reconciliation: Reconciliation? = nil, decisions: DecisionSummary? = nil,
        quotesOnly: Bool = false
    ) throws {
        self.project = project
        self.store = store
        self.reconciliation = reconciliation
        self.decisions = decisions
        settings = project.chartSettings()
        audit = try project.auditOfChart(in: store)
        var summary = try store.totals()
        summary.audit = audit?.sentence
        self.summary = summary
        report = ReportOutputs(project: project, chart: settings, summary: summary, quotesOnly: quotesOnly)
        let names = EditableFiles(project)
        tables = TableOutputs(project: project, summary: summary, names: names)
        items = ItemsOutput(project, settings: settings, names: names)
        var editedCharts: [EditableFile] = []
        charts = project.configuration.chart.formats.map { format in
            let name = "chart." + format.name
            guard format.isEdited else { return (format, OutputFile(name, in: project.output)) }
            editedCharts.append(names.file(name))
            return (format, editedCharts[editedCharts.count - 1].output)
        }
        editable = editedCharts + tables.editable + items.files
    }

    /// Files that people had edited, which stay as they are.
    var kept: [KeptFile] { editable.compactMap(\.kept) }

    /// One coded passage a line.
    var codings: OutputFile { OutputFile("codings.jsonl", in: project.output) }

    /// Files and records beside each other; a person fills in a copy of it.
    private var references: OutputFile { OutputFile(referencesName, in: project.output) }

    /// Versions, and the digest of every input.
    var run: OutputFile { OutputFile("run.json", in: project.output) }

    /// Writes all files aside; ``commit()`` puts them in place once they are verified.
    func write() throws {
        try FileManager.default.createDirectory(at: project.output, withIntermediateDirectories: true)
        let report = try writeCharts()
        let sums = try tables.write(from: store)
        try report?.finish(tables: ReportSection.tables(head: tables.head(of:), sums: sums))
        let documents = try writeCodings()
        let loose = Set(decisions?.loose.map(\.decision.anchor.id) ?? [])
        try items.write(from: store, summary: summary, loose: loose)
        if let reconciliation { try OutputStream.write(referencesCSV(reconciliation), to: references.temporary) }
        try OutputStream.write(
            runJSON(
                project: project, documents: documents, editable: editable.map(\.record), decisions: decisions,
                audit: audit,
                hasCheckedItems: summary.checked > 0),
            to: run.temporary)
    }

    /// All files, in the order in which they are listed.
    private var files: [OutputFile] {
        charts.map(\.file) + tables.files + (report?.files ?? []) + [codings]
            + (reconciliation == nil ? [] : [references]) + items.files.map(\.output) + [run]
    }

    /// Puts all files in place.
    ///
    /// - Returns: their paths, to open from where the user named pipeline.yaml.
    func commit() throws -> [String] {
        let files = files
        for file in files { try file.commit() }
        let folder = project.path(project.configuration.output) as NSString
        return files.map { folder.appendingPathComponent($0.name) }
    }

    /// Removes what was not put in place.
    func removeTemporaryFiles() {
        for file in files { try? FileManager.default.removeItem(at: file.temporary) }
    }

    /// The row of a document, as every chart shows it.
    func row(_ record: DocumentRecord) -> ChartRow {
        chartRow(record.charted, settings: settings)
    }

    /// Writes the charts.
    ///
    /// - Returns: the report with all documents, to be ended.
    private func writeCharts() throws -> ReportOutputs.Writing? {
        let writers = try charts.map { chart in
            try chart.format.writer(path: chart.file.temporary.path, settings: settings, summary: summary)
        }
        let report = try report?.writing()
        for position in try store.positions(in: project.configuration.chart.sort) {
            try Task.checkCancellation()
            let record = try store.record(at: position)
            let row = row(record)
            for writer in writers { try writer.append(row) }
            try report?.append(row, of: record.document)
        }
        for writer in writers { try writer.finish() }
        return report
    }

    /// codings.jsonl in corpus order.
    ///
    /// - Returns: the documents for run.json, from the same pass.
    private func writeCodings() throws -> [RunDocument] {
        let lines = try OutputStream(codings.temporary)
        var documents: [RunDocument] = []
        var json = JSONWriter()
        for position in try store.positions(in: .listed) {
            let record = try store.record(at: position)
            documents.append(RunDocument(record.document))
            for coding in record.coded.codings {
                coding.write(to: &json)
                json.newline()
            }
            try lines.write(json.bytes)
            json.removeAll()
        }
        try lines.close()
        return documents
    }
}
