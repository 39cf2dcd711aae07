import ArgumentParser
import Codebooks
import Evaluation
import Foundation
import Pipeline
import Tables

struct Adjudicate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the passages that several people coded differently.",
        discussion: """
            A table with a row for each passage and dimension in which coders part, and an empty column for what they \
            settle on. Filled in, it is gold: codechart evaluate --gold settled.csv.

              codechart adjudicate ada.ndjson ben.ndjson
              codechart adjudicate ada.ndjson ben.ndjson --output settled.csv
            """)

    @OptionGroup var coders: CoderFiles

    @Option(help: "Write a CSV file to fill in.", completion: .file(extensions: ["csv"]))
    var output: String?

    @Flag(help: "Replace a file that is there.")
    var force = false

    func run() async throws {
        let books = try coders.codebooks.load()
        let units = try await coders.units(books)
        let parted = disagreements(among: units, codebooks: books)
        guard let output else { return Terminal.print(text(parted, units)) }
        let head = ["doc", "id", "heading", "text", "dimension"] + units.coders.map { "by " + $0 } + ["code"]
        let rows = parted.map { one in
            [one.passage.document ?? "", one.passage.passage.id, one.passage.passage.headings.joined(separator: " › ")]
                + [one.passage.passage.text, one.dimension]
                + one.codes.map { $0?.joined(separator: "; ") ?? "not coded" }
                + [""]
        }
        let csv = "\u{FEFF}" + ([head] + rows).map { csvRecord($0) }.joined()
        try NewFile(output, replaces: force).write(Array(csv.utf8))
        Terminal.print("\(parted.count) disagreements in \(output)")
    }

    private func text(_ parted: [Disagreement], _ units: CodedUnits) -> String {
        let lines = parted.map { one in
            let codes = zip(units.coders, one.codes).map { coder, codes in
                "    \(coder): " + (codes.map { $0.isEmpty ? "none" : $0.joined(separator: ", ") } ?? "not coded")
            }
            let name = [one.passage.document, one.passage.passage.id].compactMap(\.self).joined(separator: " ")
            return ([name, "  " + showable(one.passage.passage.text), "  \(one.dimension)"] + codes)
                .joined(separator: "\n")
        }
        return (lines + ["\(parted.count) disagreements"]).joined(separator: "\n\n")
    }
}
