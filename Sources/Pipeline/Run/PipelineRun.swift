import Bibliography
import Diagnostics
import DocumentModel
import Foundation

/// A run: read → describe → code → store → chart → verify → put in place.
package struct PipelineRun: Sendable {
    private let project: Project
    private let jobs: Int?
    private let quotesOnly: Bool

    /// - Parameters:
    ///   - jobs: worker processes; nil is as many as processors.
    ///   - quotesOnly: whether the report leaves out the paragraphs around the quotes.
    package init(_ project: Project, jobs: Int? = nil, quotesOnly: Bool = false) {
        self.project = project
        self.jobs = jobs
        self.quotesOnly = quotesOnly
    }

    /// Runs the pipeline.
    ///
    /// Outputs are put in place only when every statement in them has been verified; else the earlier ones
    /// stay as they are and the summary has findings.
    ///
    /// - Throws: a ``Failure``, or `CancellationError`; a document's trouble is never thrown.
    package func run(progress: any RunProgress) async throws -> RunSummary {
        do {
            let work = project.folder.appendingPathComponent(".codechart")
            let lock = try RunLock(in: work)
            defer { withExtendedLifetime(lock) {} }
            let store = try RunStore(in: work, reading: readingKey(project.configuration.read))
            var summary = SummaryBuilder()
            let (matches, documents) = try await read(into: store, summary: &summary, progress: progress)
            try Task.checkCancellation()
            let decisions = try decide(documents, in: store, summary: &summary)
            progress.writing()
            let reconciliation = project.reconciliation(of: matches)
            let outputs = try RunOutputs(
                project: project, store: store, reconciliation: reconciliation, decisions: decisions,
                quotesOnly: quotesOnly)
            defer { outputs.removeTemporaryFiles() }
            var verification = OutputVerification(outputs)
            return try writing(project.output) {
                try outputs.write()
                let (checked, findings) = try verification.run()
                try Task.checkCancellation()
                let written = findings.isEmpty ? try outputs.commit() : []
                return summary.finished(
                    outputs: written, kept: findings.isEmpty ? outputs.kept : [], reconciliation: reconciliation,
                    verified: checked, findings: findings)
            }
        } catch let failure as Failure {
            throw failure
        } catch let error as CancellationError {
            throw error
        } catch {
            throw Failure(.internalError, "failed", "\(error)")
        }
    }

    /// Applies what people decided.
    ///
    /// - Returns: nil when there is nothing to apply.
    private func decide(
        _ documents: [DecidedDocument], in store: RunStore, summary: inout SummaryBuilder
    ) throws -> DecisionSummary? {
        guard var pass = DecisionPass(project, store: store) else { return nil }
        try pass.run(over: documents, counts: &summary)
        summary.add(pass.summary)
        return pass.summary
    }

    /// Reads all documents.
    ///
    /// - Returns: what was found for each in the reference lists, and what it is, in corpus order.
    private func read(
        into store: RunStore, summary: inout SummaryBuilder, progress: any RunProgress
    ) async throws -> (matches: [DocumentMatch], documents: [DecidedDocument]) {
        let stages = DocumentStages(project: project)
        let plan = ReadPlan(project.configuration.read, jobs: jobs)
        var done = 0
        var matches = [DocumentMatch?](repeating: nil, count: project.corpus.count)
        var documents = [DecidedDocument?](repeating: nil, count: project.corpus.count)
        try await readAsTheyCome(
            project.corpus, plan, transform: stages.record(of:)
        ) { position, record in
            try store.add(record, at: position)
            summary.add(record, at: position)
            matches[position] = record.match
            documents[position] = DecidedDocument(record.document)
            done += 1
            progress.read(record.document.source.path, done: done, of: project.corpus.count)
        }
        return (matches.compactMap(\.self), documents.compactMap(\.self))
    }
}
