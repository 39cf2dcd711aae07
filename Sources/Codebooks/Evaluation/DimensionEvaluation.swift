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
    /// - Parameters:
    ///   - assigned: numbers of the codes that dimensions evaluated before have assigned.
    ///   - candidates: working memory.
    func evaluate(_ evidence: Evidence, assigned: [Int], _ candidates: inout [Int]) -> DimensionOutcome? {
        if let section = evidence.section, skip.contains(section) { return nil }
        let level = evidence.levels.firstIndex { $0.hits[language].contains(anyOf: rules.contextEntries) }
        findCandidates(evidence, level, &candidates)
        guard !candidates.isEmpty else { return nil }
        var outcome = DimensionOutcome()
        for candidate in candidates {
            let rule = rules.rules[candidate]
            guard let spans = spans(of: rule, evidence, level, assigned) else { continue }
            outcome.matches.append(
                RuleMatch(code: codes[rule.code].reference, rule: rules.ids[candidate], spans: spans))
            if outcome.scores.last?.code == rule.code {
                outcome.scores[outcome.scores.count - 1].thousandths += rule.weight
            } else {
                outcome.scores.append((rule.code, rule.weight))
            }
        }
        return outcome.matches.isEmpty ? nil : outcome
    }

    /// Finds the rules of which the leading expression holds, ascending: `match` leads, then `previous`, then
    /// `under`, so that each rule can come once only.
    private func findCandidates(_ evidence: Evidence, _ level: Int?, _ candidates: inout [Int]) {
        candidates.removeAll(keepingCapacity: true)
        evidence.texts[language].forEach(of: rules.textEntries, in: evidence.passage) { entry in
            if let rule = rules.matchRules[entry - rules.textEntries.lowerBound] { candidates.append(rule) }
        }
        if !evidence.previous.isEmpty {
            evidence.previous[language].forEach(of: rules.previousEntries) { entry in
                let rule = rules.previousRules[entry - rules.previousEntries.lowerBound]
                if rules.rules[rule].match == nil { candidates.append(rule) }
            }
        }
        if let level {
            evidence.levels[level].hits[language].forEach(of: rules.contextEntries) { entry in
                let rule = rules.contextRules[entry - rules.contextEntries.lowerBound]
                if rules.rules[rule].match == nil, rules.rules[rule].previous == nil { candidates.append(rule) }
            }
        }
        if candidates.count > 1 { candidates.sort() }
    }

    /// The words that make a rule hold, or nil if it does not.
    private func spans(
        of rule: RuleProgram, _ evidence: Evidence, _ level: Int?, _ assigned: [Int]
    ) -> [MatchSpan]? {
        if let section = evidence.section, !rule.sections.contains(section) { return nil }
        if !rule.when.isEmpty, !rules.conditions[rule.when].contains(where: assigned.contains) { return nil }
        let text = evidence.texts[language]
        if let unless = rule.unless, text.hit(of: unless, in: evidence.passage) != nil { return nil }
        var spans: [MatchSpan] = []
        if let match = rule.match {
            guard let found = text.spans(of: match, in: evidence.passage) else { return nil }
            if rule.at == .start, found.first?.lowerBound != startOfFirstWord(in: evidence.text) { return nil }
            spans = found.map { MatchSpan(source: .text, start: $0.lowerBound, end: $0.upperBound) }
        }
        if let under = rule.under {
            guard let level, let found = evidence.levels[level].hits[language].spans(of: under) else { return nil }
            let (source, heading) = (evidence.levels[level].source, evidence.levels[level].heading)
            spans += found.map {
                MatchSpan(source: source, level: heading, start: $0.lowerBound, end: $0.upperBound)
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
