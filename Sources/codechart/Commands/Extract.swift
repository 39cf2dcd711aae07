import ArgumentParser
import Bibliography
import DocumentModel
import Foundation
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
              codechart extract --overlay pictures *.pdf      each page as PNG, with the blocks and their order on it
              codechart extract --ocr scan.pdf                the words of pages that are images, by tesseract

            Exit code 3 when a file could not be read; its reason is on standard error.
            """)

    @Argument(help: "Files to read.", completion: .file())
    var files: [String]

    @Option(help: "How to print: text, json or markdown.")
    var format: Format = .text

    @Flag(help: "Also captions, tables, notes, references and furniture.")
    var everything = false

    @Option(
        help: ArgumentHelp(
            "Draw each page of a PDF into this folder, as NAME-PAGE.png, with its blocks, their kinds and order.",
            valueName: "dir"),
        completion: .directory)
    var overlay: String?

    @OptionGroup var reading: ReadingOptions

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, markdown
    }

    func run() async throws {
        let corpus = files.map { CorpusFile(name: FileName($0), location: FileName($0)) }
        var plan = reading.plan
        plan.overlay = try overlay.map { try OverlayFolder(URL(fileURLWithPath: $0), files: corpus) }
        var unread = false
        try await readDocuments(corpus, plan) { outcome in
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
