// NEAR and PRE.

import Diagnostics

extension SearchWriter {
    /// With AND, where nothing nearer can be said.
    private mutating func together(_ operands: [PlacedExpression]) -> Written? {
        writeAll(operands).map { list($0, rules.and) }
    }

    mutating func proximity(
        _ left: PlacedExpression, _ right: PlacedExpression, _ proximity: Proximity, _ range: Range<Int>
    ) -> Written? {
        if proximity.ordered, proximity.words == 0 { return phrase([left, right], range) }
        guard let form = form(for: proximity, range) else {
            return wordsInQuotes(left, right, proximity, range)
        }
        guard let first = write(left), let second = write(right) else { return nil }
        if form.ordersNeighbours, proximity.words == 0 {
            // adj1 keeps the order; either order needs both.
            let sign = form.sign
            let (first, second) = (first.inProximity, second.inProximity)
            return Written(
                text: "(\(first) \(sign) \(second)) \(rules.or) (\(second) \(sign) \(first))", form: .alternatives)
        }
        let sign = "\(form.sign)\(proximity.words + form.offset)"
        if form.offset > 0, proximity.words > 0 {
            findings.noteOnce(
                "distance-counts",
                "\(dialect.title) counts neighbours as 1: \(sign) has at most \(proximity.words) words between",
                range)
        }
        return Written(text: "\(first.inProximity) \(sign) \(second.inProximity)", form: .compound)
    }

    /// The operator of the database; the one in either order where it has none in order.
    private mutating func form(for proximity: Proximity, _ range: Range<Int>) -> ProximityForm? {
        let ordered = dialect.proximities.first { $0.isOrdered && $0.standard != 0 }
        if proximity.ordered, let ordered { return ordered }
        if proximity.ordered {
            findings.warning(
                "order", "\(dialect.title) has no operator for words in order with others between", range,
                help: "written for either order, which finds more")
        }
        return dialect.proximities.first { !$0.isOrdered }
    }

    // MARK: PubMed

    /// The words of one alternative, and the phrases among them.
    private struct Group {
        var words: [String]
        var phrases: [[WrittenWord]] = []
        var distance = 0
    }

    /// PubMed's `"a b"[tiab:~3]`, one for each combination of words.
    private mutating func wordsInQuotes(
        _ left: PlacedExpression, _ right: PlacedExpression, _ proximity: Proximity, _ range: Range<Int>
    ) -> Written? {
        guard let first = groups(left, range), let second = groups(right, range) else {
            return findings.hasErrors ? nil : together([left, right])
        }
        guard let pairs = combined([first, second], range) else { return together([left, right]) }
        if pairs.contains(where: { $0[0].words.count + $0[1].words.count > 2 }) {
            findings.warning(
                "proximity-words", "\(dialect.title) knows no phrase and no group within words near each other", range,
                help: "written as all of the words near each other, and the phrase somewhere")
        }
        return list(pairs.map { written($0[0], $0[1], proximity.words) }, rules.or)
    }

    /// One of each, in every combination; nil, after a warning, if these are too many.
    private mutating func combined(_ alternatives: [[Group]], _ range: Range<Int>) -> [[Group]]? {
        let result = combinations(alternatives)
        if result == nil {
            findings.warning(
                "alternatives",
                "\(dialect.title) would need more than \(Self.maximumCombinations) groups of words for this", range,
                help: "written with AND, which finds more")
        }
        return result
    }

    private func written(_ first: Group, _ second: Group, _ words: Int) -> Written {
        let distance = words + first.distance + second.distance
        let tag = rules.tag.dropLast() + ":~\(distance)]"
        let near = Written(text: "\"\((first.words + second.words).joined(separator: " "))\"\(tag)", form: .word)
        return list([near] + (first.phrases + second.phrases).compactMap(quoted), rules.and)
    }

    /// The alternatives of an operand; nil, after a warning, if one cannot stand in PubMed's proximity.
    private mutating func groups(_ node: PlacedExpression, _ range: Range<Int>) -> [Group]? {
        switch node.kind {
        case .term(let term): return groups(of: term, node.range, range)
        case .any(let operands):
            var result: [Group] = []
            for operand in operands {
                guard let groups = groups(operand, range) else { return nil }
                result += groups
            }
            return result
        case .phrase(let elements): return groups(ofPhrase: elements, range)
        case .proximity(let left, let right, let proximity):
            guard let first = groups(left, range), let second = groups(right, range),
                let pairs = combined([first, second], range)
            else { return nil }
            return pairs.map {
                Group(
                    words: $0[0].words + $0[1].words, phrases: $0[0].phrases + $0[1].phrases,
                    distance: proximity.words + $0[0].distance + $0[1].distance)
            }
        case .all, .not: return nil
        }
    }

    private mutating func groups(of term: Term, _ place: Range<Int>, _ range: Range<Int>) -> [Group]? {
        guard let spellings = spellings(of: term, at: place) else { return nil }
        guard !spellings.contains(where: \.hasWildcard) else {
            findings.warning(
                "truncated-proximity",
                "\(dialect.title) does not truncate words near each other, as '\(abbreviated(term.source))'",
                range, help: "written with AND, which finds more; or write out the words that you mean, with OR")
            return nil
        }
        return spellings.map { Group(words: [$0.text]) }
    }

    private mutating func groups(ofPhrase elements: [PlacedExpression], _ range: Range<Int>) -> [Group]? {
        var alternatives: [[Group]] = []
        for element in elements {
            guard let groups = groups(element, range) else { return nil }
            alternatives.append(groups)
        }
        return combined(alternatives, range)?.map { groups in
            let words = groups.flatMap(\.words)
            let phrase = words.map { WrittenWord($0, signs: []) }
            return Group(words: words, phrases: groups.flatMap(\.phrases) + [phrase])
        }
    }
}
