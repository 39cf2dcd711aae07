import Diagnostics
import DocumentModel
import Expressions
import Matching
import YAML

/// Turns the tree of a YAML file into a codebook. What cannot be read is reported and left out, so that the
/// rest is checked too.
struct CodebookReader: FieldReader {
    let source: SourceText
    var diagnostics: [Diagnostic]
    /// The expressions under `terms`, expanded.
    var terms: [String: Expression] = [:]
    /// What stands under `terms`, in the author's order.
    var namedTerms: [NamedTerm] = []
    var usedTerms: Set<String> = []
    /// Codes of any dimension that rules and examples name, to be checked when all are known.
    var references: [NamedCode] = []

    init(source: SourceText, diagnostics: [Diagnostic]) {
        self.source = source
        self.diagnostics = diagnostics
    }

    mutating func readCodebook(_ node: SourceNode) -> Codebook? {
        guard let fields = readFields(node, of: "a codebook", allowed: Keys.codebook) else { return nil }
        if let node = fields["terms"] { readTerms(node) }
        let id = readID(fields, "codebook", of: "a codebook")
        let negation = fields["negation"].flatMap { readNegation($0) }
        let dimensions = readRequiredList(fields, "dimensions", of: "a codebook").compactMap { readDimension($0) }
        return Codebook(
            id: id ?? "", title: readText(fields, "title"), version: readText(fields, "version"),
            source: readText(fields, "source"), language: readLanguage(fields), terms: namedTerms,
            negation: negation, skip: fields["skip"].map { readSections($0) } ?? [], dimensions: dimensions)
    }

    private mutating func readLanguage(_ fields: Fields) -> String {
        guard let node = fields["language"], let code = readText(node, "language") else { return "en" }
        if !isStemmingLanguage(code) {
            diagnostics.append(
                .error(
                    "unknown-language", "no stemmer knows the language '\(code)'", at: node.place,
                    help: "write the two letters of ISO 639-1, such as en, de or fr"))
        }
        return code
    }

    /// Section kinds, one or a list.
    mutating func readSections(_ node: SourceNode) -> [SectionKind] {
        readTexts(node, "a section kind").compactMap { name, place in
            if let kind = SectionKind(rawValue: name) { return kind }
            let kinds = SectionKind.allCases.map(\.rawValue)
            diagnostics.append(
                .error(
                    "unknown-section", "unknown section kind '\(name)'", at: place, help: allowedHelp(kinds),
                    suggestion: nearestName(to: name, among: kinds)))
            return nil
        }
    }
}
