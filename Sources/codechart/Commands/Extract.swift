import ArgumentParser
import Bibliography
import DocumentModel
import JSON
import Pipeline

struct Extract: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what is read from documents: text, structure, places.",
        discussion: """
            Reads each file in a contained worker process and prints it.

              codechart extract report.pdf                    the main text, a blank line between blocks
              codechart extract --format markdown page.html   with headings, lists and tables shown
              codechart extract --format json *.pdf           one JSON object a line: blocks, pages, boxes, offsets

            Exit code 3 when a file could not be read; its reason is on standard error.
            """)

    @Argument(help: "Files to read.", completion: .file())
    var files: [String]

    @Option(help: "How to print: text, json or markdown.")
    var format: Format = .text

    @Flag(help: "Also captions, tables, notes, references and furniture.")
    var everything = false

    @OptionGroup var reading: ReadingOptions

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, markdown
    }

    func run() async throws {
        let names = files.map { FileName($0) }
        var unread = false
        try await readDocuments(
            names.map { CorpusFile(name: $0, location: $0) }, jobs: reading.jobs, limits: reading.limits
        ) { outcome in
            unread = unread || !outcome.document.status.isRead
            show(outcome.document)
        }
        try CommandStatus.end(unread ? .incomplete : .done)
    }

    private func show(_ document: Document) {
        let path = document.source.path
        if format == .json {
            var json = JSONWriter()
            var described = document
            described.metadata = describe(document)
            described.write(to: &json)
            json.newline()
            Terminal.print(bytes: json.bytes)
        } else {
            if files.count > 1 { Terminal.print("==> \(path) <==\n") }
            let selection: BlockSelection = everything ? .everything : .main
            let text = format == .text ? document.plainText(selection) : document.markdown(selection)
            if !text.isEmpty { Terminal.print(files.count > 1 ? text + "\n" : text) }
        }
        if document.status != .ok {
            Terminal.error("\(path): \(document.status.name)")
        }
        Terminal.show(document.diagnostics)
    }
}
