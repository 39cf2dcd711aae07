package import Codebooks
package import Diagnostics
package import Evaluation
import Foundation

/// The paths of the codebooks that a configuration names, to open from here.
///
/// - Throws: a ``Failure`` when the configuration cannot be used.
package func codebookFiles(ofConfiguration file: String) throws -> [String] {
    var loader = ProjectLoader(file: file)
    let configuration = try loader.configuration()
    return configuration.codebooks.map { loader.path($0.text) }
}

/// What a configuration says of gold, with paths to open from here.
package struct GoldSettings: Sendable {
    /// Gold that rules are tuned on.
    package var develop: [String]
    /// Gold that figures are reported on.
    package var report: [String]
    package var minimum: [Minimum]
    package var baseline: String?
    /// The dimensions that the chart's items have.
    package var chart: ChartDimensions

    /// - Throws: a ``Failure`` when the configuration cannot be used.
    package init(configuration file: String) throws {
        var loader = ProjectLoader(file: file)
        let configuration = try loader.configuration()
        let settings = configuration.evaluate
        develop = settings.develop.map { loader.path($0.text) }
        report = settings.report.map { loader.path($0.text) }
        minimum = settings.minimum
        baseline = settings.baseline.map { loader.path($0.text) }
        chart = ChartDimensions(
            category: configuration.chart.category.text, theme: configuration.chart.theme.text)
    }
}

/// The text of a codebook file.
package struct CodebookText: Sendable {
    package let text: String

    /// - Throws: a ``Failure`` when there is no such file.
    package init(path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(
                .usage, "unreadable-file", "the codebook '\(path)' cannot be read",
                help: "codechart init makes one to begin with")
        }
        text = String(decoding: data, as: UTF8.self)
    }
}

/// A codebook file as it was read: its text, what it means, and what is wrong with it.
package struct CodebookFile: Sendable {
    package let path: String
    package let text: String
    /// nil when there are errors.
    package let codebook: Codebook?
    package let diagnostics: [Diagnostic]
    /// The texts that diagnostics point into, by path: the codebook's own and what it includes.
    package let sources: [String: String]

    /// - Throws: a ``Failure`` when there is no such file.
    package init(path: String) throws {
        self.path = path
        text = try CodebookText(path: path).text
        let included = IncludedTexts()
        (codebook, diagnostics) = loadCodebook(yaml: text, file: path, include: included.read)
        sources = included.sources(with: (path, text))
    }
}

/// Reads the files that a codebook includes, and keeps them.
package final class IncludedTexts {
    /// In the order in which they were read; bytes as they are on the disk.
    private(set) var files: [(path: String, bytes: [UInt8])] = []

    package init() {}

    /// What stands at a path.
    package func read(_ path: String) -> IncludedFile {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return .missing }
        guard !isFolder.boolValue else { return .notAFile }
        guard let data = FileManager.default.contents(atPath: path) else { return .missing }
        files.append((path, Array(data)))
        return .text(String(decoding: data, as: UTF8.self))
    }

    /// Their texts, by path.
    package var sources: [String: String] {
        let texts = files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
        return Dictionary(texts, uniquingKeysWith: { first, _ in first })
    }

    /// The same with the text of the codebook itself.
    package func sources(with own: (path: String, text: String)) -> [String: String] {
        sources.merging([own.path: own.text]) { _, own in own }
    }
}

/// Reads codebooks that must be whole and go together.
///
/// - Throws: a ``Failure`` with every error in them, status `usage`.
package func loadCodebooks(_ paths: [String]) throws -> [Codebook] {
    let files = try paths.map(CodebookFile.init)
    let codebooks = files.compactMap(\.codebook)
    let errors = (files.flatMap(\.diagnostics) + checkTogether(codebooks)).filter { $0.severity == .error }
    guard errors.isEmpty else {
        let sources = Dictionary(files.flatMap(\.sources), uniquingKeysWith: { first, _ in first })
        throw Failure(.usage, errors, sources: sources)
    }
    return codebooks
}
