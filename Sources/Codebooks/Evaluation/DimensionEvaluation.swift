import DocumentModel

/// Which of the findings about a passage are one dimension's.
struct DimensionOutcome {
    /// Number of the dimension.
    var dimension: Int
    var assigned: Range<Int>
    var scores: Range<Int>
    var matches: Range<Int>
    /// Where the spans of the first match begin.
    var spanStart: Int
}

extension DimensionProgram {
    /// Lists that an evaluation uses, kept from passage to passage.
    struct WorkingMemory {
        /// Indices of rules.
        var candidates: [Int] = []
        var reached: [BatchCodes.Score] = []
    }

    /// Appends scores, matches and codes of a passage, or nothing and returns nil if no rule holds.
    ///
    /// - Parameter findings: with those of the dimensions that were asked before.
    func evaluate(
        _ evidence: Evidence, _ findings: inout BatchCodes.Findings, _ work: inout WorkingMemory
    ) -> DimensionOutcome? {
        if let section = evidence.section, skip.contains(section) { return nil }
        let level = evidence.context.decidingLevels[first.dimension]
        findCandidates(evidence, level, &work.candidates)
        if work.candidates.isEmpty { return nil }
        let assignedStart = findings.assigned.count
        let scoreStart = findings.scores.count
        let matchStart = findings.matches.count
        let spanStart = findings.spans.count
        for candidate in work.candidates {
            let start = findings.spans.count
            let rule = rules.rules[candidate]
            guard appendSpans(of: rule, evidence, level, &findings) else {
                findings.spans.removeLast(findings.spans.count - start)
                continue
            }
            findings.matches.append(BatchCodes.Match(rule: first.rule + candidate, spanEnd: findings.spans.count))
            let last = findings.scores.count - 1
            if last >= scoreStart, findings.scores[last].code == first.code + rule.code {
                findings.scores[last].thousandths += rule.weight
            } else {
                findings.scores.append(BatchCodes.Score(code: first.code + rule.code, thousandths: rule.weight))
            }
        }
        if findings.matches.count == matchStart { return nil }
        if unit == .passage {
            assign(findings.scores[scoreStart...], to: &findings.assigned, &work.reached)
        }
        return DimensionOutcome(
            dimension: first.dimension, assigned: assignedStart..<findings.assigned.count,
            scores: scoreStart..<findings.scores.count, matches: matchStart..<findings.matches.count,
            spanStart: spanStart)
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
            evidence.context.levels[level].hits[language].forEach(of: rules.contextEntries) { entry in
                let rule = rules.contextRules[entry - rules.contextEntries.lowerBound]
                if rules.rules[rule].match == nil, rules.rules[rule].previous == nil { candidates.append(rule) }
            }
        }
        if candidates.count > 1 { candidates.sort() }
    }

    /// Appends the words that make a rule hold, and maybe some where it does not.
    ///
    /// - Returns: whether it holds.
    private func appendSpans(
        of rule: RuleProgram, _ evidence: Evidence, _ level: Int?, _ findings: inout BatchCodes.Findings
    ) -> Bool {
        if let section = evidence.section, !rule.sections.contains(section) { return false }
        if !rule.when.isEmpty, !rules.conditions[rule.when].contains(where: findings.assigned.contains) { return false }
        let text = evidence.texts[language]
        if let unless = rule.unless, text.hit(of: unless, in: evidence.passage) != nil { return false }
        let start = findings.spans.count
        if let match = rule.match {
            let holds = text.forEachSpan(of: match, in: evidence.passage) {
                findings.spans.append(MatchSpan(source: .text, start: $0.lowerBound, end: $0.upperBound))
            }
            guard holds else { return false }
            if rule.at == .start, findings.spans[start].start != startOfFirstWord(in: evidence.text) { return false }
        }
        if let under = rule.under {
            guard let level else { return false }
            let context = evidence.context.levels[level]
            let holds = context.hits[language].forEachSpan(of: under) {
                findings.spans.append(
                    MatchSpan(source: context.source, level: context.heading, start: $0.lowerBound, end: $0.upperBound))
            }
            guard holds else { return false }
        }
        if let previous = rule.previous {
            guard !evidence.previous.isEmpty else { return false }
            let holds = evidence.previous[language].forEachSpan(of: previous) {
                findings.spans.append(MatchSpan(source: .previous, start: $0.lowerBound, end: $0.upperBound))
            }
            guard holds else { return false }
        }
        return true
    }

    /// Appends the codes that a dimension assigns: of those that reach their threshold the best, all, or those near the
    /// best, in order of score, then of the codebook.
    ///
    /// - Parameters:
    ///   - scores: of the dimension's codes, ascending by code.
    ///   - reached: working memory.
    func assign(_ scores: ArraySlice<BatchCodes.Score>, to codes: inout [Int], _ reached: inout [BatchCodes.Score]) {
        reached.removeAll(keepingCapacity: true)
        for score in scores where score.thousandths >= thresholds[score.code - first.code] { reached.append(score) }
        if reached.count > 1 {
            reached.sort { ($1.thousandths, $0.code) < ($0.thousandths, $1.code) }
        }
        guard let best = reached.first else { return }
        for score in reached {
            switch assign {
            case .best where score.code != best.code: return
            case .within(let margin) where score.thousandths < best.thousandths - margin: return
            case .best, .within, .all: codes.append(score.code)
            }
        }
    }
}
