import Diagnostics
import YAML

/// What stands at the path of an included file.
package enum IncludedFile: Sendable {
    case text(String)
    case missing
    /// There is something else than a file, such as a folder.
    case notAFile
}

/// The terms of one file: a codebook's own or an included one's.
struct TermFile {
    let source: SourceText
    /// What stands under its `terms`.
    let node: SourceNode?
}

extension CodebookReader {
    /// The files with terms that a codebook includes, and those that these include; each once, before those that
    /// include it.
    mutating func readIncludes(_ fields: Fields, include: (_ path: String) -> IncludedFile) -> [TermFile] {
        guard let node = fields["include"] else { return [] }
        var files: [TermFile] = []
        var finished: Set<String> = []
        readIncludes(node, path: [source.file], include: include, finished: &finished, into: &files)
        return files
    }

    /// Files inside files inside files; more are surely a mistake.
    private static let deepestInclude = 50

    /// Far beyond any project; each is looked for on the disk.
    private static let mostIncludes = 1000

    /// - Parameter path: the file that includes and those that it was included from, outermost first.
    private mutating func readIncludes(
        _ node: SourceNode, path: [String], include: (_ path: String) -> IncludedFile, finished: inout Set<String>,
        into files: inout [TermFile]
    ) {
        for (name, place) in readTexts(node, "'include'") {
            guard let file = includedPath(name, from: path[path.count - 1], at: place) else { continue }
            if let start = path.firstIndex(of: file) {
                let cycle = (path[start...] + [file]).map { "'\($0)'" }.joined(separator: " includes ")
                diagnostics.append(
                    .error(
                        "include-cycle", "files must not include each other: \(cycle)", at: place,
                        help: "take one of these includes away"))
                continue
            }
            guard path.count < Self.deepestInclude else {
                diagnostics.append(
                    .error(
                        "too-deep", "files include each other more than \(Self.deepestInclude) deep", at: place))
                continue
            }
            guard finished.count < Self.mostIncludes || finished.contains(file) else {
                diagnostics.append(
                    .error(
                        "too-many-includes",
                        "a codebook includes at most \(Self.mostIncludes) files, with those that these include",
                        at: place, help: "put the terms of several files into one"))
                return
            }
            guard finished.insert(file).inserted, let text = includedText(file, as: name, at: place, include)
            else { continue }
            readIncluded(text, path: path + [file], include: include, finished: &finished, into: &files)
        }
    }

    /// Reads one included file as its own source, and those that it includes.
    private mutating func readIncluded(
        _ text: String, path: [String], include: (_ path: String) -> IncludedFile, finished: inout Set<String>,
        into files: inout [TermFile]
    ) {
        let file = path[path.count - 1]
        includedFiles.append(file)
        let tree = SourceTree(yaml: text, file: file, keywords: Keys.all)
        diagnostics += tree.diagnostics
        var terms: SourceNode?
        reading(tree.source) { reader in
            guard let root = tree.root else {
                if tree.diagnostics.isEmpty {
                    reader.diagnostics.append(
                        .error(
                            "empty-include", "the file holds no terms", at: Place(file: file),
                            help: allowedHelp(Keys.shared.names)))
                }
                return
            }
            let fields = reader.readFields(
                root, of: "a file of shared terms", allowed: Keys.shared.names, example: "terms:, with names below it")
            if let node = fields?["include"] {
                reader.readIncludes(node, path: path, include: include, finished: &finished, into: &files)
            }
            terms = fields?["terms"]
        }
        files.append(TermFile(source: tree.source, node: terms))
    }

    /// Reads with another file as the source; what it proposes to write is no change of this codebook's file.
    mutating func reading(_ other: SourceText, _ body: (inout CodebookReader) -> Void) {
        let own = (source, fixes)
        source = other
        body(&self)
        (source, fixes) = own
    }

    /// The path to open for one that is relative to the including file; nil and an error if it leads out of the
    /// project.
    private mutating func includedPath(_ name: String, from file: String, at place: Place) -> String? {
        guard !name.isEmpty, !name.hasPrefix("/"), !name.hasPrefix("~"), !name.contains("://"), !name.contains("\\")
        else {
            diagnostics.append(
                .error(
                    "bad-include",
                    name.isEmpty ? "'include' names no file" : "'\(abbreviated(name))' is no path from this file",
                    at: place,
                    help: "write the path from the folder of this file, with '/': shared/terms.yaml"))
            return nil
        }
        let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().map { String($0) }
        var parts = folder
        for part in name.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != "..", last != "", last != "." {
                parts.removeLast()
            } else {
                parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }

    private mutating func includedText(
        _ file: String, as name: String, at place: Place, _ include: (_ path: String) -> IncludedFile
    ) -> String? {
        switch include(file) {
        case .text(let text): return text
        case .missing:
            diagnostics.append(
                .error(
                    "missing-include", "there is no file '\(abbreviated(file))' to include", at: place,
                    help: "paths are relative to the folder of \(source.file)"))
        case .notAFile:
            diagnostics.append(
                .error(
                    "missing-include", "'\(abbreviated(file))' is a folder", at: place,
                    help: "name the files in it, each by itself"))
        }
        return nil
    }
}
