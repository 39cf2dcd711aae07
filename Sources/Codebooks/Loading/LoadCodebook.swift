package import Diagnostics
import YAML

/// Reads a codebook and checks it: everything that is wrong is reported in one go, in the order of lines.
///
/// - Parameter file: path for the places of diagnostics.
/// - Returns: nil instead of the codebook if any diagnostic is an error.
package func loadCodebook(yaml: String, file: String) -> (codebook: Codebook?, diagnostics: [Diagnostic]) {
    let tree = SourceTree(yaml: yaml, file: file, keywords: Keys.all)
    let reader = CodebookReader(source: tree.source, diagnostics: tree.diagnostics)
    if let root = tree.root { return readCodebook(root, with: reader) }
    guard tree.diagnostics.isEmpty else { return (nil, inOrderOfLines(tree.diagnostics)) }
    let empty = Diagnostic.error(
        "empty-codebook", "the file holds no codebook", at: Place(file: file), help: allowedHelp(Keys.codebook))
    return (nil, [empty])
}

/// Reads the tree of a codebook and checks what it says.
///
/// - Parameter reader: one that knows what is wrong with the tree.
func readCodebook(
    _ root: SourceNode, with reader: CodebookReader
) -> (codebook: Codebook?, diagnostics: [Diagnostic]) {
    var reader = reader
    let codebook = reader.readCodebook(root)
    if let codebook {
        reader.diagnostics += check(codebook, references: reader.references)
        // What is missing in broken rules would be held against them.
        if !reader.diagnostics.hasErrors { reader.diagnostics += reader.unusedTerms() + checkRules(codebook) }
    }
    let sorted = inOrderOfLines(reader.diagnostics)
    return (sorted.hasErrors ? nil : codebook, sorted)
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
