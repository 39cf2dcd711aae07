import ArgumentParser
import Codebooks
import Coding
import Diagnostics
import DocumentModel
import JSON
import Pipeline

struct DiffCodebooks: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Show what changed from one codebook to another, in words or over the corpus.",
        discussion: """
              codechart codebook diff old.yaml new.yaml               codes, rules, terms, texts, word by word
              codechart codebook diff old.yaml new.yaml --corpus      codings gained and lost, with the passages
              git show HEAD:care.yaml > old.yaml; codechart codebook diff old.yaml care.yaml --corpus

            What goes by another id and says the same is renamed, neither lost nor gained. --corpus codes the documents \
            of pipeline.yaml here with both, as the last run left them or read anew.

            Differences change no exit code: 0, or 3 when a document could not be read.
            """)

    @Argument(help: "The codebook as it was.", completion: .file(extensions: ["yaml", "yml"]))
    var old: String

    @Argument(help: "The codebook as it is.", completion: .file(extensions: ["yaml", "yml"]))
    var new: String

    @Flag(help: "Code the corpus with both and show the passages whose codes differ.")
    var corpus = false

    @Option(help: "How to print: text or json.")
    var format: Format = .text

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    func run() async throws {
        // Each by itself: two versions have the same dimensions.
        let (before, after) = (try loadCodebooks([old])[0], try loadCodebooks([new])[0])
        let difference = compare(before, after)
        guard corpus else {
            let text = CodebookDifferenceText(difference: difference)
            return Terminal.print(format == .text ? text.text : text.json)
        }
        let documents = try CorpusDocuments(configuration: "pipeline.yaml")
        let comparison = CodingComparison(before, after, difference)
        let (first, second) = (PassageCoder([before]), PassageCoder([after]))
        var report = CodingDifferenceReport(format: format)
        let progress = ProgressLine(isShown: true)
        let unread = try await documents.forEach(
            progress: progress,
            transform: { changedPassages(of: $0, comparison, first, second) },
            body: { path, changed in
                if !changed.isEmpty { progress.clear() }
                report.add(changed, of: path)
            })
        progress.clear()
        report.finish(documents: documents.files.count - unread.count)
        try end(unread: unread)
    }
}

/// The passages of a document that two codebooks code differently.
private func changedPassages(
    of document: Document, _ comparison: CodingComparison, _ first: PassageCoder, _ second: PassageCoder
) -> ChangedDocument {
    let (before, after) = (codedPassages(of: document, with: first), codedPassages(of: document, with: second))
    var changed = ChangedDocument()
    for (old, new) in zip(before, after) {
        let changes = comparison.changes(old.codes, new.codes)
        if !changes.isEmpty { changed.passages.append(ChangedPassage(coded: new, changes: changes)) }
    }
    changed.ofDocument = comparison.changes(
        first.documentCodes(of: before.map(\.codes)), second.documentCodes(of: after.map(\.codes)))
    return changed
}

/// What two codebooks code differently in one document.
struct ChangedDocument {
    var passages: [ChangedPassage] = []
    /// In dimensions with `unit: document`.
    var ofDocument: [CodingChange] = []

    var isEmpty: Bool { passages.isEmpty && ofDocument.isEmpty }
}

struct ChangedPassage {
    var coded: CodedText
    var changes: [CodingChange]
}
