package import Diagnostics
import YAML

/// Reads a codebook and checks it: everything that is wrong is reported in one go, in the order of lines.
///
/// - Parameters:
///   - file: path for the places of diagnostics, and the one that those of included files are relative to.
///   - include: gives the text of a file that the codebook includes, by its path, each once.
/// - Returns: nil instead of the codebook if any diagnostic is an error.
package func loadCodebook(
    yaml: String, file: String, include: (_ path: String) -> IncludedFile = { _ in .missing }
) -> (codebook: Codebook?, diagnostics: [Diagnostic]) {
    let loaded = LoadedCodebook(yaml: yaml, file: file, include: include)
    return (loaded.codebook, loaded.diagnostics)
}

/// What reading a codebook gives.
struct LoadedCodebook {
    /// nil when any diagnostic is an error.
    private(set) var codebook: Codebook?
    private(set) var diagnostics: [Diagnostic] = []
    let tree: SourceTree
    /// What the errors propose to write instead, in this file.
    let fixes: [SourceEdit]

    init(yaml: String, file: String, include: (_ path: String) -> IncludedFile) {
        tree = SourceTree(yaml: yaml, file: file, keywords: Keys.all)
        var reader = CodebookReader(source: tree.source, diagnostics: tree.diagnostics)
        var found: Codebook?
        if let root = tree.root {
            found = reader.readAndCheck(root, include: include)
        } else if tree.diagnostics.isEmpty {
            reader.diagnostics.append(
                .error(
                    "empty-codebook", "the file holds no codebook", at: Place(file: file),
                    help: allowedHelp(Keys.codebook.names)))
        }
        fixes = tree.fixes + reader.fixes
        let all = withoutNamesOfMissingFiles(reader.diagnostics).filter { !(tree.isPartial && isAboutAbsence($0)) }
        diagnostics = ending(inOrderOfLines(all, files: [file] + reader.includedFiles))
        codebook = diagnostics.hasErrors ? nil : found
    }
}

extension CodebookReader {
    /// Reads the tree of a codebook and checks what it says.
    mutating func readAndCheck(_ root: SourceNode, include: (_ path: String) -> IncludedFile) -> Codebook? {
        guard let codebook = readCodebook(root, include: include) else { return nil }
        diagnostics += check(codebook, references: references)
        // What is missing in broken rules would be held against them.
        if !diagnostics.hasErrors { diagnostics += warnings + unusedTerms() + checkRules(codebook) }
        return codebook
    }
}

/// Where a file with terms is missing, what uses its names is not wrong.
func withoutNamesOfMissingFiles(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let lacksTerms = diagnostics.contains { ["missing-include", "bad-include"].contains($0.identifier) }
    return lacksTerms ? diagnostics.filter { $0.identifier != "unknown-name" } : diagnostics
}

/// Whether a diagnostic may only be there because lines that could not be read are missing.
private func isAboutAbsence(_ diagnostic: Diagnostic) -> Bool {
    let identifiers: Set = [
        "missing-key", "rule-without-expression", "unknown-name", "unknown-code", "unknown-dimension", "wrong-form",
        "empty-expression", "empty-text", "unknown-key", "mapping-for-text", "list-for-text",
    ]
    return identifiers.contains(diagnostic.identifier)
}

/// The first of very many diagnostics, and a last one that says so.
private func ending(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard diagnostics.count > maximumDiagnostics else { return diagnostics }
    let first = Array(diagnostics.prefix(maximumDiagnostics))
    let place = first.last?.place.map { Place(file: $0.file) }
    return first + [
        .error(
            "too-many-errors", "there is more to say than these \(maximumDiagnostics) findings", at: place,
            help: "mend these first")
    ]
}

/// What is wrong between codebooks that are used in one run.
package func checkTogether(_ codebooks: [Codebook]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var owners: [String: String] = [:]
    for codebook in codebooks {
        for dimension in codebook.dimensions {
            if let owner = owners[dimension.id] {
                diagnostics.append(
                    .error(
                        "duplicate-dimension", "the dimension '\(dimension.id)' is in the codebook '\(owner)' too",
                        at: dimension.place, help: "dimensions of one run have different ids"))
            } else {
                owners[dimension.id] = codebook.id
            }
        }
    }
    return diagnostics
}
