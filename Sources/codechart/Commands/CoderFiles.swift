import ArgumentParser
import Codebooks
import Diagnostics
import Evaluation
import Foundation
import Pipeline

/// Files of what people coded, and the codebooks that name the codes.
struct CoderFiles: ParsableArguments {
    @Argument(
        help: "What each coder coded.", completion: .file(extensions: ["ndjson", "jsonl", "csv", "ann", "qdpx"]))
    var files: [String]

    @Flag(help: "Take the codebook as one more coder.")
    var withCodebook = false

    @OptionGroup var codebooks: CodebookSource

    /// The passages with what each coder said of them.
    ///
    /// - Throws: a `Failure` when there are fewer than two coders, or a file cannot be used.
    func units(_ books: [Codebook]) async throws -> CodedUnits {
        var coders: [(name: String, passages: [GoldPassage])] = []
        for file in files {
            let gold = try await GoldFiles([file], books)
            for passage in gold.passages {
                let name = passage.coder ?? (file as NSString).lastPathComponent
                if let index = coders.firstIndex(where: { $0.name == name }) {
                    coders[index].passages.append(passage)
                } else {
                    coders.append((name, [passage]))
                }
            }
        }
        var units = CodedUnits(coders)
        if withCodebook { units.append(books, name: "codebook") }
        guard units.coders.count > 1 else {
            throw Failure(
                .usage, "one-coder", "there is one coder only: \(units.coders.joined())",
                help:
                    "give a file for each coder, or name them under \"coder\"; --with-codebook compares with the codebook"
            )
        }
        return units
    }

    /// The texts that each file brings with marks in them.
    func markedTexts() -> [[GoldDocument]] {
        files.map { file in
            let bytes = FileManager.default.contents(atPath: file).map { Array($0) } ?? []
            return readGoldFile(bytes, file: file, chart: .named) {
                FileManager.default.contents(atPath: $0).map { Array($0) }
            }.gold.documents.filter { $0.text != nil }
        }
    }
}
