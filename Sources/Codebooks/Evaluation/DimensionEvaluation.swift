import DocumentModel

/// What one dimension says of a passage. Codes are indices into the dimension's codes.
struct DimensionOutcome {
    typealias Score = (code: Int, thousandths: Int)

    /// Codes of which a rule held, ascending.
    var scores: [Score] = []
    /// In the codebook's order.
    var matches: [RuleMatch] = []
    /// The best first.
    var assigned: [Int] = []
}

extension DimensionProgram {
    /// Scores and matches of a passage, nil if no rule holds.
    ///
    /// - Parameter assigned: numbers of the codes that dimensions evaluated before have assigned.
    func evaluate(_ evidence: Evidence, assigned: [Int]) -> DimensionOutcome? {
        if let section = evidence.section, skip.contains(section) { return nil }
        let level = evidence.levels.first { $0.hits[language].contains(anyOf: contextEntries) }
        let candidates = findCandidates(evidence, level)
        guard !candidates.isEmpty else { return nil }
        var outcome = DimensionOutcome()
        for candidate in candidates {
            let rule = rules[candidate]
            guard let spans = spans(of: rule, evidence, level, assigned) else { continue }
            outcome.matches.append(RuleMatch(code: codes[rule.code].reference, rule: rule.id, spans: spans))
            if outcome.scores.last?.code == rule.code {
                outcome.scores[outcome.scores.count - 1].thousandths += rule.weight
            } else {
                outcome.scores.append((rule.code, rule.weight))
            }
        }
        return outcome.matches.isEmpty ? nil : outcome
    }

    /// Rules of which the leading expression holds, ascending: `match` leads, then `previous`, then `under`, so
    /// that each rule can come once only.
    private func findCandidates(_ evidence: Evidence, _ level: ContextMemory.Level?) -> [Int] {
        var result: [Int] = []
        for entry in evidence.text[language].entries(in: textEntries) {
            if let rule = matchRules[entry - textEntries.lowerBound] { result.append(rule) }
        }
        if !evidence.previous.isEmpty {
            for entry in evidence.previous[language].entries(in: previousEntries) {
                let rule = previousRules[entry - previousEntries.lowerBound]
                if rules[rule].match == nil { result.append(rule) }
            }
        }
        if let level {
            for entry in level.hits[language].entries(in: contextEntries) {
                let rule = contextRules[entry - contextEntries.lowerBound]
                if rules[rule].match == nil, rules[rule].previous == nil { result.append(rule) }
            }
        }
        if result.count > 1 { result.sort() }
        return result
    }

    /// The words that make a rule hold, or nil if it does not.
    private func spans(
        of rule: RuleProgram, _ evidence: Evidence, _ level: ContextMemory.Level?, _ assigned: [Int]
    ) -> [MatchSpan]? {
        if let section = evidence.section, !rule.sections.contains(section) { return nil }
        if !rule.when.isEmpty, !rule.when.contains(where: assigned.contains) { return nil }
        if let unless = rule.unless, evidence.text[language].spans(of: unless) != nil { return nil }
        var spans: [MatchSpan] = []
        if let match = rule.match {
            guard let found = evidence.text[language].spans(of: match) else { return nil }
            if rule.at == .start, found.first?.lowerBound != startOfFirstWord(in: evidence.passage) { return nil }
            spans += found.map { MatchSpan(source: .text, start: $0.lowerBound, end: $0.upperBound) }
        }
        if let under = rule.under {
            guard let level, let found = level.hits[language].spans(of: under) else { return nil }
            spans += found.map {
                MatchSpan(source: level.source, level: level.heading, start: $0.lowerBound, end: $0.upperBound)
            }
        }
        if let previous = rule.previous {
            guard !evidence.previous.isEmpty, let found = evidence.previous[language].spans(of: previous) else {
                return nil
            }
            spans += found.map { MatchSpan(source: .previous, start: $0.lowerBound, end: $0.upperBound) }
        }
        return spans
    }

    /// The codes that a dimension assigns: of those that reach their threshold the best, all, or those near the
    /// best, in order of score, then of the codebook.
    ///
    /// - Parameter scores: ascending by code.
    func assigned(_ scores: [DimensionOutcome.Score]) -> [Int] {
        let candidates = scores.filter { $0.thousandths >= codes[$0.code].threshold }
            .sorted { ($1.thousandths, $0.code) < ($0.thousandths, $1.code) }
        guard let best = candidates.first else { return [] }
        switch assign {
        case .best: return [best.code]
        case .all: return candidates.map(\.code)
        case .within(let margin):
            return candidates.prefix { $0.thousandths >= best.thousandths - margin }.map(\.code)
        }
    }
}
