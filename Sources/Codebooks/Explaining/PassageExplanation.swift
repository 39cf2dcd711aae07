package import DocumentModel

/// How a passage was coded, and how it was not.
package struct PassageExplanation: Sendable {
    package var passage: Passage
    /// What coding gave.
    package var codes: PassageCodes
    /// Of all codebooks, in their order.
    package var dimensions: [DimensionExplanation]
}

/// What one dimension says of a passage.
package struct DimensionExplanation: Sendable {
    package var dimension: Dimension
    /// The section that the codebook never codes, if the passage is in one.
    package var skipped: SectionKind?
    /// In the codebook's order.
    package var codes: [CodeExplanation]
}

/// What one code says of a passage.
package struct CodeExplanation: Sendable {
    /// Whether the code was assigned, and why not.
    package enum Verdict: Sendable, Hashable {
        case assigned
        /// So many thousandths are missing to the threshold.
        case short(thousandths: Int)
        /// The threshold is reached, and another code of the dimension goes first.
        case beaten(by: CodeScore)
        /// Codes of documents are assigned when all passages are known.
        case ofDocument
    }

    package var code: Code
    /// nil if no rule holds.
    package var score: Int?
    package var verdict: Verdict
    /// In the author's order.
    package var rules: [RuleExplanation]
}

/// Whether a rule holds in a passage, and why not.
package struct RuleExplanation: Sendable {
    package var rule: Rule
    /// nil if the rule does not hold; there is at least one failure then.
    package var match: RuleMatch?
    package var failures: [RuleFailure]

    /// Whether little was missing: nothing but what narrows a rule, or a part of its expression.
    package var isNear: Bool {
        match == nil && failures.contains(where: \.isNear) && !failures.contains(where: \.isFar)
    }
}

extension RuleFailure {
    fileprivate var isFar: Bool {
        switch self {
        case .match(let failure), .previous(let failure): failure.progress < 2
        case .noContext, .under, .noPrevious: true
        default: false
        }
    }
}

/// Explains how codebooks code passages; made once for any number of passages.
package struct Explainer: Sendable {
    private let codebooks: [Codebook]
    private let coder: PassageCoder

    /// - Parameter codebooks: without errors, and with different dimensions.
    package init(_ codebooks: [Codebook]) {
        self.codebooks = codebooks
        coder = PassageCoder(codebooks)
    }

    /// - Parameter isWanted: the codes whose rules are searched for what failed; the others have no failures. The search
    ///   takes a fraction of a millisecond for each rule.
    package func explain(
        _ passage: Passage, where isWanted: (CodeReference) -> Bool = { _ in true }
    ) -> PassageExplanation {
        let codes = coder.code(passage)
        return PassageExplanation(
            passage: passage, codes: codes,
            dimensions: codebooks.flatMap { codebook in
                let search = FailureSearch(codebook, passage, codes)
                return codebook.dimensions.map { search.explain($0, where: isWanted) }
            })
    }
}

extension FailureSearch {
    fileprivate func explain(
        _ dimension: Dimension, where isWanted: (CodeReference) -> Bool
    ) -> DimensionExplanation {
        let skipped = codebook.skip.first { $0 == passage.section }
        let codes = dimension.codes.map { CodeReference(dimension: dimension.id, code: $0.id) }
        if skipped == nil {
            prepare(zip(dimension.codes, codes).flatMap { isWanted($1) ? $0.rules : [] })
        }
        let level = skipped == nil && codes.contains(where: isWanted) ? winningLevel(of: dimension) : nil
        return DimensionExplanation(
            dimension: dimension, skipped: skipped,
            codes: dimension.codes.map { code in
                let reference = CodeReference(dimension: dimension.id, code: code.id)
                let isSearched = skipped == nil && isWanted(reference)
                let score = self.codes.scores.first { $0.code == reference }?.thousandths
                return CodeExplanation(
                    code: code, score: score, verdict: verdict(of: code, score: score ?? 0, in: dimension),
                    rules: code.rules.map { rule in
                        let match = self.codes.matches.first { $0.code == reference && $0.rule == rule.id }
                        let isOpen = match == nil && isSearched
                        return RuleExplanation(
                            rule: rule, match: match, failures: isOpen ? failures(of: rule, level: level) : [])
                    })
            })
    }

    private func verdict(of code: Code, score: Int, in dimension: Dimension) -> CodeExplanation.Verdict {
        let assigned = codes.codes(in: dimension.id)
        if dimension.unit == .document { return .ofDocument }
        if assigned.contains(code.id) { return .assigned }
        guard score >= code.threshold, let best = assigned.first else {
            return .short(thousandths: code.threshold - score)
        }
        let reference = CodeReference(dimension: dimension.id, code: best)
        let bestScore = codes.scores.first { $0.code == reference }
        return .beaten(by: bestScore ?? CodeScore(code: reference, thousandths: 0))
    }
}
