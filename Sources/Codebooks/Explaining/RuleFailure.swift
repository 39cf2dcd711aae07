package import DocumentModel

/// Why a rule does not hold in a passage; a rule may have several reasons.
package enum RuleFailure: Sendable, Hashable {
    /// The section of the passage is none of those under `in`.
    case otherSection(SectionKind, wanted: [SectionKind])
    /// The section of the passage stands under `not in`.
    case excludedSection(SectionKind)
    /// None of the codes under `when` is assigned.
    case notAssigned([CodeReference])
    /// `unless` holds in the passage's text, by these words.
    case blocked(by: [Range<Int>])
    /// Words of `match` stand in the text, but do not count: this negation stands before this word.
    case negated(by: Range<Int>, word: Range<Int>)
    /// `match` holds in the passage's text by these words, of which none is its first, and `at: start` asks for that.
    case notAtStart([Range<Int>])
    /// `match` does not hold in the passage's text.
    case match(ExpressionFailure)
    /// `under` is asked for, and the passage has neither heading nor lead-in.
    case noContext
    /// `under` holds at no level of the context.
    case under(String)
    /// `under` holds at one level, but another `under` of the dimension holds at a nearer one.
    case outranked(at: ContextPlace, by: ContextPlace, rule: String, code: String)
    /// `previous` is asked for, and no passage stands before this one.
    case noPrevious
    /// `previous` does not hold in the passage before.
    case previous(ExpressionFailure)

    /// Whether the rule would hold but for this, or much of its expression was there.
    package var isNear: Bool {
        switch self {
        case .otherSection, .excludedSection, .notAssigned, .blocked, .negated, .notAtStart, .outranked: true
        case .match(let failure), .previous(let failure): failure.progress > 1
        case .noContext, .under, .noPrevious: false
        }
    }
}

/// A level of a passage's context.
package struct ContextPlace: Sendable, Hashable {
    package var source: MatchSpan.Source
    /// Index into the heading path for headings.
    package var heading: Int?
    /// The text of that level.
    package var text: String

    package init(source: MatchSpan.Source, heading: Int? = nil, text: String) {
        self.source = source
        self.heading = heading
        self.text = text
    }
}
