/// What becomes of a marked piece of text that gold has or that was found.
package struct SpanCounts: Sendable, Hashable {
    package var correct = 0
    /// Found at the place of another one of the gold, with other bounds or another code.
    package var incorrect = 0
    /// Bounds that overlap without being the same.
    package var partial = 0
    /// Gold that was not found.
    package var missed = 0
    /// Found where the gold has nothing.
    package var spurious = 0

    package var gold: Int { correct + incorrect + partial + missed }
    package var found: Int { correct + incorrect + partial + spurious }

    /// Half of a partial one counts.
    package var precision: Figure { .ratio(2 * correct + partial, 2 * found, orElse: "nothing was found") }
    package var recall: Figure { .ratio(2 * correct + partial, 2 * gold, orElse: "no gold") }
    package var f1: Figure { .ratio(2 * correct + partial, gold + found, orElse: "no gold and nothing found") }
}

/// Agreement on marked pieces of text in the four ways of SemEval-2013 task 9.1 (Segura-Bedmar et al. 2013), counted as
/// nervaluate counts them.
package struct SpanAgreement: Sendable, Hashable {
    /// The same bounds and the same code.
    package var strict = SpanCounts()
    /// The same bounds, whatever the code.
    package var exact = SpanCounts()
    /// Bounds that overlap, whatever the code; half where they are not the same.
    package var partial = SpanCounts()
    /// Bounds that overlap and the same code.
    package var type = SpanCounts()

    package init() {}

    /// Compares what one text has.
    ///
    /// Equal pieces are paired first, then those with equal bounds, then those that overlap, the same code before
    /// others; each piece is in at most one pair.
    package init(gold: [Segment], found: [Segment]) {
        var pairing = SpanPairing(gold: gold, found: found)
        pairing.pairEqual { $0 }
        pairing.pairEqual { $0.start..<$0.end }
        pairing.pairOverlapping { $0.category == $1.category }
        pairing.pairOverlapping { _, _ in true }
        for (gold, found) in pairing.pairs { count(gold, found) }
        let missed = gold.count - pairing.pairs.count
        let spurious = found.count - pairing.pairs.count
        for scheme in [\SpanAgreement.strict, \.exact, \.partial, \.type] {
            self[keyPath: scheme].missed += missed
            self[keyPath: scheme].spurious += spurious
        }
    }

    private mutating func count(_ gold: Segment, _ found: Segment) {
        let isSameCode = gold.category == found.category
        let hasSameBounds = gold.start == found.start && gold.end == found.end
        strict.addPair(isCorrect: isSameCode && hasSameBounds)
        exact.addPair(isCorrect: hasSameBounds)
        type.addPair(isCorrect: isSameCode)
        if hasSameBounds { partial.correct += 1 } else { partial.partial += 1 }
    }

    /// What several texts have together.
    package static func + (first: SpanAgreement, second: SpanAgreement) -> SpanAgreement {
        var sum = first
        for scheme in [\SpanAgreement.strict, \.exact, \.partial, \.type] {
            for count in [\SpanCounts.correct, \.incorrect, \.partial, \.missed, \.spurious] {
                sum[keyPath: scheme][keyPath: count] += second[keyPath: scheme][keyPath: count]
            }
        }
        return sum
    }
}

extension SpanCounts {
    fileprivate mutating func addPair(isCorrect: Bool) {
        if isCorrect { correct += 1 } else { incorrect += 1 }
    }
}

private struct SpanPairing {
    private var gold: [Segment]
    private var found: [Segment]
    private(set) var pairs: [(gold: Segment, found: Segment)] = []

    init(gold: [Segment], found: [Segment]) {
        self.gold = gold.sorted(by: isBefore)
        self.found = found.sorted(by: isBefore)
    }

    /// Pairs what is left and has the same key, from the start of the text.
    mutating func pairEqual(_ key: (Segment) -> some Hashable) {
        var free = Dictionary(grouping: found.indices.reversed()) { AnyHashable(key(found[$0])) }
        pair { segment, found in free[AnyHashable(key(segment))]?.popLast() }
    }

    /// Pairs what is left and overlaps, from the start of the text.
    mutating func pairOverlapping(where fits: (Segment, Segment) -> Bool) {
        var open: [Int] = []
        var next = 0
        pair { segment, found in
            while next < found.count, found[next].start < segment.end {
                open.append(next)
                next += 1
            }
            open.removeAll { found[$0].end <= segment.start }
            let fitting = open.firstIndex { fits(segment, found[$0]) && found[$0].start < segment.end }
            return fitting.map { open.remove(at: $0) }
        }
    }

    /// - Parameter partner: the index of the found piece that goes with one of the gold; none twice.
    private mutating func pair(_ partner: (Segment, [Segment]) -> Int?) {
        var rest: [Segment] = []
        var taken: Set<Int> = []
        for segment in gold {
            if let index = partner(segment, found) {
                pairs.append((segment, found[index]))
                taken.insert(index)
            } else {
                rest.append(segment)
            }
        }
        gold = rest
        found = found.indices.filter { !taken.contains($0) }.map { found[$0] }
    }
}

private func isBefore(_ first: Segment, _ second: Segment) -> Bool {
    (first.start, first.end, first.category) < (second.start, second.end, second.category)
}
