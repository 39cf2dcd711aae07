import Diagnostics
import DocumentModel
import Expressions
import Matching
import YAML

/// Turns the tree of a YAML file into a codebook. What cannot be read is reported and left out, so that the
/// rest is checked too.
struct CodebookReader: FieldReader {
    /// The file being read: the codebook's own, or an included one.
    var source: SourceText
    var diagnostics: [Diagnostic]
    var fixes: [SourceEdit] = []
    /// Said when there are no errors.
    var warnings: [Diagnostic] = []
    /// Language of the stemmer.
    var language = "en"
    /// In the order in which they were met.
    var includedFiles: [String] = []
    /// Knows the expressions under `terms`.
    var expander = Expander(names: [:])
    /// What stands under `terms`, in the author's order, after what it includes.
    var namedTerms: [NamedTerm] = []
    /// How many more terms expressions may have, written out; far beyond any codebook.
    var termBudget = 5_000_000
    var usedTerms: Set<String> = []
    /// Where each name was defined first.
    var termPlaces: [String: Place] = [:]
    /// Codes of any dimension that rules and examples name, to be checked when all are known.
    var references: [NamedCode] = []

    init(source: SourceText, diagnostics: [Diagnostic]) {
        self.source = source
        self.diagnostics = diagnostics
    }

    mutating func readCodebook(_ node: SourceNode, include: (_ path: String) -> IncludedFile) -> Codebook? {
        guard let fields = readFields(node, of: "a codebook", allowed: Keys.codebook.names) else { return nil }
        language = readLanguage(fields)
        readTerms(readIncludes(fields, include: include) + [TermFile(source: source, node: fields["terms"])])
        let id = readID(
            fields, "codebook", of: "a codebook", help: "write an id for it, such as: codebook: school-gardens")
        let negation = fields["negation"].flatMap { readNegation($0) }
        let dimensions = readRequiredList(
            fields, "dimensions", of: "a codebook", help: "write each as: - " + Key.Thing.dimension.example
        ).compactMap { readDimension($0) }
        return Codebook(
            id: id ?? "", title: readText(fields, "title"), version: readText(fields, "version"),
            source: readText(fields, "source"), language: language,
            includes: fields["include"].map { $0.isEmpty ? [] : $0.elements.compactMap(\.text) } ?? [],
            terms: namedTerms,
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
        let kinds = SectionKind.allCases.map(\.rawValue)
        if case .mapping = node.content {
            diagnostics.append(
                .error(
                    "wrong-form", "section kinds are a list of names, found keys", at: node.place,
                    help: "write them in brackets: [methods, results]\n" + allowedHelp(kinds)))
            return []
        }
        return readTexts(node, "a section kind").compactMap { name, place in
            if let kind = SectionKind(rawValue: name) { return kind }
            diagnostics.append(
                .error(
                    "unknown-section", "unknown section kind '\(abbreviated(name))'", at: place,
                    help: allowedHelp(kinds),
                    suggestion: nearestName(to: name, among: kinds)))
            return nil
        }
    }
}
