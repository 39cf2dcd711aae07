import ArgumentParser
import Codebooks
import Diagnostics
import Foundation
import Pipeline

/// Which codebooks a command uses: those named, else those of pipeline.yaml in the current folder.
struct CodebookSource: ParsableArguments {
    @Option(
        name: .customLong("codebook"), help: "A codebook; else those that pipeline.yaml here names.",
        completion: .file(extensions: ["yaml", "yml"]))
    var files: [String] = []

    /// The codebooks, checked.
    ///
    /// - Throws: a `Failure` with every error in them.
    func load() throws -> [Codebook] {
        try loadCodebooks(files.isEmpty ? configuredFiles() : files)
    }

    private func configuredFiles() throws -> [String] {
        try codebookFiles(ofConfiguration: "pipeline.yaml")
    }
}
