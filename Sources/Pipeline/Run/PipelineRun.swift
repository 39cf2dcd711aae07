import Bibliography
import Diagnostics
import DocumentModel
import Foundation

/// A run: read → describe → code → store → chart → verify → put in place.
package struct PipelineRun: Sendable {
    private let project: Project
    private let jobs: Int?

    /// - Parameter jobs: worker processes; nil is as many as processors.
    package init(_ project: Project, jobs: Int? = nil) {
        self.project = project
        self.jobs = jobs
    }

    /// Runs the pipeline.
    ///
    /// Outputs are put in place only when every statement in them has been verified; else they are left
    /// aside and the summary has findings.
    ///
    /// - Throws: a ``Failure``, or `CancellationError`; a document's trouble is never thrown.
    package func run(progress: any RunProgress) async throws -> RunSummary {
        do {
            let store = try RunStore(in: project.folder.appendingPathComponent(".codechart"))
            var summary = SummaryBuilder(references: project.references)
            try await read(into: store, summary: &summary, progress: progress)
            try Task.checkCancellation()
            progress.writing()
            let outputs = try RunOutputs(project: project, store: store)
            try outputs.write()
            var verification = OutputVerification(outputs)
            let (checked, findings) = try verification.run()
            let written = findings.isEmpty ? try outputs.commit() : []
            return summary.finished(outputs: written, verified: checked, findings: findings)
        } catch let failure as Failure {
            throw failure
        } catch let error as CancellationError {
            throw error
        } catch {
            throw Failure(.internalError, "failed", "\(error)")
        }
    }

    private func read(
        into store: RunStore, summary: inout SummaryBuilder, progress: any RunProgress
    ) async throws {
        let stages = DocumentStages(project: project)
        let settings = project.configuration.read
        let limits = WorkerLimits(deadline: .seconds(settings.deadline), memory: settings.memory)
        var done = 0
        try await readAsTheyCome(project.corpus, jobs: jobs, limits: limits) { position, outcome in
            let record = stages.record(of: outcome)
            try store.add(record, at: position)
            summary.add(record, at: position)
            done += 1
            progress.read(record.document.source.path, done: done, of: project.corpus.count)
        }
    }
}
