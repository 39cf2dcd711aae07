package import DocumentModel

/// What the chart does with decisions.
package enum DecisionUse: String, Sendable, CaseIterable {
    /// Rejected items leave the chart; what nobody decided stays.
    case apply
    /// Only what a person accepted, edited or added stands in the chart.
    case onlyAccepted = "only-accepted"
    /// The chart is what the codebook gives.
    case ignore
}

/// What applying decisions must know of a review.
package struct DecisionRules: Sendable {
    /// Dimensions that code passages, in the codebooks' order, with their codes.
    package var dimensions: [DimensionCodes]
    /// The codebook of each dimension.
    package var codebooks: [String: String]
    package var charting: ChartingRule
    package var use: DecisionUse

    package init(
        dimensions: [DimensionCodes], codebooks: [String: String], charting: ChartingRule, use: DecisionUse
    ) {
        self.dimensions = dimensions
        self.codebooks = codebooks
        self.charting = charting
        self.use = use
    }

    /// The first of some codes that no codebook has, as `dimension.code`.
    func unknownCode(in codes: [DimensionCodes]) -> String? {
        for group in codes {
            let known = dimensions.first { $0.dimension == group.dimension }?.codes ?? []
            if let code = group.codes.first(where: { !known.contains($0) }) { return group.dimension + "." + code }
        }
        return nil
    }

    /// Codes by dimension in the codebooks' order.
    func inOrder(_ codes: [DimensionCodes]) -> [DimensionCodes] {
        dimensions.compactMap { dimension in
            codes.first { $0.dimension == dimension.dimension && !$0.codes.isEmpty }
        }
    }

    /// Ids of the codebooks of some dimensions, joined by a comma.
    func codebook(of codes: [DimensionCodes]) -> String {
        var ids: [String] = []
        for id in codes.compactMap({ codebooks[$0.dimension] }) where !ids.contains(id) { ids.append(id) }
        return ids.joined(separator: ",")
    }
}

/// A decision that cannot be applied, and why; it stays in its file.
package struct LooseDecision: Sendable, Hashable {
    package var decision: Decision
    /// The rest of a sentence that begins with the decision.
    package var reason: String

    package init(decision: Decision, reason: String) {
        self.decision = decision
        self.reason = reason
    }
}
