import Codebooks
import Diagnostics
import DocumentModel
import Evaluation
import Foundation
import Pipeline

/// There is nothing to compare with.
var noGold: Failure {
    Failure(
        .usage, "no-gold", "there is no gold to compare with",
        help: "name a file with --gold, or in pipeline.yaml under evaluate: gold:")
}

/// Gold of any form with the names of the codebooks, and how pieces of documents were found in them.
struct GoldFiles {
    private(set) var passages: [GoldPassage] = []
    private(set) var alignments: [GoldAlignment] = []

    /// Gold of whole documents is found in the documents of pipeline.yaml here, read as for a run.
    ///
    /// - Throws: a `Failure` when a file cannot be read, or names codes that the codebooks do not have.
    init(_ files: [String], _ books: [Codebook]) async throws {
        var documents: [GoldDocument] = []
        var diagnostics: [Diagnostic] = []
        let chart = (try? GoldSettings(configuration: "pipeline.yaml").chart) ?? .named
        for file in files {
            guard let data = FileManager.default.contents(atPath: file) else {
                throw Failure(.usage, "unreadable-file", "the gold '\(file)' cannot be read")
            }
            let (gold, found) = readGoldFile(Array(data), file: file, chart: chart) {
                FileManager.default.contents(atPath: $0).map { Array($0) }
            }
            passages += gold.passages
            documents += gold.documents
            diagnostics += found
        }
        try await align(documents)
        diagnostics += alignments.compactMap(\.diagnostic)
        let (named, unknown) = resolved(passages, with: books)
        passages = named
        diagnostics += unknown
        if diagnostics.hasErrors { throw Failure(.usage, diagnostics) }
        if passages.isEmpty { throw noGold }
        Terminal.show(diagnostics)
    }

    private mutating func align(_ gold: [GoldDocument]) async throws {
        let wanted = gold.filter { $0.text == nil }
        var results = [Int: (passages: [GoldPassage], alignments: [GoldAlignment])]()
        if !wanted.isEmpty, FileManager.default.fileExists(atPath: "pipeline.yaml") {
            let corpus = try CorpusDocuments(configuration: "pipeline.yaml")
            let progress = ProgressLine(isShown: true)
            _ = try await corpus.forEach(
                progress: progress,
                transform: { document in
                    gold.enumerated().filter { $0.element.text == nil && $0.element.isOf(document) }
                        .map { ($0.offset, aligned($0.element, in: document)) }
                },
                body: { _, aligned in
                    for (number, result) in aligned where results[number] == nil { results[number] = result }
                })
            progress.clear()
        }
        for (number, one) in gold.enumerated() {
            let result = results[number] ?? aligned(one, in: nil)
            passages += result.passages
            alignments += result.alignments
        }
    }

    /// Where each piece of a document was found, a line each, for people to look through.
    var alignmentText: String {
        var table = TextTable(["gold": .left, "found by": .left, "quote": .left, "passage": .left])
        for one in alignments {
            let way =
                switch one.way {
                case .quote: "quote"
                case .likeness(let percent): "words, \(percent) %"
                case .none: "not found"
                }
            table.append([
                "\(one.item.place.file ?? ""):\(one.item.place.nameInFile ?? "")", way,
                shortened(showable(one.item.quote), to: 60),
                shortened(showable(one.passages.joined(separator: " ")), to: 60),
            ])
        }
        return table.isEmpty ? "" : table.text
    }
}

extension ChartDimensions {
    /// As the keys of chart gold are called.
    static let named = ChartDimensions(category: "category", theme: "theme")
}
