package import Codebooks
package import DocumentModel
import Expressions

/// Terms that would bring passages that a codebook misses.
package struct TermSuggestions: Sendable, Hashable {
    package var code: CodeReference
    /// Passages that people gave the code to.
    package var gold: Int
    /// Those of ``gold`` that the codebook gives it to as well.
    package var found: Int
    /// Those of ``gold`` that stand in sections that are never coded.
    package var unreachable: Int
    /// Passages without the code.
    package var others: Int
    /// Parts that the gold is cut into for ``SuggestedTerm/heldOut``, each of whole documents.
    package var folds: Int
    /// The terms as a rule of the code.
    package var rule: Rule
    /// The best first.
    package var terms: [SuggestedTerm]

    package var missed: Int { gold - found }
}

/// A term, and what a rule with it would do on the gold.
package struct SuggestedTerm: Sendable, Hashable {
    /// What a rule with the term changes: passages that it gives the code to, rightly and wrongly.
    package struct Effect: Sendable, Hashable {
        package var gain: Int
        package var cost: Int

        package init(gain: Int, cost: Int) {
            self.gain = gain
            self.cost = cost
        }
    }

    /// As it is written in a rule.
    package var source: String
    /// The log-likelihood ratio G² of passages with and without the code, by whether they have the term.
    package var logLikelihood: Double
    /// How many times as frequent the term is in passages with the code as in the others.
    package var ratio: Double
    package var effect: Effect
    /// The same by cross-validation: of each fold only if the term is among the suggestions that the other folds give.
    package var heldOut: Effect
    /// In how many folds it is.
    package var folds: Int
    /// Passages that would get the code rightly, as indices into the gold.
    package var gained: [Int]
    /// Passages that would get it wrongly.
    package var wronglyGained: [Int]
}

/// How terms are looked for.
package struct SuggestionSettings: Sendable, Hashable {
    /// Terms at most.
    package var limit: Int
    /// Parts for cross-validation; fewer if there are fewer documents.
    package var folds: Int

    package init(limit: Int = 20, folds: Int = 5) {
        self.limit = limit
        self.folds = folds
    }
}

/// Terms and phrases that tell passages that a codebook misses from passages without the code.
///
/// Words of these passages, their common beginnings and stems, and phrases of two and three words are put in order by
/// the log-likelihood ratio (Dunning 1993); stop words and what rules of the code hold for already are left out. What
/// each term would bring and cost is found by coding the gold with it. Definitions of codes count as passages with that
/// code, so that a word that the author names comes before one of the same frequency.
///
/// - Parameters:
///   - code: of a dimension of passages.
///   - gold: with the codebooks' names: see ``resolved(_:with:)``.
package func suggestTerms(
    for code: CodeReference, codebooks: [Codebook], gold: [GoldPassage],
    settings: SuggestionSettings = SuggestionSettings()
) -> TermSuggestions {
    let sides = GoldOfCode(code, codebooks, gold: gold)
    let language = codebooks.first { $0.code(code) != nil }?.language ?? "en"
    let definitions = Definitions(of: code, in: codebooks)
    let candidates = TermCandidates(gold, sides, definitions: definitions, language: language).found()
    let (folds, count) = foldsByDocument(gold, settings.folds)
    let ranking = TermRanking(candidates, sides, definitions: definitions, folds: folds)
    let trial = TermTrial(code, codebooks, gold: gold, sides)
    var effects: [Int: TermTrial.Gains] = [:]
    let best = ranking.best(without: nil, limit: settings.limit) { index in
        let gains = trial.gains(of: candidates[index])
        effects[index] = gains
        return !gains.right.isEmpty
    }
    let bestOfOthers =
        count > 1 ? (0..<count).map { Set(ranking.best(without: $0, limit: settings.limit)) } : []
    let terms = best.map { index in
        let contrast = ranking.contrast(of: candidates[index])
        let gains = effects[index]!
        let trusted = bestOfOthers.indices.filter { bestOfOthers[$0].contains(index) }
        func count(_ passages: [Int]) -> Int { passages.count { trusted.contains(folds[$0]) } }
        return SuggestedTerm(
            source: candidates[index].source, logLikelihood: contrast.logLikelihood, ratio: contrast.ratio,
            effect: SuggestedTerm.Effect(gain: gains.right.count, cost: gains.wrong.count),
            heldOut: SuggestedTerm.Effect(gain: count(gains.right), cost: count(gains.wrong)), folds: trusted.count,
            gained: gains.right, wronglyGained: gains.wrong)
    }
    return TermSuggestions(
        code: code, gold: sides.found.count + sides.missed.count + sides.unreachable.count, found: sides.found.count,
        unreachable: sides.unreachable.count, others: sides.others.count, folds: count,
        rule: trial.rule(with: best.map { candidates[$0] }), terms: terms)
}

/// The fold of each passage, and how many there are: documents in turn as they come, so that none is in two folds; a
/// passage of no document is one by itself.
private func foldsByDocument(_ gold: [GoldPassage], _ folds: Int) -> (ofPassages: [Int], count: Int) {
    var numbers: [String: Int] = [:]
    var documents = 0
    let numbered = gold.map { passage in
        if let document = passage.document, let known = numbers[document] { return known }
        documents += 1
        if let document = passage.document { numbers[document] = documents - 1 }
        return documents - 1
    }
    let count = max(1, min(folds, documents))
    return (numbered.map { $0 % count }, count)
}
