import ArgumentParser
import Codebooks
import Diagnostics
import DocumentModel
import Evaluation
import Foundation
import Pipeline

struct Suggest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Suggest terms for a code, from gold passages that the codebook misses.",
        discussion: """
            Compares the passages that people gave the code and the codebook does not with those that people did not \
            give it, and prints the words, beginnings of words and phrases that tell them apart, as a rule to paste \
            below the code's other rules. Words that a rule of the code holds for already are left out.

              codechart suggest theme.economic
              codechart suggest economic --gold Corpus/gold/develop.ndjson --limit 10

            'gain' counts passages that would get the code rightly, 'cost' those that would get it wrongly, each term \
            as a rule by itself. 'held out' counts them only where the term is also suggested without the documents \
            that the passages are from: a term that gains nothing there has been seen in one place and may be chance.

            Without --gold: the gold to develop on that pipeline.yaml here names. Gold to report on is refused, for \
            figures on gold that rules were made from say nothing of other documents.
            """)

    @Argument(help: "The code, as theme.economic; its name alone if no other code has it.")
    var code: String

    @Option(
        parsing: .upToNextOption, help: "Gold to look into; several files are taken together.",
        completion: .file(extensions: ["ndjson", "jsonl"]))
    var gold: [String] = []

    @Option(help: "How many terms to suggest at most.")
    var limit = 20

    @Option(help: "How to print: yaml, or json with the passages of each term.")
    var format: Format = .yaml

    @OptionGroup var codebooks: CodebookSource

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case yaml, json
    }

    func validate() throws {
        if !(1...1000).contains(limit) { throw ValidationError("--limit takes a number from 1 to 1000") }
    }

    func run() async throws {
        let books = try codebooks.load()
        let reference = try reference(of: code, in: books)
        let passages = try await GoldFiles(try goldToDevelop(), books).passages
        let suggestions = suggestTerms(
            for: reference, codebooks: books, gold: passages, settings: SuggestionSettings(limit: limit))
        let report = SuggestionReport(suggestions, gold: passages, codebooks: books)
        switch format {
        case .yaml: Terminal.print(bytes: Array(report.yaml.utf8))
        case .json: Terminal.print(report.json)
        }
    }

    private func goldToDevelop() throws -> [String] {
        let hasConfiguration = FileManager.default.fileExists(atPath: "pipeline.yaml")
        guard hasConfiguration || gold.isEmpty else { return gold }
        let settings = try GoldSettings(configuration: "pipeline.yaml")
        let report = Set(settings.report.map(realPath))
        if let refused = gold.first(where: { report.contains(realPath($0)) }) {
            throw Failure(
                .usage, "report-gold", "'\(refused)' is gold to report on: no rule may be made from it",
                help: settings.develop.isEmpty
                    ? "name other gold in pipeline.yaml under evaluate: gold: develop:"
                    : "gold to develop on: " + settings.develop.joined(separator: ", "))
        }
        let files = gold.isEmpty ? settings.develop : gold
        if files.isEmpty { throw noGold }
        return files
    }

    private func realPath(_ path: String) -> String {
        URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
    }
}

/// The code of a dimension of passages that a person named by dimension and code, or by the code alone.
func reference(of name: String, in books: [Codebook]) throws -> CodeReference {
    let known = books.flatMap(\.dimensions).filter { $0.unit == .passage }.flatMap { dimension in
        dimension.codes.map { CodeReference(dimension: dimension.id, code: $0.id) }
    }
    let names = known.map { "\($0.dimension).\($0.code)" }
    if let number = names.firstIndex(of: name) { return known[number] }
    let alone = known.indices.filter { known[$0].code == name }
    if alone.count == 1 { return known[alone[0]] }
    throw Failure(
        .usage,
        [
            .error(
                alone.isEmpty ? "unknown-code" : "ambiguous-code",
                alone.isEmpty ? "no codebook has the code '\(name)'" : "several dimensions have a code '\(name)'",
                help: "codes: " + (alone.isEmpty ? names : alone.map { names[$0] }).joined(separator: ", "),
                suggestion: alone.isEmpty ? nearestName(to: name, among: names + known.map(\.code)) : nil)
        ])
}
