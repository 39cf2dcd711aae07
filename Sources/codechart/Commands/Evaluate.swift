import ArgumentParser
import Evaluation
import Pipeline

struct Evaluate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compare what codebooks code with what people coded.",
        discussion: """
            Gold is what people coded: NDJSON of passages with "codes", and the other forms of Documentation/Gold.md. \
            Without --gold: the gold that pipeline.yaml here names, first what rules are developed on, then what \
            figures are reported on, which minimum and baseline are held against.

            A metric is dimension.metric or dimension.code.metric (Documentation/Agreement.md says what they mean):

              codechart evaluate --gold gold.ndjson --minimum theme.macro_f1=0.7 category.barrier.recall=0.6
              codechart evaluate --baseline agreement.json --update-baseline
              codechart evaluate --by document --report text html=agreement.html junit=agreement.xml

            Exit code 1 when a minimum is not met or agreement fell below the baseline.
            """)

    @Option(
        parsing: .upToNextOption, help: "Gold; several files are taken together.",
        completion: .file(extensions: ["ndjson", "jsonl", "csv", "ann", "qdpx"]))
    var gold: [String] = []

    @Option(parsing: .upToNextOption, help: "The least agreement, such as theme.macro_f1=0.7; several.")
    var minimum: [String] = []

    @Option(help: "Also in parts: document, section, coder, or rule (how often each rule is right).")
    var by: Part?

    @Flag(help: "List where each piece of gold that names a document was found in it.")
    var showAlignment = false

    @OptionGroup var options: EvaluationOptions

    @OptionGroup var codebooks: CodebookSource

    enum Part: String, ExpressibleByArgument, CaseIterable {
        case document, section, coder, rule
    }

    func run() async throws {
        let minimums = try minimum.map(parsedMinimum)
        let books = try codebooks.load()
        var evaluation = try GoldEvaluation(gold: gold, minimums: minimums, options: options)
        evaluation.grouping = by.flatMap { Grouping(rawValue: $0.rawValue) }
        evaluation.showsRules = by == .rule
        evaluation.showsAlignment = showAlignment
        try CommandStatus.end(try await evaluation.run(books))
    }
}
