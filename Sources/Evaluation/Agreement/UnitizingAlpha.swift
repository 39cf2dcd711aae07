/// A piece of a text that a coder marked.
package struct Segment: Sendable, Hashable {
    /// From the start of the text.
    package var start: Int
    /// Exclusive.
    package var end: Int
    package var category: String

    package init(start: Int, end: Int, category: String) {
        self.start = start
        self.end = end
        self.category = category
    }
}

/// Disagreement in where coders mark pieces of a text: Krippendorff 1995, "On the reliability of unitizing continuous
/// data"; 2004, chapter 11.6.
package struct UnitizingDisagreement: Sendable, Hashable {
    package var observed: Double
    package var expected: Double

    /// u-alpha: 1 − observed / expected.
    package var alpha: Figure {
        expected == 0 ? .undefined(reason: "nothing was marked") : .value(1 - observed / expected)
    }
}

/// A text in which several coders marked pieces.
package struct Continuum: Sendable {
    private let start: Int
    private let end: Int
    /// By coder, each by start; pieces of one category and coder do not overlap.
    private let coders: [[Segment]]

    /// Pieces of one category and coder that overlap are taken together: one coder cannot disagree with themselves.
    ///
    /// - Parameters:
    ///   - start: where the text begins, in the unit of the segments.
    ///   - end: where it ends.
    ///   - coders: what each coder marked; what lies outside is cut off.
    package init(start: Int, end: Int, coders: [[Segment]]) {
        self.start = start
        self.end = max(start, end)
        let text = start..<max(start, end)
        self.coders = coders.map { joined($0, in: text) }
    }

    private var length: Double { Double(end - start) }

    package var categories: [String] { Set(coders.flatMap { $0.map(\.category) }).sorted() }

    /// Over all categories.
    package var disagreement: UnitizingDisagreement {
        categories.map { disagreement(in: $0) }.reduce(into: UnitizingDisagreement(observed: 0, expected: 0)) {
            $0.observed += $1.observed
            $0.expected += $1.expected
        }
    }

    /// u-alpha over all categories.
    package var alpha: Figure {
        coders.count < 2 ? .undefined(reason: "one coder only") : disagreement.alpha
    }

    /// In one category; both figures in squares of the text's length.
    package func disagreement(in category: String) -> UnitizingDisagreement {
        let byCoder = coders.map { coder in sections(of: coder.filter { $0.category == category }) }
        var observed = 0.0
        for first in byCoder.indices {
            for second in byCoder.indices where second > first { observed += apart(byCoder[first], byCoder[second]) }
        }
        let pairs = Double(coders.count * (coders.count - 1)) / 2
        return UnitizingDisagreement(
            observed: pairs == 0 ? 0 : observed / pairs / (length * length), expected: expected(byCoder))
    }

    /// A piece of the text that one coder marked, or a gap between such pieces.
    private struct Section {
        var start: Int
        var end: Int
        var isMarked: Bool
        var length: Int { end - start }
    }

    private func sections(of segments: [Segment]) -> [Section] {
        var sections: [Section] = []
        var position = start
        for segment in segments {
            if segment.start > position {
                sections.append(Section(start: position, end: segment.start, isMarked: false))
            }
            sections.append(Section(start: segment.start, end: segment.end, isMarked: true))
            position = segment.end
        }
        if position < end { sections.append(Section(start: position, end: end, isMarked: false)) }
        return sections
    }

    /// The differences of all sections that share a place, in one walk over both.
    private func apart(_ first: [Section], _ second: [Section]) -> Double {
        var sum = 0.0
        var (one, two) = (0, 0)
        while one < first.count, two < second.count {
            sum += unitDifference(
                first[one].isMarked, first[one].start..<first[one].end, second[two].isMarked,
                second[two].start..<second[two].end)
            let end = min(first[one].end, second[two].end)
            if first[one].end == end { one += 1 }
            if second[two].end == end { two += 1 }
        }
        return sum
    }

    /// What coders would disagree if the pieces that they marked lay anywhere.
    private func expected(_ sections: [[Section]]) -> Double {
        let marked = sections.flatMap { $0.filter(\.isMarked) }.map { Double($0.length) }
        let gaps = sections.flatMap { $0.filter { !$0.isMarked } }.map { Double($0.length) }.sorted(by: >)
        let all = length * Double(coders.count)
        let places = all * (all - 1) - marked.reduce(0) { $0 + $1 * ($1 - 1) }
        guard places > 0 else { return 0 }
        // Sums of the gaps from the longest down, so that each piece needs only how many gaps hold it.
        var sums = [0.0]
        for gap in gaps { sums.append(sums[sums.count - 1] + gap) }
        let disagreement = marked.reduce(0.0) { sum, length in
            let overlaps = Double(marked.count - 1) * (2 * length * length * length - 3 * length * length + length) / 3
            let holding = count(of: gaps, atLeast: length)
            return sum + overlaps + length * length * (sums[holding] - Double(holding) * (length - 1))
        }
        return 2 / length * disagreement / places
    }

    /// - Parameter lengths: from the longest down.
    private func count(of lengths: [Double], atLeast least: Double) -> Int {
        var low = 0
        var high = lengths.count
        while low < high {
            let middle = (low + high) / 2
            if lengths[middle] >= least { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// The squared difference of two sections (Krippendorff 2004, page 254): of two marked ones that overlap the squares of
/// how far their ends are apart; of a marked one in a gap the square of its length; else 0.
func unitDifference(
    _ firstIsMarked: Bool, _ first: Range<Int>, _ secondIsMarked: Bool, _ second: Range<Int>
) -> Double {
    switch (firstIsMarked, secondIsMarked) {
    case (true, true) where first.overlaps(second):
        let starts = Double(first.lowerBound - second.lowerBound)
        let ends = Double(first.upperBound - second.upperBound)
        return starts * starts + ends * ends
    case (true, false) where first.clamped(to: second) == first: return Double(first.count) * Double(first.count)
    case (false, true) where second.clamped(to: first) == second: return Double(second.count) * Double(second.count)
    default: return 0
    }
}

/// By category and start, overlapping pieces of a category as one.
private func joined(_ segments: [Segment], in text: Range<Int>) -> [Segment] {
    let inside = segments.compactMap { segment -> Segment? in
        let start = max(segment.start, text.lowerBound)
        let end = min(segment.end, text.upperBound)
        return start < end ? Segment(start: start, end: end, category: segment.category) : nil
    }
    let sorted = inside.sorted { ($0.category, $0.start, $0.end) < ($1.category, $1.start, $1.end) }
    return sorted.reduce(into: []) { result, segment in
        if let last = result.last, last.category == segment.category, segment.start < last.end {
            result[result.count - 1].end = max(last.end, segment.end)
        } else {
            result.append(segment)
        }
    }
}
