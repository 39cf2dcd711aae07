package import Bibliography
package import Codebooks
package import Diagnostics
package import DocumentModel
package import Foundation

/// A review ready to run: the configuration with everything that it names, read and checked.
package struct Project: Sendable {
    /// Path of pipeline.yaml as the user gave it.
    package let file: String
    package let configuration: PipelineConfiguration
    package let codebooks: [Codebook]
    package let references: ReferenceIndex
    /// What people decided, in the order of their file.
    package let decisions: [Decision]
    /// In corpus order.
    package let corpus: [CorpusFile]
    /// What is worth knowing and keeps nothing from running.
    package let diagnostics: [Diagnostic]
    /// SHA-256 of every configuration, codebook, reference and settled list, by the path that the configuration gives.
    package let inputs: [InputFile]

    /// Reads a configuration and what it names.
    ///
    /// - Throws: a ``Failure`` with every error there is in one go, status `usage`.
    package init(file: String) throws {
        var loader = ProjectLoader(file: file)
        let configuration = try loader.configuration()
        codebooks = loader.codebooks(configuration)
        let records = loader.references(configuration)
        corpus = loader.corpus(configuration)
        references = ReferenceIndex(
            records, documents: corpus.map(\.name.text), settled: loader.settledRows(configuration))
        decisions = loader.decisions(configuration)
        loader.check(configuration, codebooks, references)
        try loader.failOnErrors()
        self.file = file
        self.configuration = configuration
        diagnostics = loader.diagnostics
        inputs = loader.inputs
    }

    /// The folder that paths of the configuration are relative to.
    package var folder: URL { projectFolder(of: file) }

    /// The path to open for one that is relative to the configuration, as short as the user named that.
    func path(_ name: String) -> String { projectPath(name, configuration: file) }

    /// The folder of the outputs.
    package var output: URL { URL(fileURLWithPath: configuration.output, relativeTo: folder) }

    /// The file of decisions, to open from here.
    package var decisionsFile: String { path(configuration.decisions) }
}

/// A file that a run depends on.
package struct InputFile: Sendable, Hashable {
    package var path: String
    package var sha256: String
}

/// The path to open for one that is relative to a configuration, as short as the user named that.
func projectPath(_ name: String, configuration file: String) -> String {
    let parent = (file as NSString).deletingLastPathComponent
    return name.hasPrefix("/") || parent.isEmpty ? name : (parent as NSString).appendingPathComponent(name)
}

/// The folder that the paths of a configuration are relative to.
func projectFolder(of file: String) -> URL {
    URL(fileURLWithPath: file).deletingLastPathComponent()
}
