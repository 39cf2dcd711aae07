import ArgumentParser
import Codebooks
import Evaluation
import Foundation
import JSON
import Pipeline

struct AgreementOfCoders: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agreement",
        abstract: "Compare what several people coded, with each other and with the codebook.",
        discussion: """
            Each file is what one person coded, in any form of gold (Documentation/Gold.md); a file that names several \
            coders is several people. Passages are the same where document and text are.

              codechart agreement ada.ndjson ben.ndjson
              codechart agreement ada.csv ben.csv --with-codebook --format json

            Which figure to report, Documentation/Agreement.md says. `codechart adjudicate` lists where they disagree.
            """)

    @OptionGroup var coders: CoderFiles

    @Option(help: "How to print: text or json.")
    var format: Format = .text

    @Option(help: "How many samples of documents intervals are made from.")
    var rounds = 1000

    @Option(help: "What the samples are drawn by.")
    var seed: UInt64 = 1

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    func run() async throws {
        let books = try coders.codebooks.load()
        let units = try await coders.units(books)
        let bootstrap = Bootstrap(rounds: max(rounds, 1), seed: seed)
        let text = CoderAgreementText(
            units: units, dimensions: agreement(among: units, codebooks: books, bootstrap: bootstrap),
            places: PlaceAgreement(coders.markedTexts()), bootstrap: bootstrap)
        switch format {
        case .text: Terminal.print(text.text)
        case .json: Terminal.print(text.json)
        }
    }
}
