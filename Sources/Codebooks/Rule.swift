package import Diagnostics
package import DocumentModel
package import Expressions

/// Conditions with a weight, inside a code: where all of them hold, the weight is added to the code's score.
package struct Rule: Sendable, Hashable {
    /// A place in the passage.
    package enum Anchor: String, Sendable, Hashable, CaseIterable {
        /// One of the words that make `match` hold is the first of the passage, behind a list marker.
        case start
    }

    /// Unique in its code.
    package var id: String
    /// Holds in the passage's text; negated hits do not count.
    package var match: RuleExpression?
    /// Where in the passage `match` must hold.
    package var at: Anchor?
    /// Holds in the nearest context level at which any `under` of the dimension holds.
    package var under: RuleExpression?
    /// Holds in the passage before.
    package var previous: RuleExpression?
    /// Must not hold in the passage's text.
    package var unless: RuleExpression?
    /// The passage is in one of these sections, or in an unknown one; empty asks nothing.
    package var inSections: [SectionKind]
    /// The passage is in none of these sections.
    package var notInSections: [SectionKind]
    /// One of these codes of other dimensions is assigned; empty asks nothing.
    package var when: [CodeReference]
    /// Thousandths; may be negative.
    package var weight: Int
    package var place: Place?

    package init(
        id: String, match: RuleExpression? = nil, at: Anchor? = nil, under: RuleExpression? = nil,
        previous: RuleExpression? = nil,
        unless: RuleExpression? = nil, inSections: [SectionKind] = [], notInSections: [SectionKind] = [],
        when: [CodeReference] = [], weight: Int = 1000, place: Place? = nil
    ) {
        self.id = id
        self.match = match
        self.at = at
        self.under = under
        self.previous = previous
        self.unless = unless
        self.inSections = inSections
        self.notInSections = notInSections
        self.when = when
        self.weight = weight
        self.place = place
    }
}

/// An expression of a rule as its author wrote it and as it is matched.
package struct RuleExpression: Sendable, Hashable {
    /// The author's expressions; several mean OR.
    package var sources: [String]
    /// Every `$name` expanded.
    package var expression: Expression
    package var place: Place?

    package init(sources: [String], expression: Expression, place: Place? = nil) {
        self.sources = sources
        self.expression = expression
        self.place = place
    }
}

/// An expression under `terms`, which others use as `$name`.
package struct NamedTerm: Sendable, Hashable {
    /// Without the dollar sign.
    package var name: String
    /// The author's expressions; several mean OR.
    package var sources: [String]
    /// Whether a file that the codebook includes defines it.
    package var isIncluded: Bool
    package var place: Place?

    package init(name: String, sources: [String], isIncluded: Bool = false, place: Place? = nil) {
        self.name = name
        self.sources = sources
        self.isIncluded = isIncluded
        self.place = place
    }
}

/// A passage that a code must get (example) or must not get (near miss).
package struct Example: Sendable, Hashable {
    package var passage: Passage
    /// All codes that the passage should get in these dimensions; nil when the author said nothing of them.
    package var codes: [DimensionCodes]?
    package var place: Place?

    package init(passage: Passage, codes: [DimensionCodes]? = nil, place: Place? = nil) {
        self.passage = passage
        self.codes = codes
        self.place = place
    }
}
