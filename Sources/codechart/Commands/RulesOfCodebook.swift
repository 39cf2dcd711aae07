import ArgumentParser
import Codebooks
import Coding
import Diagnostics
import DocumentModel
import Evaluation
import Pipeline

struct RulesOfCodebook: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "Show what each rule does over the corpus: how often it holds, and with which others.",
        discussion: """
            Codes the documents of pipeline.yaml here, as the last run left them or read anew, and counts for each \
            rule the passages and documents in which it holds.

              codechart codebook rules --dead              rules that hold nowhere
              codechart codebook rules --overlap           pairs of rules of one code that hold in the same passages
              codechart codebook rules --conflicts         rules of codes that exclude each other and both reach
              codechart codebook rules --sections          rules that 'in' or 'not in' keep out of most of a document
              codechart codebook rules --gold gold.ndjson  how often each is right, every passage where it is not, what
                                                           would change without it

            Exit code 3 when a document could not be read; what is found changes no exit code.
            """)

    @Flag(help: "List only rules that hold nowhere.")
    var dead = false

    @Flag(help: "List pairs of rules of one code that hold in the same passages, with how much they share.")
    var overlap = false

    @Flag(help: "List rules of two codes in passages where both codes reach their threshold and one is assigned.")
    var conflicts = false

    @Flag(
        help: """
            List rules that 'in' or 'not in' keep out of more than half of a document, and how much text of each \
            document stands in an unknown section.
            """)
    var sections = false

    @Option(
        parsing: .upToNextOption, help: "Gold NDJSON to judge rules by; several files are taken together.",
        completion: .file(extensions: ["ndjson", "jsonl"]))
    var gold: [String] = []

    @Option(help: "How to print: text, csv or json.")
    var format: Format = .text

    @OptionGroup var codebooks: CodebookSource

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, csv, json
    }

    func validate() throws {
        if format == .csv, [overlap, conflicts, sections].count(where: \.self) > 1 {
            throw ValidationError("a CSV file has one table: choose --overlap, --conflicts or --sections")
        }
    }

    func run() async throws {
        let books = try codebooks.load()
        let judges = gold.isEmpty ? [] : try await GoldFiles(gold, books).passages
        let precision = gold.isEmpty ? [] : rulePrecision(of: books, in: judges)
        let removals = gold.isEmpty ? [] : ruleRemovals(of: books, in: judges)
        let corpus = try CorpusDocuments(configuration: "pipeline.yaml")
        let coder = PassageCoder(books)
        var tally = RuleTally(books)
        var sectionTally = SectionTally(books)
        let progress = ProgressLine(isShown: true)
        let unread = try await corpus.forEach(
            progress: progress, transform: { codedPassages(of: $0, with: coder) },
            body: { path, passages in
                tally.beginDocument()
                sectionTally.beginDocument(path)
                for coded in passages {
                    sectionTally.add(coded.passage)
                    tally.add(
                        coded.codes, PassageMention(document: path, page: coded.page, text: coded.passage.text))
                }
            })
        progress.clear()
        let report = RuleReport(tally: tally, sections: sectionTally, precision: precision, removals: removals)
        let asked = RuleReport.Parts(dead: dead, overlap: overlap, conflicts: conflicts, sections: sections)
        switch format {
        case .text: Terminal.print(report.text(asked))
        case .csv: Terminal.print(bytes: Array(report.csv(asked).utf8))
        case .json: Terminal.print(report.json)
        }
        try end(unread: unread)
    }
}
