import ArgumentParser
import Codebooks
import Diagnostics
import Evaluation
import Foundation
import Pipeline

struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compare what codebooks code with what people coded.",
        discussion: """
            Gold is NDJSON: passages with "codes", an object a line. Without --gold: the gold that pipeline.yaml here \
            names, and its minimum. A metric is dimension.metric or dimension.code.metric, such as theme.macro_f1 or \
            category.barrier.recall. Exit code 1 when a minimum is not met.
            """)

    @Option(help: "Gold NDJSON; several are taken together.", completion: .file(extensions: ["ndjson", "jsonl"]))
    var gold: [String] = []

    @Option(parsing: .upToNextOption, help: "The least agreement, such as theme.macro_f1=0.7; several.")
    var minimum: [String] = []

    @OptionGroup var codebooks: CodebookSource

    func run() throws {
    }
}
