import Bibliography
import Codebooks
import Diagnostics
import DocumentModel
import Foundation
import Hashing

/// Reads the files of a project and gathers what is wrong with any of them.
struct ProjectLoader {
    private let file: String
    private let folder: URL
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var inputs: [InputFile] = []
    /// Reference lists, as their paths are shown.
    private var lists: [String] = []
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
            let included = IncludedTexts()
            let (codebook, found) = loadCodebook(yaml: text, file: location, include: included.read)
            sources.merge(included.sources(with: (location, text))) { first, _ in first }
            for file in included.files { note(file.bytes, of: inProject(file.path)) }
            diagnostics += found
            return codebook
        }
    }

    mutating func references(_ configuration: PipelineConfiguration) -> [Reference] {
        var references: [Reference] = []
        for setting in configuration.references {
            for list in self.lists(at: setting.path) {
                guard let bytes = readNamed(list) else { continue }
                let (records, found) = readReferences(bytes, file: list.text, database: setting.database)
                lists.append(list.text)
                sources[list.text] = String(decoding: bytes, as: UTF8.self)
                diagnostics += found
                references += records
            }
        }
        return references
    }

    /// The list of that path, or the lists in the folder of that path: what Zotero exports is a folder with a list
    /// and the files that it names.
    private mutating func lists(at path: PlacedText) -> [PlacedText] {
        guard let found = referenceLists(inFolder: FileName(self.path(path.text))) else { return [path] }
        if found.isEmpty {
            diagnostics.append(
                .error(
                    "no-reference-list", "there is no reference list in the folder '\(path.text)'", at: path.place,
                    help: "known formats: " + knownReferenceFormats))
        }
        let folder = path.text.hasSuffix("/") ? path.text : path.text + "/"
        return found.map { PlacedText(text: folder + $0.text, place: path.place) }
    }

    /// What people settled between files and records.
    mutating func settledRows(_ configuration: PipelineConfiguration) -> [SettledRow] {
        guard let path = configuration.settled else { return [] }
        let output = URL(fileURLWithPath: self.path(configuration.output)).appendingPathComponent(referencesName)
        if URL(fileURLWithPath: self.path(path.text)).resolvingSymlinksInPath() == output.resolvingSymlinksInPath() {
            diagnostics.append(
                .error(
                    "settled-is-output", "'settled' names the list that the run itself writes", at: path.place,
                    help: "copy it beside pipeline.yaml, so that no run overwrites what people answer"))
            return []
        }
        guard let bytes = readNamed(path) else { return [] }
        let (rows, found) = readSettledRows(bytes, file: path.text)
        sources[path.text] = String(decoding: bytes, as: UTF8.self)
        diagnostics += found
        return rows
    }

    /// What people decided; nothing if nobody has yet.
    mutating func decisions(_ configuration: PipelineConfiguration) -> [Decision] {
        let path = configuration.decisions
        guard FileManager.default.fileExists(atPath: self.path(path)) else { return [] }
        guard let bytes = read(self.path(path), shownAs: path) else {
            diagnostics.append(.error("unreadable-file", "the decisions '\(path)' cannot be read"))
            return []
        }
        let (decisions, found) = readDecisions(bytes, file: path)
        sources[path] = String(decoding: bytes, as: UTF8.self)
        diagnostics += found
        return decisions
    }

    mutating func corpus(_ configuration: PipelineConfiguration) -> [CorpusFile] {
        let named =
            configuration.codebooks.map(\.text) + lists + [configuration.settled?.text].compactMap(\.self)
            + [configuration.decisions]
        let own = [file] + named.map { path($0) }
        let (files, found) = discoverCorpus(
            patterns: configuration.documents.map { ($0.text, $0.place) }, relativeTo: FileName(folder.path),
            leavingOut: own.map { FileName($0) } + [FileName(path(configuration.output))])
        diagnostics += found
        return files
    }

    /// What can be checked only when configuration and codebooks are both at hand.
    mutating func check(
        _ configuration: PipelineConfiguration, _ codebooks: [Codebook], _ references: ReferenceIndex
    ) {
        diagnostics += references.diagnostics
        // A codebook that could not be read has its own error; its dimensions are not known.
        guard codebooks.count == configuration.codebooks.count else { return }
        diagnostics += checkDimensions(configuration, codebooks)
        diagnostics += checkColumns(configuration, codebooks, references.references)
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
        note(bytes, of: name)
        return bytes
    }

    /// Two codebooks may include one file.
    private mutating func note(_ bytes: [UInt8], of name: String) {
        let input = InputFile(path: name, sha256: sha256(bytes))
        if !inputs.contains(input) { inputs.append(input) }
    }

    /// The path of a file as the configuration would give it.
    private func inProject(_ path: String) -> String {
        let folder = (file as NSString).deletingLastPathComponent + "/"
        return folder != "/" && path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
    }

    /// The path to open for one that is relative to the configuration.
    func path(_ name: String) -> String { projectPath(name, configuration: file) }
}
