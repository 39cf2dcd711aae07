import ArgumentParser
import Codebooks
import DocumentModel
import Pipeline

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show how a sentence is coded: codes, scores, rules, and the words that decided.",
        discussion: """
            codechart explain "Reluctance of some practices to share records" --under "Obstacles met in the first year"

            Each rule that held is shown with its weight and the author's expression, and carets under every word \
            that took part. Codes that did not reach their threshold are shown with what they lack.
            """)

    @Argument(help: "The sentence, list item or table cell.")
    var text: String

    @Option(help: "A heading above it; several from the outermost to the innermost.")
    var under: [String] = []

    @Option(help: "The sentence that leads in its list, its box's title, or its column's header.")
    var leadIn: String?

    @Option(help: "The sentence before it.")
    var previous: String?

    @Option(
        help: "The kind of section that it stands in.",
        completion: .list(SectionKind.allCases.map(\.rawValue)))
    var section: SectionKind?

    @OptionGroup var codebooks: CodebookSource

    func run() throws {
        let books = try codebooks.load()
        let passage = Passage(
            id: "1", text: onOneLine(text), headings: under, leadIn: leadIn, previous: previous, section: section)
        let codes = PassageCoder(books).code(passage)
        Terminal.print(Explanation(passage: passage, codes: codes, codebooks: books).text)
    }
}

/// A passage has no line breaks, and carets could not stand under several lines.
private func onOneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

extension SectionKind: ExpressibleByArgument {}
