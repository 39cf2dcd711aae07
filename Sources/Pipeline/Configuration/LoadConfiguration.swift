package import Diagnostics
import YAML

/// Reads pipeline.yaml and checks its form: all that is wrong is reported in one go.
///
/// Whether files and dimensions exist is checked where they are read.
///
/// - Parameter file: path for the places of diagnostics.
/// - Returns: nil instead of the configuration if any diagnostic is an error.
package func loadConfiguration(
    yaml: String, file: String
) -> (configuration: PipelineConfiguration?, diagnostics: [Diagnostic]) {
    let tree = SourceTree(yaml: yaml, file: file, keywords: ConfigurationKeys.all)
    var reader = ConfigurationReader(source: tree.source, diagnostics: tree.diagnostics)
    var configuration: PipelineConfiguration?
    if let root = tree.root {
        configuration = reader.configuration(root)
    } else if tree.diagnostics.isEmpty {
        reader.diagnostics.append(
            .error(
                "empty-configuration", "the file holds no configuration", at: Place(file: file),
                help: allowedHelp(ConfigurationKeys.pipeline)))
    }
    let diagnostics = inOrderOfLines(reader.diagnostics)
    return (diagnostics.hasErrors ? nil : configuration, diagnostics)
}

/// The keys of pipeline.yaml, in the order in which messages list them.
enum ConfigurationKeys {
    static let pipeline = ["pipeline", "corpus", "codebooks", "read", "chart", "decisions", "evaluate", "output"]
    static let corpus = ["documents", "references", "settled"]
    static let references = ["path", "database"]
    static let read = ["deadline", "memory", "ocr"]
    static let chart = [
        "formats", "columns", "category", "theme", "authors", "sort", "per cell", "characteristics", "year bands",
        "databases", "decisions",
    ]
    static let column = ["field", "heading"]
    static let evaluate = ["gold", "minimum", "baseline"]
    static let gold = ["develop", "report"]

    static let all = Set(pipeline + corpus + references + read + chart + column + evaluate + gold)
}
