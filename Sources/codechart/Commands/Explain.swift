import ArgumentParser
import Codebooks
import Coding
import Diagnostics
import DocumentModel
import Pipeline

struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show how a sentence is coded, and why not: codes, scores, rules, and the words that decided.",
        discussion: """
              codechart explain "Reluctance of some practices to share records" --under "Obstacles met in the first year"
              codechart explain report.pdf:3 "share records"        a passage of a document, found by page and words
              codechart explain report.pdf:3 "share records" --code theme.economic

            Each rule that held is shown with its weight and the author's expression, and carets under every word \
            that took part. Codes that did not reach their threshold are shown with what they lack. Where nothing is \
            assigned the nearest rules follow, with what kept them from holding; --why-not shows them for every code.

            DOCUMENT is a document of pipeline.yaml here (its path or its file name will do) or any file.
            """)

    @Argument(
        help: """
            The sentence, list item or table cell, - from standard input; or DOCUMENT:PAGE, with words of the passage \
            after it.
            """)
    var place: String

    @Argument(help: "Words of the passage as the document has them.")
    var words: String?

    @Option(help: "A heading above the sentence; several from the outermost to the innermost.")
    var under: [String] = []

    @Option(help: "The sentence that leads in its list, its box's title, or its column's header.")
    var leadIn: String?

    @Option(help: "The sentence before it.")
    var previous: String?

    @Option(
        help: "The kind of section that it stands in.",
        completion: .list(SectionKind.allCases.map(\.rawValue)))
    var section: SectionKind?

    @Flag(help: "Show every rule that nearly held, and what kept it from holding.")
    var whyNot = false

    @Option(help: "Show one code only, such as theme.economic, with every rule of it that did not hold.")
    var code: String?

    @Flag(help: "Print JSON: what `codechart code` gives, and the reasons of every rule that did not hold.")
    var json = false

    @OptionGroup var codebooks: CodebookSource

    func validate() throws {
        if words != nil, !under.isEmpty || leadIn != nil || previous != nil || section != nil {
            throw ValidationError("a passage of a document has its own heading, lead-in and section")
        }
    }

    func run() async throws {
        let books = try codebooks.load()
        let detail = try detail(books)
        let explainer = Explainer(books)
        if let words {
            for (number, found) in try await passages(with: words).enumerated() {
                if number > 0, !json { Terminal.print("") }
                show(explainer.explain(found.passage, where: detail.isWanted), detail, place: found.place)
            }
        } else {
            let passage = Passage(
                id: "1", text: onOneLine(try textOrStandardInput(place)), headings: under, leadIn: leadIn,
                previous: previous, section: section)
            show(explainer.explain(passage, where: detail.isWanted), detail, place: nil)
        }
    }

    private func show(_ explained: PassageExplanation, _ detail: ExplanationDetail, place: PassageOfDocument?) {
        if json { return Terminal.print(bytes: explained.json(detail, place: place)) }
        if let place { Terminal.print(PassageText(passage: explained.passage, place: place).text + "\n") }
        Terminal.print(Explanation(explained: explained, detail: detail).text)
    }

    private func detail(_ books: [Codebook]) throws -> ExplanationDetail {
        guard let code else { return whyNot ? .near : .brief }
        let known = books.flatMap { book in
            book.dimensions.flatMap { dimension in
                dimension.codes.map { CodeReference(dimension: dimension.id, code: $0.id) }
            }
        }
        if let reference = known.first(where: { "\($0.dimension).\($0.code)" == code }) { return .code(reference) }
        let names = known.map { "\($0.dimension).\($0.code)" }
        throw Failure(
            .usage,
            [
                .error(
                    "unknown-code", "no codebook has the code '\(code)'",
                    help: "write the dimension and the code with a dot between: " + names.joined(separator: ", "),
                    suggestion: nearestName(to: code, among: names))
            ])
    }

    // MARK: Passages of documents

    /// The passages of the document with the words, and where each stands.
    private func passages(with words: String) async throws -> [(passage: Passage, place: PassageOfDocument)] {
        let (name, page) = documentAndPage
        let corpus = try CorpusDocuments(named: name, configuration: "pipeline.yaml")
        var found: FoundPassages?
        let unread = try await corpus.forEach(
            progress: ProgressLine(isShown: false),
            transform: { findPassages(with: words, page: page, in: $0) }, body: { found = $1 })
        let path = corpus.files.first?.name.text ?? name
        guard let found else {
            try end(unread: unread)
            return []
        }
        guard case .passages(let passages) = found else { throw failure(found, words, path, page) }
        if let page, passages.allSatisfy({ $0.page != page }) {
            Terminal.show([.note("other-page", "these words do not stand on page \(page)")])
        }
        return passages.map { ($0.passage, PassageOfDocument(document: path, page: $0.page)) }
    }

    /// `report.pdf:3`; without a page all of them.
    private var documentAndPage: (name: String, page: Int?) {
        guard let colon = place.lastIndex(of: ":"), let page = Int(place[place.index(after: colon)...]), page > 0 else {
            return (place, nil)
        }
        return (String(place[..<colon]), page)
    }

    private func failure(_ found: FoundPassages, _ words: String, _ path: String, _ page: Int?) -> Failure {
        switch found {
        case .uncoded(let kind, let page):
            return Failure(
                .usage, "uncoded-block",
                "'\(words)' stands on page \(page) of \(path) in a block of kind \(kind.rawValue)",
                help: "passages are the sentences of paragraphs, list items and table cells; headings count as context")
        case .nearest(let nearest) where !nearest.isEmpty:
            let lines = nearest.map { "page \($0.page): " + shortened(showable($0.passage.text), to: 100) }
            return Failure(
                .usage, "no-passage", "no passage of \(path) has the words '\(words)'",
                help: "nearest:\n" + lines.map { "  " + $0 }.joined(separator: "\n"))
        case .nearest, .passages:
            return Failure(
                .usage, "no-passage", "no passage of \(path) has the words '\(words)'",
                help: "codechart extract \(path) shows what is read from it; a few words are enough")
        }
    }
}

/// A passage has no line breaks, and carets could not stand under several lines.
private func onOneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

extension SectionKind: ExpressibleByArgument {}
