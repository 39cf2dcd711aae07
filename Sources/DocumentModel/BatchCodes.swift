/// What codebooks say of the passages of a batch, in their order.
///
/// Numbers in flat lists, for most passages have nothing to keep and a list for each would cost more than finding what
/// it holds. An element is made when it is asked for.
package struct BatchCodes: Sendable {
    package struct Score: BitwiseCopyable, Sendable {
        /// Number of the code.
        package var code: Int
        package var thousandths: Int

        package init(code: Int, thousandths: Int) {
            self.code = code
            self.thousandths = thousandths
        }
    }

    /// A rule that held.
    package struct Match: BitwiseCopyable, Sendable {
        /// Number of the rule.
        package var rule: Int
        /// Its spans begin where those of the match before end.
        package var spanEnd: Int

        package init(rule: Int, spanEnd: Int) {
            self.rule = rule
            self.spanEnd = spanEnd
        }
    }

    /// What is found, for one passage after the other.
    package struct Findings: Sendable {
        /// Numbers of the codes that were assigned: by dimension, the best first.
        package var assigned: [Int] = []
        package var scores: [Score] = []
        package var matches: [Match] = []
        package var spans: [MatchSpan] = []

        package init() {}

        package mutating func removeAll() {
            assigned.removeAll(keepingCapacity: true)
            scores.removeAll(keepingCapacity: true)
            matches.removeAll(keepingCapacity: true)
            spans.removeAll(keepingCapacity: true)
        }
    }

    /// Where a passage's findings end in each list.
    private struct End: BitwiseCopyable {
        var assigned = 0
        var scores = 0
        var matches = 0
    }

    package let names: CodeNames
    package var findings = Findings()
    private var ends = [End()]

    package init(names: CodeNames) {
        self.names = names
    }

    /// Ends a passage: what was appended to the findings since the one before is what is said of it.
    package mutating func endPassage() {
        ends.append(
            End(
                assigned: findings.assigned.count, scores: findings.scores.count, matches: findings.matches.count))
    }

    /// Number of the dimension of a code.
    package func dimension(of code: Int) -> Int { names.codes[code].owner }

    /// Numbers of the codes that a passage was assigned.
    package func assigned(_ passage: Int) -> ArraySlice<Int> {
        findings.assigned[ends[passage].assigned..<ends[passage + 1].assigned]
    }

    package func scores(_ passage: Int) -> ArraySlice<Score> {
        findings.scores[ends[passage].scores..<ends[passage + 1].scores]
    }

    /// Indices of a passage's matches.
    package func matches(_ passage: Int) -> Range<Int> { ends[passage].matches..<ends[passage + 1].matches }

    package func rule(_ match: Int) -> Int { findings.matches[match].rule }

    package func spans(_ match: Int) -> ArraySlice<MatchSpan> {
        let start = match == 0 ? 0 : findings.matches[match - 1].spanEnd
        return findings.spans[start..<findings.matches[match].spanEnd]
    }

    /// Whether there is nothing to write of a passage.
    func isEmpty(_ passage: Int) -> Bool { matches(passage).isEmpty && scores(passage).isEmpty }
}

extension BatchCodes: RandomAccessCollection {
    package var startIndex: Int { 0 }

    package var endIndex: Int { ends.count - 1 }

    package subscript(passage: Int) -> PassageCodes { codes(of: passage) { Array($0) } }

    /// The codes of a passage with the spans in its text counted from the start of the statement: see
    /// ``PassageCodes/relative(to:length:)``.
    package func codes(of passage: Int, relativeTo start: Int, length: Int) -> PassageCodes {
        codes(of: passage) { $0.relative(to: start, length: length) }
    }

    private func codes(of passage: Int, spans: (ArraySlice<MatchSpan>) -> [MatchSpan]) -> PassageCodes {
        PassageCodes(
            assigned: assignedByDimension(passage),
            scores: scores(passage).map { CodeScore(code: names.reference($0.code), thousandths: $0.thousandths) },
            matches: matches(passage).map { match in
                let rule = names.rules[rule(match)]
                return RuleMatch(
                    code: names.reference(rule.owner), rule: rule.name.text, spans: spans(self.spans(match)))
            })
    }

    private func assignedByDimension(_ passage: Int) -> [DimensionCodes] {
        var result: [DimensionCodes] = []
        var rest = assigned(passage)
        while let first = rest.first {
            let dimension = dimension(of: first)
            let group = rest.prefix { self.dimension(of: $0) == dimension }
            let codes = group.map { names.codes[$0].name.text }
            result.append(DimensionCodes(dimension: names.dimensions[dimension].text, codes: codes))
            rest = rest.dropFirst(group.count)
        }
        return result
    }
}
