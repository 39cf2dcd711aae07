/// Puts terms in order by how well they tell passages with a code from the others: in all of the gold, or without one of
/// the folds that it is cut into.
struct TermRanking {
    private let candidates: [TermCandidate]
    /// The fold of each passage.
    private let folds: [Int]
    private let code: GoldOfCode
    private let definitions: Definitions

    /// Passages with the code that are missed and found, and passages without it.
    private struct Groups {
        var missed = 0
        var found = 0
        var others = 0
    }

    init(_ candidates: [TermCandidate], _ code: GoldOfCode, definitions: Definitions, folds: [Int]) {
        self.candidates = candidates
        self.code = code
        self.definitions = definitions
        self.folds = folds
    }

    /// How a term is spread over passages with and without the code.
    ///
    /// Found passages count with the missed: what people gave the code to tells of the code, and the term must stand
    /// outside of what the codebook finds them by.
    func contrast(of candidate: TermCandidate) -> Contrast {
        contrast(
            of: candidate, counts(candidate.missed, candidate.found, candidate.others, without: nil),
            all: all(without: nil))
    }

    /// Terms from the best to the worst, of several for the same words only those that bring further passages.
    ///
    /// - Parameters:
    ///   - fold: the fold that is left out; nil for none.
    ///   - limit: so many at most.
    ///   - isWanted: asked of a term that would be the next; one that is not wanted keeps no other out.
    func best(without fold: Int?, limit: Int, where isWanted: (Int) -> Bool = { _ in true }) -> [Int] {
        var chosen: [(index: Int, missed: Set<Int>)] = []
        for index in ordered(without: fold) {
            if chosen.count == limit { break }
            let candidate = candidates[index]
            let missed = Set(candidate.missed.filter { folds[$0] != fold })
            let isRepetition = chosen.contains { other in
                candidate.isAboutAWord(of: candidates[other.index]) && missed.isSubset(of: other.missed)
            }
            if !isRepetition, isWanted(index) { chosen.append((index, missed)) }
        }
        return chosen.map(\.index)
    }

    private func ordered(without fold: Int?) -> [Int] {
        let all = all(without: fold)
        var scored: [(index: Int, isRare: Bool, score: Double)] = []
        for (index, candidate) in candidates.enumerated() {
            let counts = counts(candidate.missed, candidate.found, candidate.others, without: fold)
            let contrast = contrast(of: candidate, counts, all: all)
            guard counts.missed > 0, contrast.favoursFirst, contrast.logLikelihood >= leastLogLikelihood else {
                continue
            }
            // A word that one missed passage has tells nothing of the next one: thousands are like it.
            let isRare = counts.missed < 2 && !candidate.isInDefinition
            scored.append((index, isRare, contrast.logLikelihood))
        }
        return scored.sorted { first, second in
            if first.isRare != second.isRare { return second.isRare }
            if abs(first.score - second.score) > 1e-9 { return first.score > second.score }
            // A single word before phrases with it, as they are found.
            let (one, other) = (candidates[first.index], candidates[second.index])
            return one.words.count == other.words.count
                ? first.index < second.index : one.words.count < other.words.count
        }.map(\.index)
    }

    private func contrast(of candidate: TermCandidate, _ counts: Groups, all: Groups) -> Contrast {
        Contrast(
            first: all.missed + all.found + 1,
            inFirst: counts.missed + counts.found + (candidate.isInDefinition ? 1 : 0),
            second: all.others + definitions.others.count, inSecond: counts.others + candidate.otherDefinitions)
    }

    private func all(without fold: Int?) -> Groups { counts(code.missed, code.found, code.others, without: fold) }

    private func counts(_ missed: [Int], _ found: [Int], _ others: [Int], without fold: Int?) -> Groups {
        guard let fold else { return Groups(missed: missed.count, found: found.count, others: others.count) }
        return Groups(
            missed: missed.count { folds[$0] != fold }, found: found.count { folds[$0] != fold },
            others: others.count { folds[$0] != fold })
    }
}

/// Chance alone tells one word in three from the others as well as this (chi-square, one degree of freedom).
private let leastLogLikelihood = 1.0

extension TermCandidate {
    /// Whether a word of one begins like a word of the other.
    fileprivate func isAboutAWord(of other: TermCandidate) -> Bool {
        words.contains { word in other.words.contains { $0.hasPrefix(word) || word.hasPrefix($0) } }
    }
}
