import ArgumentParser
import Charting
import Codebooks
import Coding
import Diagnostics
import DocumentModel
import Foundation
import JSON
import Pipeline

struct Kwic: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show every hit of an expression in the corpus with the words around it.",
        discussion: """
            Looks into the passages of the documents of pipeline.yaml here, or of the files named, and prints a line \
            for each hit: document and page, then the text with the hit in one column (keyword in context).

              codechart kwic 'lack* NEAR/4 (fund* OR money)'
              codechart kwic '$trouble' --sort right --width 60        $names are those of the codebooks
              codechart kwic 'shared vision' --format csv report.pdf
              codechart kwic - < expression.txt

            Documents come from the last run where their files are still the same; others are read. Totals are on \
            standard error. Exit code 3 when a document could not be read.
            """)

    @Argument(
        help: """
            An expression, as rules and databases have them; mind the shell: put it into single quotes. - reads it \
            from standard input.
            """)
    var expression: String

    @Argument(help: "Files to search; else the documents of pipeline.yaml here.", completion: .file())
    var files: [String] = []

    @Option(help: "Cells of text on each side of the hit; what fits on the terminal, or 40, unless given.")
    var width: Int?

    @Option(help: "The order of lines: corpus, left (words before the hit, the nearest first) or right (words after).")
    var sort: ConcordanceOrder = .corpus

    @Option(help: "How to print: text, csv or json (an object a line).")
    var format: Format = .text

    @OptionGroup var codebooks: CodebookSource

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, csv, json
    }

    func validate() throws {
        if let width, !(1...1000).contains(width) { throw ValidationError("--width takes a number from 1 to 1000") }
    }

    func run() async throws {
        let search = try search()
        let corpus = try files.isEmpty ? CorpusDocuments(configuration: "pipeline.yaml") : CorpusDocuments(paths: files)
        let paths = corpus.files.map(\.name.text)
        let layout = ConcordanceLayout(paths: paths, width: width, columns: Terminal.columns)
        let printer = ConcordancePrinter(format: format, layout: layout)
        var kept: [(path: String, line: ConcordanceLine)] = []
        var total = (hits: 0, documents: 0)
        let context = layout.context
        printer.begin()
        let progress = ProgressLine(isShown: isatty(STDOUT_FILENO) == 0 || sort != .corpus)
        let unread = try await corpus.forEach(
            progress: progress,
            transform: { concordance(of: search, in: $0, context: context) },
            body: { path, lines in
                total.hits += lines.count
                total.documents += lines.isEmpty ? 0 : 1
                if sort == .corpus {
                    for line in lines { printer.print(path, line) }
                } else {
                    kept += lines.map { (path, $0) }
                }
            })
        progress.clear()
        for (path, line) in sort.sorted(kept) { printer.print(path, line) }
        Terminal.error(
            "\(counted(total.hits, "hit")) in \(total.documents) of \(counted(paths.count - unread.count, "document"))")
        try end(unread: unread)
    }

    private func search() throws -> ExpressionSearch {
        let hasConfiguration = FileManager.default.fileExists(atPath: "pipeline.yaml")
        let books = files.isEmpty || hasConfiguration || !codebooks.files.isEmpty ? try codebooks.load() : []
        var names = NamedExpressions()
        for book in books { names.add(NamedExpressions(book.terms)) }
        let text = try textOrStandardInput(self.expression)
        let (expression, diagnostics) = readExpression(text, names: names)
        guard let expression else { throw Failure(.usage, diagnostics, sources: ["expression": text]) }
        Terminal.show(diagnostics, sources: ["expression": text])
        return ExpressionSearch(expression, language: books.first?.language ?? "en")
    }
}

/// Lists the documents that could not be read and ends the command with the status that says so.
func end(unread: [UnreadDocument]) throws {
    for document in unread { Terminal.error("not read: \(document.path): \(document.status.name): \(document.reason)") }
    try CommandStatus.end(unread.isEmpty ? .done : .incomplete)
}

/// `1 hit`, `2 hits`.
func counted(_ count: Int, _ thing: String) -> String { "\(count) \(thing)\(count == 1 ? "" : "s")" }

/// In which order the lines of a concordance stand.
enum ConcordanceOrder: String, ExpressibleByArgument, CaseIterable {
    case corpus, left, right

    /// By the words beside the hit, folded to lower case; equal ones stay in corpus order.
    func sorted(_ lines: [(path: String, line: ConcordanceLine)]) -> [(path: String, line: ConcordanceLine)] {
        let keys = lines.map { words($0.line) }
        return lines.indices.sorted { first, second in
            keys[first] == keys[second] ? first < second : keys[first].lexicographicallyPrecedes(keys[second])
        }.map { lines[$0] }
    }

    private func words(_ line: ConcordanceLine) -> [String] {
        let text = self == .left ? line.left : line.right
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        return self == .left ? words.reversed() : words
    }
}
