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
            names, and its minimum. A metric is dimension.metric or dimension.code.metric:

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
        let settings = gold.isEmpty ? try evaluationSettings("pipeline.yaml") : nil
        let minimums = minimum.isEmpty && gold.isEmpty ? settings?.minimum ?? [] : try minimum.map(parsedMinimum)
        let books = try codebooks.load()
        let passages = try goldPassages(gold.isEmpty ? settings?.gold ?? [] : gold, books)
        let coder = PassageCoder(books)
        let result = agreement(of: passages, with: passages.map { coder.code($0.passage) }, codebooks: books)
        Terminal.print(result.textReport)
        let checked = check(minimums, against: result)
        if !checked.unknown.isEmpty { throw Failure(.usage, checked.unknown) }
        Terminal.show(checked.unmet)
        try CommandStatus.end(checked.unmet.isEmpty ? .done : .gate)
    }

    /// - Throws: a `Failure` when a file cannot be read, or names codes that the codebooks do not have.
    private func goldPassages(_ files: [String], _ books: [Codebook]) throws -> [GoldPassage] {
        var passages: [GoldPassage] = []
        var diagnostics: [Diagnostic] = []
        for file in files {
            guard let data = FileManager.default.contents(atPath: file) else {
                throw Failure(.usage, "unreadable-file", "the gold '\(file)' cannot be read")
            }
            let (read, found) = readGold(String(decoding: data, as: UTF8.self), file: file)
            let (named, unknown) = resolved(read, with: books)
            passages += named
            diagnostics += found + unknown
        }
        if diagnostics.hasErrors { throw Failure(.usage, diagnostics) }
        if passages.isEmpty {
            throw Failure(
                .usage, "no-gold", "there is no gold to compare with",
                help: "name a file with --gold, or in pipeline.yaml under evaluate: gold:")
        }
        Terminal.show(diagnostics)
        return passages
    }

    private func parsedMinimum(_ text: String) throws -> Minimum {
        let parts = text.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let value = thousandths(String(parts[1])) else {
            throw ValidationError("'\(text)' is no minimum: write it as theme.macro_f1=0.7")
        }
        return Minimum(metric: String(parts[0]), thousandths: value)
    }
}
