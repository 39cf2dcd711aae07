import ArgumentParser
import Codebooks
import Coding
import Diagnostics
import DocumentModel
import Evaluation
import Foundation
import JSON
import Pipeline
import SeededRandom

struct Sample: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Draw passages of the corpus for people to code, as a spreadsheet and as NDJSON.",
        discussion: """
            Passages of the documents of pipeline.yaml, as the last run left them or read anew:

              codechart sample --n 200 --seed 7
              codechart sample --n 200 --stratify theme --seed 7

            The second draws as many passages of each code of a dimension as of the others, by the first code that \
            the codebook gives them, and as many of those without one, so that rare codes are among them. Neither \
            file says what the codebook gave. The same seed draws the same passages from the same corpus.

            sample.ndjson has the passages with their context, to which coders add "codes"; sample.xlsx has tinted \
            columns for them, 'none' where there is none.
            """)

    @Option(name: .customLong("n"), help: "How many passages.")
    var count = 200

    @Option(help: "Draw evenly from the codes of this dimension.")
    var stratify: String?

    @Option(help: "Another seed draws other passages.")
    var seed = 1

    @Option(help: "The files are written as this name with .xlsx and .ndjson.")
    var output = "sample"

    @OptionGroup var codebooks: CodebookSource

    func validate() throws {
        if !(1...100_000).contains(count) { throw ValidationError("--n takes a number from 1 to 100000") }
    }

    func run() async throws {
        let books = try codebooks.load()
        let dimension = try stratify.map { try passageDimension($0, in: books) }
        let files = ["xlsx", "ndjson"].map { "\(output).\($0)" }
        if let present = files.first(where: { FileManager.default.fileExists(atPath: $0) }) {
            throw Failure(
                .usage, "file-exists", "'\(present)' is there already",
                help: "move it away, or name another with --output")
        }
        let corpus = try CorpusDocuments(configuration: "pipeline.yaml")
        let pool = SamplePool(books, dimension: dimension)
        var strata: [Int] = []
        let unread = try await corpus.forEach(
            progress: ProgressLine(isShown: true), transform: { pool.passages(of: $0).map(\.stratum) },
            body: { _, found in strata += found })
        var random = SeededGenerator(seed: UInt64(bitPattern: Int64(seed)))
        let chosen = Set(stratifiedSample(of: strata, count: count, random: &random))
        var seen = 0
        var drawn: [PooledPassage] = []
        let progress = ProgressLine(isShown: true)
        _ = try await corpus.forEach(
            progress: progress, transform: { pool.passages(of: $0) },
            body: { _, found in
                drawn += found.enumerated().filter { chosen.contains(seen + $0.offset) }.map(\.element)
                seen += found.count
            })
        progress.clear()
        try write(drawn, pool, of: strata, files: files)
        try end(unread: unread)
    }

    private func write(_ drawn: [PooledPassage], _ pool: SamplePool, of strata: [Int], files: [String]) throws {
        try writeCodingSheets(
            drawn.map(\.row), form: pool.form, title: "Passages to code",
            notes: ["Drawn with seed \(seed) of \(counted(strata.count, "passage"))."], to: files[0])
        var json = JSONWriter()
        for passage in drawn {
            passage.write(to: &json)
            json.newline()
        }
        try replaceFile(files[1], with: json.bytes)
        Terminal.print("\(drawn.count) of \(counted(strata.count, "passage"))")
        if pool.dimension != nil {
            for (number, name) in pool.strata.enumerated() {
                let count = drawn.count { $0.stratum == number }
                Terminal.print("  \(name): \(count) of \(strata.count { $0 == number })")
            }
        }
        Terminal.print("written  \(files.joined(separator: ", "))")
    }

    private func passageDimension(_ name: String, in books: [Codebook]) throws -> Codebooks.Dimension {
        let dimensions = books.flatMap(\.dimensions).filter { $0.unit == .passage }
        if let found = dimensions.first(where: { $0.id == name }) { return found }
        let names = dimensions.map(\.id)
        throw Failure(
            .usage,
            [
                .error(
                    "unknown-dimension", "no dimension of passages is called '\(name)'",
                    help: "dimensions: " + names.joined(separator: ", "),
                    suggestion: nearestName(to: name, among: names))
            ])
    }
}

/// A passage that may be drawn.
private struct PooledPassage {
    var passage: Passage
    var row: PassageToCode
    var stratum: Int

    /// A line of passage NDJSON, with the document that it is of.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", row.id)
            json.member("doc", row.document)
            json.member("page", row.page)
            json.member("text", passage.text)
            if !passage.headings.isEmpty { json.member("heading", passage.headings) }
            json.member("lead_in", passage.leadIn)
            json.member("previous", passage.previous)
            json.member("section", passage.section?.rawValue)
        }
    }
}

/// The passages of documents with the strata that they belong to.
private struct SamplePool: Sendable {
    let form: CodingForm
    let dimension: Codebooks.Dimension?
    private let coder: PassageCoder
    /// Kinds of sections that no codebook codes.
    private let skipped: Set<SectionKind>

    init(_ books: [Codebook], dimension: Codebooks.Dimension?) {
        form = CodingForm(codebooks: books)
        self.dimension = dimension
        coder = PassageCoder(books)
        let skips = books.map { Set($0.skip) }
        skipped = skips.dropFirst().reduce(skips.first ?? []) { $0.intersection($1) }
    }

    /// The names of the strata: the codes of the dimension, then none.
    var strata: [String] { (dimension?.codes.map(\.id) ?? []) + ["no code"] }

    func passages(of document: Document) -> [PooledPassage] {
        codedPassages(of: document, with: coder).compactMap { coded in
            if coded.passage.section.map(skipped.contains) ?? false { return nil }
            let first = dimension.flatMap { coded.codes.codes(in: $0.id).first }
            let codes = dimension?.codes ?? []
            let row = PassageToCode(of: coded.passage, in: document, page: coded.page)
            return PooledPassage(
                passage: coded.passage, row: row,
                stratum: codes.firstIndex { $0.id == first } ?? codes.count)
        }
    }
}
