package import Diagnostics
import YAML

/// What became of a codebook's text.
package struct FormattedCodebook: Sendable {
    /// The text to put in the file's place; the file's own where nothing is to be done.
    package var text: String
    /// How often the traps of YAML were mended.
    package var fixes: Int
    /// The errors that are left; with any, the text is not laid out.
    package var errors: [Diagnostic]
}

/// Lays a codebook out: see the rules in ``Layout``. What it says stays the same.
///
/// - Parameters:
///   - fixing: whether to write what YAML would misread as its errors propose, before.
///   - include: gives the text of a file that the codebook includes.
package func formatCodebook(
    yaml: String, file: String, fixing: Bool = false, include: (_ path: String) -> IncludedFile = { _ in .missing }
) -> FormattedCodebook {
    var result = FormattedCodebook(text: yaml, fixes: 0, errors: [])
    var loaded = LoadedCodebook(yaml: yaml, file: file, include: include)
    // What one round mends may show what it hid.
    for _ in 0..<mostRounds where fixing && loaded.diagnostics.hasErrors && !loaded.fixes.isEmpty {
        result.text = loaded.tree.source.mended(with: loaded.fixes)
        result.fixes += loaded.fixes.count
        loaded = LoadedCodebook(yaml: result.text, file: file, include: include)
    }
    result.errors = loaded.diagnostics.filter { $0.severity == .error }
    guard result.errors.isEmpty else { return result }
    if let text = loaded.tree.laidOut(keywords: Keys.all) {
        result.text = text
    } else {
        result.errors = [
            .error(
                "layout", "this file cannot be laid out without changing what it says", at: Place(file: file),
                help: "it stays as it is; write its values on the lines of their keys")
        ]
    }
    return result
}

/// Each round mends all that it sees.
private let mostRounds = 10
