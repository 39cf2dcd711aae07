package import Diagnostics
package import DocumentModel

/// Dimensions, codes, rules and examples, checked and with every `$name` expanded.
package struct Codebook: Sendable, Hashable {
    package var id: String
    package var title: String
    package var version: String
    /// The publication that the codebook comes from, as its author wrote it.
    package var source: String
    /// Language code of the stemmer for terms written `word~`: `en`.
    package var language: String
    /// Files with shared terms, as the author names them: relative to the folder of the codebook's file.
    package var includes: [String]
    /// Named expressions, those of included files first, each in the author's order; names are unique.
    package var terms: [NamedTerm]
    /// Words before a hit of `match` that take it away.
    package var negation: RuleExpression?
    /// Section kinds that are never coded.
    package var skip: [SectionKind]
    /// In the author's order; ids are unique.
    package var dimensions: [Dimension]

    package init(
        id: String, title: String = "", version: String = "", source: String = "", language: String = "en",
        includes: [String] = [], terms: [NamedTerm] = [], negation: RuleExpression? = nil, skip: [SectionKind] = [],
        dimensions: [Dimension]
    ) {
        self.id = id
        self.title = title
        self.version = version
        self.source = source
        self.language = language
        self.includes = includes
        self.terms = terms
        self.negation = negation
        self.skip = skip
        self.dimensions = dimensions
    }

    /// The dimension of that id.
    package func dimension(_ id: String) -> Dimension? {
        dimensions.first { $0.id == id }
    }

    /// The code that a reference names.
    package func code(_ reference: CodeReference) -> Code? {
        dimension(reference.dimension)?.codes.first { $0.id == reference.code }
    }
}

/// An axis of codes: `category`, `theme`, `level`…
package struct Dimension: Sendable, Hashable {
    /// What a score is the sum over.
    package enum Unit: String, Sendable, Hashable, CaseIterable {
        /// The rules that hold in one passage.
        case passage
        /// The rules that hold in any passage of a document, each as often as it holds.
        case document
    }

    /// Which candidates are assigned.
    package enum Assignment: Sendable, Hashable {
        /// The one with the highest score; the first of the codebook among equals.
        case best
        case all
        /// Those whose score is at most so many thousandths below the best.
        case within(thousandths: Int)
    }

    package var id: String
    /// As people read it; the id if the author gave none.
    package var label: String
    package var unit: Unit
    package var assign: Assignment
    /// In the author's order; ids are unique.
    package var codes: [Code]
    package var place: Place?

    package init(
        id: String, label: String? = nil, unit: Unit = .passage, assign: Assignment = .best, codes: [Code],
        place: Place? = nil
    ) {
        self.id = id
        self.label = label ?? id
        self.unit = unit
        self.assign = assign
        self.codes = codes
        self.place = place
    }
}

/// One value on a dimension, as qualitative researchers describe it (MacQueen et al. 1998), with the rules
/// that assign it.
package struct Code: Sendable, Hashable {
    package var id: String
    /// As people read it; the id if the author gave none.
    package var label: String
    /// Heading of its column in the chart.
    package var column: String?
    /// Further names in gold and imports.
    package var aliases: [String]
    package var brief: String
    package var definition: String
    package var useWhen: String
    package var notWhen: String
    /// The least score of a candidate, in thousandths; above 0.
    package var threshold: Int
    package var rules: [Rule]
    package var examples: [Example]
    package var nearMisses: [Example]
    package var place: Place?

    package init(
        id: String, label: String? = nil, column: String? = nil, aliases: [String] = [], brief: String = "",
        definition: String = "", useWhen: String = "", notWhen: String = "", threshold: Int = 1000,
        rules: [Rule] = [], examples: [Example] = [], nearMisses: [Example] = [], place: Place? = nil
    ) {
        self.id = id
        self.label = label ?? id
        self.column = column
        self.aliases = aliases
        self.brief = brief
        self.definition = definition
        self.useWhen = useWhen
        self.notWhen = notWhen
        self.threshold = threshold
        self.rules = rules
        self.examples = examples
        self.nearMisses = nearMisses
        self.place = place
    }
}

extension Codebook {
    /// Every rule with the code that it belongs to, in the author's order.
    package var rules: [(code: CodeReference, rule: Rule)] {
        dimensions.flatMap { dimension in
            dimension.codes.flatMap { code in
                code.rules.map { (CodeReference(dimension: dimension.id, code: code.id), $0) }
            }
        }
    }
}
