import ArgumentParser
import Diagnostics
import Evaluation
import Foundation
import Pipeline

struct Audit: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure the errors of the chart: draw passages to check blind, read the answers, show the rates.",
        discussion: """
            Draws items of the chart of the last run and passages that are not in it, and writes them as a list that \
            does not say which is which:

              codechart audit --n 200 --seed 7              draws; writes audit.xlsx and audit.json
              codechart audit audit.xlsx --by "A. Reviewer"  reads the answers and shows the rates
              codechart audit                               shows them again

            Write the codes of each passage into the tinted cells, 'none' where it has none, and save the list in any \
            spreadsheet program. Begin at the top: the rows are in an order of chance, and those that you have done \
            count. audit.json, beside pipeline.yaml, keeps what was drawn, what the chart had, and the \
            answers: do not look into it while you code.

            Documents are drawn in proportion to their passages, and some passages of each, so that every passage of \
            the list stands for a known number of others: precision and recall are those of the whole chart, with \
            95 % intervals. The next run quotes them in run.json and in the captions, as long as the chart is the same.
            """)

    @Argument(help: "The list with the answers: .xlsx or .csv.", completion: .file(extensions: ["xlsx", "csv"]))
    var file: String?

    @Option(name: .customLong("n"), help: "Draw so many passages, half of them items of the chart.")
    var count: Int?

    @Option(help: "Another seed draws other passages.")
    var seed: Int = 1

    @Option(help: "Passages of a document that are drawn together.")
    var take: Int = 3

    @Option(help: "Who answered.")
    var by: String?

    @Option(help: "Where the list is written.", completion: .file(extensions: ["xlsx"]))
    var output = "audit.xlsx"

    @Option(help: "The configuration of the run.", completion: .file(extensions: ["yaml", "yml"]))
    var config = "pipeline.yaml"

    func validate() throws {
        if let count, !(2...100_000).contains(count) { throw ValidationError("--n takes a number from 2 to 100000") }
        if !(1...1000).contains(take) { throw ValidationError("--take takes a number from 1 to 1000") }
        if count != nil, file != nil { throw ValidationError("either draw with --n or read a list") }
        if file != nil, (by ?? "").allSatisfy(\.isWhitespace) { throw ValidationError("--by says who answered") }
    }

    func run() throws {
        let project = try Project(file: config)
        if let count {
            try draw(count, for: project)
        } else if let file {
            let (audit, diagnostics) = try project.takeAudit(file, by: by ?? "")
            Terminal.show(diagnostics)
            Terminal.print(audit.textReport)
            Terminal.print("\nwritten  \(project.auditFile)")
        } else if let audit = try project.audit() {
            Terminal.print(audit.textReport)
        } else {
            throw Failure(.usage, "no-audit", "no audit was drawn", help: "codechart audit --n 200 draws one")
        }
    }

    private func draw(_ count: Int, for project: Project) throws {
        if let old = try project.audit(), old.people > 0 {
            throw Failure(
                .usage, "audit-exists", "'\(project.auditFile)' has answers of an audit",
                help: "move it away to draw another")
        }
        // A list that somebody may have begun to fill in.
        if FileManager.default.fileExists(atPath: output) {
            throw Failure(
                .usage, "file-exists", "'\(output)' is there already",
                help: "move it away, or name another with --output")
        }
        let audit = try project.drawAudit(count, take: take, seed: seed)
        try writeCodingSheets(
            audit.rows.map(\.passage), form: project.codingForm, title: "Audit: \(project.configuration.title)",
            notes: ["Then: codechart audit \(output) --by \"your name\""], to: output)
        try replaceFile(project.auditFile, with: audit.json)
        Terminal.print(
            "\(counted(audit.rows.count, "passage")) to code, of \(audit.design.charted.population) items of the chart "
                + "and \(audit.design.rest.population) other passages")
        Terminal.print("written  \(output)\nwritten  \(project.auditFile)")
    }
}
