import Bibliography
import Codebooks
import Diagnostics
import Foundation
import Hashing

/// Reads the files of a project and gathers what is wrong with any of them.
struct ProjectLoader {
    private let file: String
    private let folder: URL
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var inputs: [InputFile] = []
    /// Texts of the files that diagnostics point into, by file.
    private var sources: [String: String] = [:]

    init(file: String) {
        self.file = file
        folder = projectFolder(of: file)
    }

    /// pipeline.yaml.
    ///
    /// - Throws: a ``Failure`` when there is none, or none that can be used.
    mutating func configuration() throws -> PipelineConfiguration {
        guard let bytes = read(file, shownAs: URL(fileURLWithPath: file).lastPathComponent) else {
            throw Failure(
                .usage, "no-configuration", "there is no configuration '\(file)'",
                help: "codechart init makes one; --config names another file")
        }
        let text = String(decoding: bytes, as: UTF8.self)
        let (configuration, found) = loadConfiguration(yaml: text, file: file)
        sources[file] = text
        diagnostics += found
        guard let configuration else { throw failure }
        return configuration
    }

    mutating func codebooks(_ configuration: PipelineConfiguration) -> [Codebook] {
        configuration.codebooks.compactMap { path in
            let location = self.path(path.text)
            guard let bytes = readNamed(path) else { return nil }
            let text = String(decoding: bytes, as: UTF8.self)
            let (codebook, found) = loadCodebook(yaml: text, file: location)
            sources[location] = text
            diagnostics += found
            return codebook
        }
    }

    mutating func references(_ configuration: PipelineConfiguration) -> [Reference] {
        configuration.references.flatMap { list in
            guard let bytes = readNamed(list.path) else { return [Reference]() }
            let (references, found) = readReferences(bytes, file: list.path.text, database: list.database)
            sources[list.path.text] = String(decoding: bytes, as: UTF8.self)
            diagnostics += found
            return references
        }
    }

    mutating func corpus(_ configuration: PipelineConfiguration) -> [CorpusFile] {
        let own = [file] + (configuration.codebooks + configuration.references.map(\.path)).map { path($0.text) }
        let (files, found) = discoverCorpus(
            patterns: configuration.documents.map { ($0.text, $0.place) }, relativeTo: FileName(folder.path),
            leavingOut: own.map { FileName($0) } + [FileName(path(configuration.output))])
        diagnostics += found
        return files
    }

    /// What can be checked only when configuration and codebooks are both at hand.
    mutating func check(
        _ configuration: PipelineConfiguration, _ codebooks: [Codebook], _ references: [Reference]
    ) {
        // A codebook that could not be read has its own error; its dimensions are not known.
        guard codebooks.count == configuration.codebooks.count else { return }
        diagnostics += checkDimensions(configuration, codebooks)
        diagnostics += checkColumns(configuration, codebooks, references)
    }

    func failOnErrors() throws {
        if diagnostics.hasErrors { throw failure }
    }

    private var failure: Failure { Failure(.usage, diagnostics, sources: sources) }

    /// The bytes of a file that the configuration names; an error at that place if there is none.
    private mutating func readNamed(_ path: PlacedText) -> [UInt8]? {
        guard let bytes = read(self.path(path.text), shownAs: path.text) else {
            diagnostics.append(
                .error(
                    "unreadable-file", "the file '\(path.text)' cannot be read", at: path.place,
                    help: "paths are relative to the folder of \(file)"))
            return nil
        }
        return bytes
    }

    private mutating func read(_ path: String, shownAs name: String) -> [UInt8]? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        let bytes = [UInt8](data)
        inputs.append(InputFile(path: name, sha256: sha256(bytes)))
        return bytes
    }

    /// The path to open for one that is relative to the configuration.
    func path(_ name: String) -> String { projectPath(name, configuration: file) }
}
