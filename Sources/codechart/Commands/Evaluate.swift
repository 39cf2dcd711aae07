import ArgumentParser
import Codebooks
import Diagnostics
import Evaluation
import Foundation
import Pipeline
import YAML

struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compare what codebooks code with what people coded.",
        discussion: """
            Gold is NDJSON: passages with "codes", an object a line. Without --gold: the gold that pipeline.yaml here \
            names, first what rules are developed on, then what figures are reported on, which the minimum is held \
            against. A metric is dimension.metric or dimension.code.metric:

              codechart evaluate --gold gold.ndjson --minimum theme.macro_f1=0.7 category.barrier.recall=0.6

            Exit code 1 when a minimum is not met.
            """)

    @Option(
        parsing: .upToNextOption, help: "Gold NDJSON; several files are taken together.",
        completion: .file(extensions: ["ndjson", "jsonl"]))
    var gold: [String] = []

    @Option(parsing: .upToNextOption, help: "The least agreement, such as theme.macro_f1=0.7; several.")
    var minimum: [String] = []

    @OptionGroup var codebooks: CodebookSource

    func run() throws {
        let minimums = try minimum.map(parsedMinimum)
        let books = try codebooks.load()
        guard gold.isEmpty else {
            return try CommandStatus.end(compare(try goldPassages(gold, books), books, minimums))
        }
        let settings = try evaluationSettings("pipeline.yaml")
        let wanted = minimums.isEmpty ? settings.minimum : minimums
        // Rules are tuned on the one and judged by the other: pooled, they would flatter the codebook.
        let isJudgedByReport = !settings.report.isEmpty
        var statuses: [ExitStatus] = []
        for (name, files) in [("develop", settings.develop), ("report", settings.report)] where !files.isEmpty {
            Terminal.print("gold to \(name): \(files.joined(separator: ", "))\n")
            let isJudge = (name == "report") == isJudgedByReport
            statuses.append(try compare(try goldPassages(files, books), books, isJudge ? wanted : []))
        }
        if statuses.isEmpty { throw noGold }
        try CommandStatus.end(.gravest(statuses))
    }

    private func compare(_ gold: [GoldPassage], _ books: [Codebook], _ minimums: [Minimum]) throws -> ExitStatus {
        let coder = PassageCoder(books)
        let result = agreement(of: gold, with: gold.map { coder.code($0.passage) }, codebooks: books)
        Terminal.print(result.textReport)
        let checked = check(minimums, against: result)
        if !checked.unknown.isEmpty { throw Failure(.usage, checked.unknown) }
        Terminal.show(checked.unmet)
        return checked.unmet.isEmpty ? .done : .gate
    }

    private func parsedMinimum(_ text: String) throws -> Minimum {
        let parts = text.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let value = thousandths(String(parts[1])), (-1000...1000).contains(value) else {
            throw Failure(
                .usage, "bad-minimum", "'\(text)' is no minimum",
                help: "write it as theme.macro_f1=0.7, with a number that the metric can reach")
        }
        return Minimum(metric: String(parts[0]), thousandths: value)
    }
}
