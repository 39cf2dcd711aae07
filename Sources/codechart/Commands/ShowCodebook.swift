import ArgumentParser
import Codebooks
import Pipeline

struct ShowCodebook: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print codebooks for people: definitions, when to use, rules in words, examples.",
        discussion: """
              codechart codebook show                                  Markdown of the codebooks of pipeline.yaml here
              codechart codebook show care.yaml --format html > codebook.html     a page to read and to print

            For the appendix of a methods section; the page needs no other file.
            """)

    @Argument(help: "Codebooks; else those of pipeline.yaml here.", completion: .file(extensions: ["yaml", "yml"]))
    var files: [String] = []

    @Option(help: "How to print: markdown or html.")
    var format: Format = .markdown

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case markdown, html
    }

    func run() throws {
        let paths = try files.isEmpty ? codebookFiles(ofConfiguration: "pipeline.yaml") : files
        // Each by itself: files that a person compares may have the same dimensions.
        let books = try paths.flatMap { try loadCodebooks([$0]) }
        switch format {
        case .markdown: Terminal.print(books.map { CodebookMarkdown(codebook: $0).text }.joined(separator: "\n\n"))
        case .html: Terminal.print(bytes: codebookPage(books))
        }
    }
}
