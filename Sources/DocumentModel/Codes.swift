/// A code of a dimension.
package struct CodeReference: Sendable, Hashable {
    package var dimension: String
    package var code: String

    package init(dimension: String, code: String) {
        self.dimension = dimension
        self.code = code
    }
}

/// What a codebook says of one passage.
package struct PassageCodes: Sendable, Hashable {
    /// Every dimension that assigned codes, in the codebook's order; codes by score, then the codebook's order.
    package var assigned: [DimensionCodes]
    /// Every code of which a rule held, in the codebook's order.
    package var scores: [CodeScore]
    /// Every rule that held, in the codebook's order.
    package var matches: [RuleMatch]

    package init(assigned: [DimensionCodes] = [], scores: [CodeScore] = [], matches: [RuleMatch] = []) {
        self.assigned = assigned
        self.scores = scores
        self.matches = matches
    }

    /// The codes assigned in a dimension, the best first; empty when there are none.
    package func codes(in dimension: String) -> [String] {
        assigned.first { $0.dimension == dimension }?.codes ?? []
    }
}

/// The codes assigned in one dimension.
package struct DimensionCodes: Sendable, Hashable {
    package var dimension: String
    package var codes: [String]

    package init(dimension: String, codes: [String]) {
        self.dimension = dimension
        self.codes = codes
    }
}

/// The score of one code.
package struct CodeScore: Sendable, Hashable {
    package var code: CodeReference
    /// Sum of the weights of the code's rules that hold, in thousandths.
    package var thousandths: Int

    package init(code: CodeReference, thousandths: Int) {
        self.code = code
        self.thousandths = thousandths
    }
}

/// A rule that held, with every word that made it hold.
package struct RuleMatch: Sendable, Hashable {
    package var code: CodeReference
    package var rule: String
    /// By source (text, lead-in, headings from the outermost, previous), then by start; unique.
    package var spans: [MatchSpan]

    package init(code: CodeReference, rule: String, spans: [MatchSpan]) {
        self.code = code
        self.rule = rule
        self.spans = spans
    }
}

/// A word or phrase that made a rule hold.
package struct MatchSpan: Sendable, Hashable {
    /// Which text of the passage the span is in.
    package enum Source: String, Sendable, Hashable, Codable {
        case text
        case leadIn = "lead_in"
        case heading, previous
    }

    package var source: Source
    /// For headings: index into the heading path, 0 is the outermost. nil elsewhere.
    package var level: Int?
    /// Code points from the start of that text; end exclusive.
    package var start: Int
    package var end: Int

    package init(source: Source, level: Int? = nil, start: Int, end: Int) {
        self.source = source
        self.level = level
        self.start = start
        self.end = end
    }
}
