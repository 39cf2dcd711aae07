import ArgumentParser
import Codebooks
import Evaluation
import Foundation
import Pipeline

/// Options that `evaluate` and `check` share.
struct EvaluationOptions: ParsableArguments {
    @Option(
        help: "The agreement that was reached before; else that of pipeline.yaml.",
        completion: .file(extensions: ["json"]))
    var baseline: String?

    @Flag(help: "Write the baseline: what rose is kept.")
    var updateBaseline = false

    @Flag(help: "With --update-baseline: what fell is kept too.")
    var allowRegression = false

    @Option(
        name: .customLong("report"), parsing: .upToNextOption,
        help: "text, json, markdown, html, junit, sarif or github; FORMAT=FILE writes a file; several.")
    var reports: [ReportOption] = []

    @Option(help: "How many samples of documents intervals are made from.")
    var rounds = 1000

    @Option(help: "What the samples are drawn by; the same seed gives the same intervals.")
    var seed: UInt64 = 1

    func validate() throws {
        if allowRegression && !updateBaseline {
            throw ValidationError("--allow-regression goes with --update-baseline")
        }
        guard (1...1_000_000).contains(rounds) else { throw ValidationError("--rounds takes a number from 1") }
    }

    var bootstrap: Bootstrap { Bootstrap(rounds: rounds, seed: seed) }
}
