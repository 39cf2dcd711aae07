import SeededRandom

/// Where a figure lies in nearly all samples that could have been drawn, or why nothing can be said of it.
package enum Interval: Sendable, Hashable {
    case range(low: Double, high: Double)
    case undefined(reason: String)
}

/// Intervals by drawing documents with replacement (Efron and Tibshirani 1993, chapter 13: percentiles).
///
/// Documents are drawn and not passages, because passages of one document are like each other; what is drawn is each
/// document's counts, from which a figure follows, so that the number of passages costs nothing.
package struct Bootstrap: Sendable, Hashable {
    package var rounds: Int
    /// The same seed gives the same intervals on every machine.
    package var seed: UInt64
    /// Share of samples that lie in the interval.
    package var level: Double

    package init(rounds: Int = 1000, seed: UInt64 = 1, level: Double = 0.95) {
        self.rounds = rounds
        self.seed = seed
        self.level = level
    }

    /// The interval of each figure.
    ///
    /// - Parameters:
    ///   - documents: of each the numbers of its counters that are not 0, and how much they are.
    ///   - counters: how many counters there are.
    ///   - figures: from the sums of all counters over the documents drawn; as many on every call.
    package func intervals(
        documents: [[(counter: Int, count: Int)]], counters: Int, figures: ([Int]) -> [Figure]
    ) -> [Interval] {
        guard documents.count > 1 else {
            let count = figures(sums(of: documents, counters)).count
            return [Interval](repeating: .undefined(reason: "one document only"), count: count)
        }
        let kinds = DocumentKinds(documents)
        var random = SeededGenerator(seed: seed)
        var samples: [[Double]] = []
        var drawn = [Int](repeating: 0, count: kinds.number)
        var sums = [Int](repeating: 0, count: counters)
        for _ in 0..<rounds {
            kinds.draw(&drawn, &random)
            kinds.add(drawn, to: &sums)
            let values = figures(sums)
            if samples.isEmpty { samples = [[Double]](repeating: [], count: values.count) }
            for (index, value) in values.enumerated() { if let value = value.value { samples[index].append(value) } }
        }
        return samples.map(interval)
    }

    private func sums(of documents: [[(counter: Int, count: Int)]], _ counters: Int) -> [Int] {
        var sums = [Int](repeating: 0, count: counters)
        for document in documents { for (counter, count) in document { sums[counter] += count } }
        return sums
    }

    /// A figure that is undefined in more samples than an interval may leave out has none.
    private func interval(of values: [Double]) -> Interval {
        guard Double(values.count) >= level * Double(rounds), !values.isEmpty else {
            return .undefined(reason: "undefined in \(rounds - values.count) of \(rounds) samples")
        }
        let sorted = values.sorted()
        return .range(
            low: quantile((1 - level) / 2, of: sorted), high: quantile((1 + level) / 2, of: sorted))
    }
}

/// The value below which a share of sorted values lies, between two of them in proportion.
package func quantile(_ share: Double, of sorted: [Double]) -> Double {
    let position = share * Double(sorted.count - 1)
    let below = Int(position)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (position - Double(below)) * (sorted[above] - sorted[below])
}

/// Documents with the same counts are one kind: where every passage is its own document there are few kinds.
private struct DocumentKinds {
    /// Of each document its kind.
    private var kinds: [Int32] = []
    /// Where the counters of each kind begin.
    private var starts: [Int] = [0]
    private var counters: [Int32] = []
    private var counts: [Int32] = []

    private struct Row: Hashable {
        var cells: [Int]
    }

    init(_ documents: [[(counter: Int, count: Int)]]) {
        var numbers: [Row: Int32] = [:]
        for document in documents {
            let row = Row(cells: document.flatMap { [$0.counter, $0.count] })
            if let known = numbers[row] {
                kinds.append(known)
                continue
            }
            numbers[row] = Int32(starts.count - 1)
            kinds.append(Int32(starts.count - 1))
            counters += document.map { Int32($0.counter) }
            counts += document.map { Int32($0.count) }
            starts.append(counters.count)
        }
    }

    var number: Int { starts.count - 1 }

    /// Draws as many documents as there are.
    func draw(_ drawn: inout [Int], _ random: inout SeededGenerator) {
        for kind in drawn.indices { drawn[kind] = 0 }
        for _ in kinds { drawn[Int(kinds[random.index(below: kinds.count)])] += 1 }
    }

    /// Sets the sums to those of the documents drawn.
    func add(_ drawn: [Int], to sums: inout [Int]) {
        for counter in sums.indices { sums[counter] = 0 }
        for kind in 0..<number where drawn[kind] > 0 {
            for cell in starts[kind]..<starts[kind + 1] {
                sums[Int(counters[cell])] += drawn[kind] * Int(counts[cell])
            }
        }
    }
}
