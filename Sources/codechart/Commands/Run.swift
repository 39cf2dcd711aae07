import ArgumentParser
import Foundation
import JSON
import Pipeline

struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read the corpus, code it, and write the chart.",
        discussion: """
            Reads every document that pipeline.yaml names in contained worker processes, codes it, and writes the \
            chart, the tables beside it, report.html with its plots, codings.jsonl, references.csv, the list of items \
            to check (items.xlsx, items.csv) and run.json into the output folder. What people decided \
            (decisions.ndjson, see `codechart decide`) is applied. Every statement that is written is read back and \
            held against its document, and every figure against the others; outputs are put in place only when all of \
            them are right.

            The same inputs give the same bytes; a file whose bytes would not change is not touched.
            """)

    @Option(help: "The configuration of the run.", completion: .file(extensions: ["yaml", "yml"]))
    var config = "pipeline.yaml"

    @Option(name: .shortAndLong, help: "Worker processes; as many as processors unless given.")
    var jobs: Int?

    @Flag(help: "Leave the paragraphs around the quotes out of report.html, so that it can be passed on.")
    var share = false

    @Flag(help: "Print the summary as JSON on standard output.")
    var json = false

    @Flag(help: "No progress and no summary; only what went wrong.")
    var quiet = false

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1") }
    }

    func run() async throws {
        let project = try Project(file: config)
        Terminal.show(project.diagnostics)
        let progress = ProgressLine(isShown: !quiet && !json)
        let summary = try await PipelineRun(project, jobs: jobs, quotesOnly: share).run(progress: progress)
        progress.clear()
        if json {
            Terminal.print(summary.jsonText)
        } else if !quiet {
            Terminal.print(summary.text)
        } else {
            for line in summary.unreadLines { Terminal.error(line) }
        }
        for line in (summary.decisions?.looseLines ?? []) + summary.keptLines { Terminal.error(line) }
        for finding in summary.findings.prefix(shownFindings) {
            let statement = finding.statement.isEmpty ? "" : "\"\(finding.statement)\" "
            Terminal.error("error: \(finding.document): \(statement)\(finding.problem)")
        }
        if !summary.findings.isEmpty {
            Terminal.error(
                "error: verification failed (\(summary.findings.count) findings): the outputs were not put in place")
        }
        try CommandStatus.end(summary.exitStatus)
    }
}

/// Enough to see what they have in common; the count says how many more there are.
private let shownFindings = 20
