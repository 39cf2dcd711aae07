/// Words of a text, from the first to the last, both included; ordinals count from 0.
struct WordInterval: BitwiseCopyable, Hashable, Comparable {
    var first: Int32
    var last: Int32

    static func < (left: WordInterval, right: WordInterval) -> Bool {
        left.first == right.first ? left.last < right.last : left.first < right.first
    }
}

/// The values of nodes, one after another. A value is a range of this list, sorted and without repetition.
struct IntervalArena: ~Copyable {
    private(set) var intervals = Buffer<WordInterval>(capacity: 256)
    /// For each word the number of the beginning for which a hull that ends there was last appended.
    private var hullEnds = Buffer<Int64>()
    private var hullsWithBeginning: Int64 = 0

    /// - Parameter words: how many words the text has.
    mutating func begin(words: Int) {
        intervals.removeAll()
        while hullEnds.count < words { hullEnds.append(0) }
    }

    var count: Int { intervals.count }

    @inline(__always)
    subscript(index: Int) -> WordInterval { intervals[index] }

    mutating func append(_ interval: WordInterval) { intervals.append(interval) }

    mutating func append(contentsOf range: Range<Int>) {
        for index in range { intervals.append(intervals[index]) }
    }

    /// Turns the order of what was appended since `start` round.
    mutating func reverse(from start: Int) {
        var low = start
        var high = intervals.count - 1
        while low < high {
            (intervals[low], intervals[high]) = (intervals[high], intervals[low])
            low += 1
            high -= 1
        }
    }

    /// Sorts what was appended since `start`, and drops repetitions.
    mutating func close(from start: Int) -> Range<Int> {
        if intervals.count - start <= 1 { return start..<intervals.count }
        intervals.sort(from: start)
        var end = start
        for index in start..<intervals.count where end == start || intervals[index] != intervals[end - 1] {
            intervals[end] = intervals[index]
            end += 1
        }
        intervals.truncate(to: end)
        return start..<end
    }

    /// The first index in the sorted range whose interval begins at `first` or later.
    func lowerBound(_ range: Range<Int>, first: Int32) -> Int {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = (low + high) / 2
            if intervals[middle].first < first { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func contains(_ interval: WordInterval, in range: Range<Int>) -> Bool {
        var index = lowerBound(range, first: interval.first)
        var high = range.upperBound
        while index < high {
            let middle = (index + high) / 2
            if intervals[middle] < interval { index = middle + 1 } else { high = middle }
        }
        return index < range.upperBound && intervals[index] == interval
    }

    /// Appends the hulls of an interval of `before` and one of `after` that begins right behind it.
    mutating func appendAdjacent(_ before: Range<Int>, _ after: Range<Int>) {
        for index in before {
            let interval = intervals[index]
            var next = lowerBound(after, first: interval.last + 1)
            while next < after.upperBound, intervals[next].first == interval.last + 1 {
                append(WordInterval(first: interval.first, last: intervals[next].last))
                next += 1
            }
        }
    }

    /// Appends the hulls of an interval of `before` and one of `after` that begins behind it, at most `words` words
    /// between them.
    ///
    /// Intervals of `before` with one beginning are taken together: each of `after` is looked at once for a beginning,
    /// and each hull appended once, however many pairs have it.
    mutating func appendHulls(_ before: Range<Int>, _ after: Range<Int>, words: Int32) {
        var beginning: Int32 = -1
        var next = after.lowerBound
        for index in before {
            let interval = intervals[index]
            let nearest = lowerBound(after, first: interval.last + 1)
            next = interval.first == beginning ? max(next, nearest) : nearest
            if interval.first != beginning { hullsWithBeginning += 1 }
            beginning = interval.first
            while next < after.upperBound, intervals[next].first - interval.last - 1 <= words {
                let last = intervals[next].last
                if hullEnds[Int(last)] != hullsWithBeginning {
                    hullEnds[Int(last)] = hullsWithBeginning
                    append(WordInterval(first: beginning, last: last))
                }
                next += 1
            }
        }
    }

    /// Whether an interval of the range begins in the `window` words after `word`.
    func begins(_ range: Range<Int>, after word: Int32, _ window: Int32) -> Bool {
        let index = lowerBound(range, first: word + 1)
        return index < range.upperBound && intervals[index].first - word <= window
    }

    /// Appends the intervals that both sorted ranges hold.
    mutating func appendCommon(_ first: Range<Int>, _ second: Range<Int>) {
        for index in first where contains(intervals[index], in: second) { append(intervals[index]) }
    }

    /// Marks the operands of every pair of `before` and `after`, at most `words` words between, whose hull is among
    /// `hulls`.
    func markOperands(
        ofHulls hulls: Range<Int>, before: Range<Int>, after: Range<Int>, words: Int32,
        _ usedBefore: borrowing Buffer<Bool>, _ usedAfter: borrowing Buffer<Bool>
    ) {
        for index in before {
            let earlier = intervals[index]
            var next = lowerBound(after, first: earlier.last + 1)
            while next < after.upperBound, intervals[next].first - earlier.last - 1 <= words {
                let isNews = !usedBefore[index - before.lowerBound] || !usedAfter[next - after.lowerBound]
                if isNews, contains(WordInterval(first: earlier.first, last: intervals[next].last), in: hulls) {
                    usedBefore[index - before.lowerBound] = true
                    usedAfter[next - after.lowerBound] = true
                }
                next += 1
            }
        }
    }

    /// Appends the marked intervals of the range.
    mutating func append(_ range: Range<Int>, where marks: borrowing Buffer<Bool>) -> Range<Int> {
        let start = intervals.count
        for index in range where marks[index - range.lowerBound] { append(intervals[index]) }
        return start..<intervals.count
    }
}
