import Bibliography
import Codebooks
import Coding
import Diagnostics
import DocumentModel

/// What happens to a document after reading, in this order; a stage is one file elsewhere plus one line here.
struct DocumentStages: Sendable {
    private let stages: [any DocumentStage]

    init(project: Project) {
        let chart = project.configuration.chart
        stages = [
            DescribeStage(references: project.references),
            CodeStage(
                coder: DocumentCoder(
                    codebooks: project.codebooks, categoryDimension: chart.category.text,
                    themeDimension: chart.theme.text)),
            WitnessStage(),
        ]
    }

    /// The record of a document that a worker read, with what every stage found out.
    func record(of outcome: WorkerOutcome) -> DocumentRecord {
        var record = DocumentRecord(document: outcome.document, letters: outcome.letters, coded: CodedDocument())
        for stage in stages { stage.apply(to: &record) }
        return record
    }
}

/// A function from a record to a fuller record.
protocol DocumentStage: Sendable {
    func apply(to record: inout DocumentRecord)
}

/// Bibliographic fields: what the document says of itself, then what a reference list says.
private struct DescribeStage: DocumentStage {
    let references: ReferenceIndex

    func apply(to record: inout DocumentRecord) {
        record.document.metadata = describe(record.document)
        let (metadata, match) = references.reconcile(record.document)
        record.document.metadata = metadata
        record.document.diagnostics += match.findings
        record.match = match
    }
}

/// Codings: only of documents that could be read.
private struct CodeStage: DocumentStage {
    let coder: DocumentCoder

    func apply(to record: inout DocumentRecord) {
        guard record.document.status.isRead else { return }
        record.coded = coder.code(record.document)
    }
}

/// Statements whose letters the page does not have as they stand: layout has mixed them up (the words of a
/// diagram, two columns of a table), so they are no quotes and do not stand in the chart.
struct WitnessStage: DocumentStage {
    static let reason = "not on the page as quoted"

    func apply(to record: inout DocumentRecord) {
        var check = StatementCheck(record.document, letters: record.letters)
        for index in record.coded.codings.indices {
            let coding = record.coded.codings[index]
            if coding.charted == .yes, !check.standsOnItsPages(coding) {
                record.coded.codings[index].charted = .no(reason: Self.reason)
            }
        }
    }
}
