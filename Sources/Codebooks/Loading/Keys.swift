/// A key of the codebook language: its name, what it takes and what it is for.
///
/// Reading, messages and the schema for editors all use these, so that a key is added here and where it is read.
struct Key: Sendable {
    var name: String
    var form: Form
    var summary: String
    var isRequired = false

    /// What a key takes.
    enum Form: Sendable {
        case text, id, language, weight, threshold, unit, assignment, anchor
        /// One or a list.
        case texts, paths, expressions, sections, conditions
        case section
        /// Names with expressions.
        case terms
        /// Dimensions with codes.
        case codes
        /// A list of such things.
        case list(Thing)
        /// The same, or texts that stand for such things.
        case passages
    }

    /// What a mapping of the language describes.
    enum Thing: Sendable {
        case dimension, code, rule, example
    }
}

/// The keys of the codebook language, in the order in which messages list them.
enum Keys {
    static let codebook = [
        Key(name: "codebook", form: .id, summary: "The id of the codebook.", isRequired: true),
        Key(name: "title", form: .text, summary: "What the codebook is about, for people."),
        Key(name: "version", form: .text, summary: "Its version: any text, 1.10 stays 1.10."),
        Key(name: "source", form: .text, summary: "The publication that it comes from."),
        Key(name: "language", form: .language, summary: "Language of the stemmer for terms written word~."),
        Key(name: "include", form: .paths, summary: "Files with shared terms, relative to this file."),
        Key(name: "terms", form: .terms, summary: "Named expressions, used as $name; a list means OR."),
        Key(
            name: "negation", form: .expressions,
            summary: "Words that take a hit away which follows them by at most three words in the same clause."),
        Key(name: "skip", form: .sections, summary: "Section kinds that are never coded."),
        Key(
            name: "dimensions", form: .list(.dimension), summary: "The axes of codes: category, theme, level…",
            isRequired: true),
    ]
    static let dimension = [
        Key(name: "dimension", form: .id, summary: "The id of the dimension, unique in a run.", isRequired: true),
        Key(name: "label", form: .text, summary: "Its name for people; the id if there is none."),
        Key(
            name: "unit", form: .unit,
            summary: "What a score is the sum over: the rules of one passage, or those of a whole document."),
        Key(
            name: "assign", form: .assignment,
            summary: "Which of the codes that reach their threshold are assigned: the best, all, or all near the best."),
        Key(name: "codes", form: .list(.code), summary: "The codes, in the order of the chart.", isRequired: true),
    ]
    static let code = [
        Key(name: "code", form: .id, summary: "The id of the code, unique in its dimension.", isRequired: true),
        Key(name: "label", form: .text, summary: "Its name for people; the id if there is none."),
        Key(name: "column", form: .text, summary: "Heading of its column in the chart."),
        Key(name: "aliases", form: .texts, summary: "Further names in gold and imports."),
        Key(name: "brief", form: .text, summary: "What the code means, in a few words."),
        Key(name: "definition", form: .text, summary: "What the code means, in full."),
        Key(name: "use when", form: .text, summary: "When to use the code; for people, never executed."),
        Key(name: "not when", form: .text, summary: "When not to use the code; for people, never executed."),
        Key(name: "threshold", form: .threshold, summary: "The least score of a candidate; 1 if there is none."),
        Key(
            name: "rules", form: .list(.rule), summary: "What assigns the code: the weights of rules that hold add up."),
        Key(name: "examples", form: .passages, summary: "Passages that must get the code."),
        Key(name: "near misses", form: .passages, summary: "Passages that must not get the code."),
    ]
    static let rule = [
        Key(name: "rule", form: .id, summary: "The id of the rule, unique in its code; its number if there is none."),
        Key(name: "match", form: .expressions, summary: "Holds in the passage's text; negated hits do not count."),
        Key(name: "at", form: .anchor, summary: "Where in the passage 'match' must hold: with its first word."),
        Key(name: "under", form: .expressions, summary: "Holds in the nearest heading, lead-in or column header."),
        Key(name: "previous", form: .expressions, summary: "Holds in the passage before."),
        Key(name: "unless", form: .expressions, summary: "Must not hold in the passage's text."),
        Key(name: "in", form: .sections, summary: "The passage is in one of these sections, or in an unknown one."),
        Key(name: "not in", form: .sections, summary: "The passage is in none of these sections."),
        Key(name: "when", form: .conditions, summary: "One of these codes of other dimensions is assigned."),
        Key(name: "weight", form: .weight, summary: "What the rule adds to the score of its code; 1 if there is none."),
    ]
    static let example = [
        Key(name: "text", form: .text, summary: "The passage.", isRequired: true),
        Key(name: "heading", form: .texts, summary: "The headings above it, outermost first."),
        Key(name: "lead_in", form: .text, summary: "What introduces its list, box or column."),
        Key(name: "previous", form: .text, summary: "The passage before it."),
        Key(name: "section", form: .section, summary: "The kind of section that it stands in."),
        Key(name: "codes", form: .codes, summary: "All codes that it should get, for each dimension named."),
    ]
    /// Keys of a file that codebooks include.
    static let shared = codebook.filter { $0.name == "include" || $0.name == "terms" }

    static let all = Set([codebook, dimension, code, rule, example].joined().map(\.name))
}

extension Key.Thing {
    var keys: [Key] {
        switch self {
        case .dimension: Keys.dimension
        case .code: Keys.code
        case .rule: Keys.rule
        case .example: Keys.example
        }
    }

    /// How one is written.
    var example: String {
        switch self {
        case .dimension: "dimension: theme, and its codes below 'codes:'"
        case .code: "code: shared-goals, and its rules below 'rules:'"
        case .rule: "match: soil OR compost*"
        case .example: "text: The soil was dry."
        }
    }
}

extension [Key] {
    var names: [String] { map(\.name) }

    /// What one of them is for, as messages say it.
    func summary(of name: String) -> String? {
        first { $0.name == name }.map {
            "\($0.name): \($0.summary.prefix(1).lowercased() + $0.summary.dropFirst().dropLast())"
        }
    }
}
