import Codebooks
import Diagnostics
import Evaluation
import Foundation
import Pipeline

/// There is nothing to compare with.
var noGold: Failure {
    Failure(
        .usage, "no-gold", "there is no gold to compare with",
        help: "name a file with --gold, or in pipeline.yaml under evaluate: gold:")
}

/// Gold with the names of the codebooks.
///
/// - Throws: a `Failure` when a file cannot be read, or names codes that the codebooks do not have.
func goldPassages(_ files: [String], _ books: [Codebook]) throws -> [GoldPassage] {
    var passages: [GoldPassage] = []
    var diagnostics: [Diagnostic] = []
    for file in files {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw Failure(.usage, "unreadable-file", "the gold '\(file)' cannot be read")
        }
        let (read, found) = readGold(String(decoding: data, as: UTF8.self), file: file)
        let (named, unknown) = resolved(read, with: books)
        passages += named
        diagnostics += found + unknown
    }
    if diagnostics.hasErrors { throw Failure(.usage, diagnostics) }
    if passages.isEmpty { throw noGold }
    Terminal.show(diagnostics)
    return passages
}
