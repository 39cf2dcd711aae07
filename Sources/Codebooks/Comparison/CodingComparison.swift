package import DocumentModel

/// What another version of a codebook changes in one dimension of one passage.
package struct CodingChange: Sendable, Hashable {
    /// By its id in the new codebook, unless it is gone.
    package var dimension: String
    /// Assigned before and after, by ids of the new codebook; the best first.
    package var before: [String]
    package var after: [String]
    /// Rules of the dimension that hold now and did not before.
    package var firing: [RuleReference]
    /// Rules of the dimension that held before and do not now.
    package var silent: [RuleReference]
    /// Codes that were gained or lost, with their scores before and after in thousandths.
    package var scores: [ScoreChange]

    package var gained: [String] { after.filter { !before.contains($0) } }
    package var lost: [String] { before.filter { !after.contains($0) } }

    package struct ScoreChange: Sendable, Hashable {
        package var code: String
        package var before: Int
        package var after: Int

        package init(code: String, before: Int, after: Int) {
            self.code = code
            self.before = before
            self.after = after
        }
    }

    package init(
        dimension: String, before: [String], after: [String], firing: [RuleReference], silent: [RuleReference],
        scores: [ScoreChange]
    ) {
        self.dimension = dimension
        self.before = before
        self.after = after
        self.firing = firing
        self.silent = silent
        self.scores = scores
    }
}

/// Compares what two versions of a codebook say of passages.
package struct CodingComparison: Sendable {
    private let difference: CodebookDifference
    private let renamedDimensions: [String: String]
    private let dimensions: [String]

    /// - Parameter difference: of the two codebooks.
    package init(_ old: Codebook, _ new: Codebook, _ difference: CodebookDifference) {
        self.difference = difference
        var renamed: [String: String] = [:]
        for (from, to) in difference.renamedCodes { renamed[from.dimension] = to.dimension }
        renamedDimensions = renamed
        let kept = new.dimensions.map(\.id)
        dimensions = kept + old.dimensions.map { renamed[$0.id] ?? $0.id }.filter { !kept.contains($0) }
    }

    /// What differs, by dimension in the new codebook's order; empty if the same codes are assigned.
    package func changes(_ old: PassageCodes, _ new: PassageCodes) -> [CodingChange] {
        let old = renamed(old)
        return dimensions.compactMap { dimension in
            let (before, after) = (old.codes(in: dimension), new.codes(in: dimension))
            guard Set(before) != Set(after) else { return nil }
            let (held, holding) = (rules(old, dimension), rules(new, dimension))
            let moved = after.filter { !before.contains($0) } + before.filter { !after.contains($0) }
            return CodingChange(
                dimension: dimension, before: before, after: after, firing: holding.filter { !held.contains($0) },
                silent: held.filter { !holding.contains($0) },
                scores: moved.map { code in
                    let reference = CodeReference(dimension: dimension, code: code)
                    return CodingChange.ScoreChange(
                        code: code, before: score(old, reference), after: score(new, reference))
                })
        }
    }

    private func rules(_ codes: PassageCodes, _ dimension: String) -> [RuleReference] {
        codes.matches.filter { $0.code.dimension == dimension }.map { RuleReference(code: $0.code, rule: $0.rule) }
    }

    private func score(_ codes: PassageCodes, _ code: CodeReference) -> Int {
        codes.scores.first { $0.code == code }?.thousandths ?? 0
    }

    /// The same with the ids of the new codebook.
    private func renamed(_ codes: PassageCodes) -> PassageCodes {
        guard !difference.renamedCodes.isEmpty || !difference.renamedRules.isEmpty else { return codes }
        var codes = codes
        for index in codes.assigned.indices {
            let dimension = codes.assigned[index].dimension
            codes.assigned[index].codes = codes.assigned[index].codes.map {
                let reference = CodeReference(dimension: dimension, code: $0)
                return (difference.renamedCodes[reference] ?? reference).code
            }
            codes.assigned[index].dimension = renamedDimensions[dimension] ?? dimension
        }
        for index in codes.scores.indices {
            codes.scores[index].code = difference.renamedCodes[codes.scores[index].code] ?? codes.scores[index].code
        }
        for index in codes.matches.indices {
            let match = codes.matches[index]
            let reference = RuleReference(code: match.code, rule: match.rule)
            let renamed = difference.renamedRules[reference]
            codes.matches[index].code = renamed?.code ?? difference.renamedCodes[match.code] ?? match.code
            codes.matches[index].rule = renamed?.rule ?? match.rule
        }
        return codes
    }
}
