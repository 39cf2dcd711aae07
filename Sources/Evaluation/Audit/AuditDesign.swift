package import DocumentModel

/// How an audit was drawn: from the items of the chart, and from the passages that are not in it.
package struct AuditDesign: Sendable, Hashable {
    package struct Stratum: Sendable, Hashable {
        /// Items or passages of all documents.
        package var population: Int
        /// How many draws there were.
        package var draws: Int
        /// Whether all of them are in the sample.
        package var isCensus: Bool

        package init(population: Int, draws: Int, isCensus: Bool) {
            self.population = population
            self.draws = draws
            self.isCensus = isCensus
        }
    }

    package var charted: Stratum
    package var rest: Stratum
    /// The dimensions that an item must have a code of, the chart's category and theme, with all their codes in the
    /// codebook's order.
    package var dimensions: [DimensionCodes]

    package init(charted: Stratum, rest: Stratum, dimensions: [DimensionCodes]) {
        self.charted = charted
        self.rest = rest
        self.dimensions = dimensions
    }
}

/// A passage that a person checks without seeing what the machine has made of it.
package struct AuditedPassage: Sendable, Hashable {
    /// Path of the document.
    package var document: String
    /// Whether it stands in the chart.
    package var isCharted: Bool
    /// The codes with which it stands in the chart; none if it does not.
    package var charted: [DimensionCodes]
    /// What a person gave it; nil if nobody has checked it yet.
    package var answer: [DimensionCodes]?
    /// The draws of its stratum that it came with.
    package var draws: [Int]

    package init(
        document: String, isCharted: Bool, charted: [DimensionCodes], answer: [DimensionCodes]?, draws: [Int]
    ) {
        self.document = document
        self.isCharted = isCharted
        self.charted = charted
        self.answer = answer
        self.draws = draws
    }

    func isCharted(with code: String, in dimension: String) -> Bool {
        charted.contains { $0.dimension == dimension && $0.codes.contains(code) }
    }

    func isGiven(_ code: String, in dimension: String) -> Bool {
        (answer ?? []).contains { $0.dimension == dimension && $0.codes.contains(code) }
    }
}
