import Tables

/// The sheets of a codebook and their columns, in the order in which they are written. Only ``codes`` must be there.
struct SheetForm {
    struct Column {
        var heading: String
        /// In characters.
        var width: Int
        /// What a person writes into it.
        var help: String
    }

    var name: String
    /// What a row is.
    var row: String
    var columns: [Column]
    /// Columns that a sheet cannot be without.
    var required: [String]
    /// Columns that tell rows apart: a row in which all of them are empty goes on with the row above.
    var keys: [String]
    /// Columns from the left that stay in view.
    var frozenColumns: Int

    static let all = [codes, rules, terms, dimensions, codebook]

    var headings: [String] { columns.map(\.heading) }
}

/// Headings that several places name.
enum Heading {
    static let dimension = "Dimension"
    static let code = "Code"
    static let label = "Label"
    static let brief = "Brief"
    static let definition = "Definition"
    static let useWhen = "Use when"
    static let notWhen = "Not when"
    static let lookFor = "Look for"
    static let underHeadings = "Under headings"
    static let butNot = "But not"
    static let examples = "Examples"
    static let nearMisses = "Near misses"
    static let threshold = "Threshold"
    static let chartColumn = "Column in chart"
    static let aliases = "Other names"
    static let rule = "Rule"
    static let after = "After"
    static let inSections = "In sections"
    static let at = "At"
    static let notInSections = "Not in sections"
    static let when = "When coded"
    static let weight = "Weight"
    static let name = "Name"
    static let unit = "Unit"
    static let assign = "Assign"
    static let setting = "Setting"
    static let value = "Value"
    static let meaning = "What it is"
}

extension SheetForm {
    static let codes = SheetForm(
        name: "Codes", row: "a code",
        columns: [
            Column(heading: Heading.dimension, width: 14, help: "The axis that the code is on: category, theme…"),
            Column(heading: Heading.code, width: 18, help: "A short name of its own: letters, digits, - and _."),
            Column(heading: Heading.label, width: 18, help: "The name as people read it, if it is another."),
            Column(heading: Heading.brief, width: 26, help: "The code in a few words."),
            Column(heading: Heading.definition, width: 40, help: "The full definition."),
            Column(heading: Heading.useWhen, width: 30, help: "For people who code: when to use it."),
            Column(heading: Heading.notWhen, width: 30, help: "For people who code: when not to use it."),
            Column(
                heading: Heading.lookFor, width: 44,
                help: "Search expressions, one a line, each a rule: lack* NEAR/4 fund*. Weight in parentheses: (2)."),
            Column(
                heading: Heading.underHeadings, width: 30,
                help: "Expressions for the heading, list lead-in or column header above a passage, one a line."),
            Column(
                heading: Heading.butNot, width: 30,
                help:
                    "Expressions, one a line: where one of them holds in a passage, Look for and Under headings do not."
            ),
            Column(heading: Heading.examples, width: 50, help: "Passages that get the code, one a line."),
            Column(heading: Heading.nearMisses, width: 50, help: "Passages that must not get it, one a line."),
            Column(heading: Heading.threshold, width: 10, help: "The weight that a passage needs; 1 if empty."),
            Column(heading: Heading.chartColumn, width: 20, help: "The heading of its column in the chart."),
            Column(heading: Heading.aliases, width: 20, help: "Further names in hand-coded data, one a line."),
        ],
        required: [Heading.dimension, Heading.code], keys: [Heading.dimension, Heading.code], frozenColumns: 2)

    static let rules = SheetForm(
        name: "Rules", row: "a rule that says more than a line in Codes can",
        columns: [
            Column(heading: Heading.dimension, width: 14, help: "The dimension of its code."),
            Column(heading: Heading.code, width: 22, help: "Its code."),
            Column(heading: Heading.rule, width: 22, help: "A name of its own, to find it in explanations."),
            Column(
                heading: Heading.lookFor, width: 60, help: "Expressions for the passage, one a line: one must hold."),
            Column(heading: Heading.at, width: 8, help: "start: only where the passage begins with it."),
            Column(
                heading: Heading.underHeadings, width: 40, help: "Expressions for what stands above: one must hold."),
            Column(heading: Heading.after, width: 26, help: "Expressions for the passage before: one must hold."),
            Column(heading: Heading.butNot, width: 40, help: "Expressions for the passage: none may hold."),
            Column(heading: Heading.inSections, width: 16, help: "Kinds of sections: methods, results…"),
            Column(heading: Heading.notInSections, width: 16, help: "Kinds of sections in which it does not count."),
            Column(heading: Heading.when, width: 20, help: "Codes that the passage must have: category.barrier."),
            Column(heading: Heading.weight, width: 8, help: "1 if empty."),
        ],
        required: [Heading.dimension, Heading.code], keys: [Heading.dimension, Heading.code, Heading.rule],
        frozenColumns: 3)

    static let terms = SheetForm(
        name: "Terms", row: "a list of expressions with a name, which others use as $name",
        columns: [
            Column(heading: Heading.name, width: 20, help: "The name, without the dollar sign."),
            Column(heading: Heading.lookFor, width: 90, help: "Expressions, one a line: one must hold."),
        ],
        required: [Heading.name, Heading.lookFor], keys: [Heading.name], frozenColumns: 1)

    static let dimensions = SheetForm(
        name: "Dimensions", row: "a dimension",
        columns: [
            Column(heading: Heading.dimension, width: 20, help: "Its name in Codes."),
            Column(heading: Heading.label, width: 30, help: "The name as people read it, if it is another."),
            Column(
                heading: Heading.unit, width: 14, help: "passage (if empty) or document: what a score is summed over."),
            Column(heading: Heading.assign, width: 30, help: "best (if empty), all, or: all within 1 of the best."),
        ],
        required: [Heading.dimension], keys: [Heading.dimension], frozenColumns: 1)

    static let codebook = SheetForm(
        name: "Codebook", row: "a setting of the codebook",
        columns: [
            Column(heading: Heading.setting, width: 16, help: "Its name."),
            Column(heading: Heading.value, width: 60, help: "What holds for this codebook."),
            Column(heading: Heading.meaning, width: 60, help: "Said here; not read."),
        ],
        required: [Heading.setting, Heading.value], keys: [Heading.setting], frozenColumns: 1)
}

/// A row of the sheet Codebook.
struct CodebookSetting {
    var name: String
    /// Its key in YAML.
    var key: String
    var meaning: String

    static let negation = CodebookSetting(
        name: "Negation", key: "negation",
        meaning: "Words, one a line; what stands just behind one of them does not count.")
    static let include = CodebookSetting(
        name: "Include", key: "include",
        meaning: "Files with terms that codebooks share, one a line: paths from the folder of the codebook's YAML file."
    )
    static let skip = CodebookSetting(
        name: "Skip", key: "skip", meaning: "Kinds of sections that are never coded: references, contents…")

    static let all = [
        CodebookSetting(name: "Codebook", key: "codebook", meaning: "A short name: letters, digits, - and _."),
        CodebookSetting(name: "Title", key: "title", meaning: "The name as people read it."),
        CodebookSetting(name: "Version", key: "version", meaning: "Raise it when the codebook changes."),
        CodebookSetting(name: "Source", key: "source", meaning: "The publication that it comes from."),
        CodebookSetting(
            name: "Language", key: "language",
            meaning: "Two letters (en, de, fr…), for words with the same stem: word~."
        ),
        include, negation, skip,
    ]
}
