import ArgumentParser
import Decisions
import Diagnostics
import Pipeline

struct Decide: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read decisions back from the list of items.",
        discussion: """
            A run writes items.xlsx and items.csv: one row an item, with tinted columns for what you decide. Fill in \
            accept, reject or edit (with other codes, a new quote or a short wording), add rows of your own (add, with \
            document, quote and codes), save the file in any spreadsheet program, and

              codechart decide out/items.xlsx --by "A. Reviewer" --date 2026-05-17

            puts them into decisions.ndjson beside pipeline.yaml, a line a decision, for git. Every later run applies \
            them, whatever becomes of the codebook and of the way documents are read, and lists those that it cannot. \
            With an error, which names sheet, row and column, nothing is written.
            """)

    @Argument(help: "The list: .xlsx or .csv.", completion: .file(extensions: ["xlsx", "csv"]))
    var file: String

    @Option(help: "The configuration of the run.", completion: .file(extensions: ["yaml", "yml"]))
    var config = "pipeline.yaml"

    @Option(help: "Who decided.")
    var by: String?

    @Option(help: "When: 2026-05-17.")
    var date: String?

    @Flag(help: "It was decided without having seen the machine's codes.")
    var blind = false

    func validate() throws {
        if let date, (try? /\d{4}-\d{2}-\d{2}/.wholeMatch(in: date)) == nil {
            throw ValidationError("--date takes a day as 2026-05-17")
        }
    }

    func run() throws {
        let project = try Project(file: config)
        let decided = try project.decide(file, by: Reviewer(by: by, date: date, isBlind: blind))
        Terminal.show(project.diagnostics + decided.diagnostics)
        Terminal.print(decided.text)
        Terminal.print("written     \(project.decisionsFile)")
    }
}
