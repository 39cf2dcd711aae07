/// Decides which hits do not count because a negation stands before them.
struct Negation: ~Copyable {
    /// The node whose hits negate; negative if there is none.
    private(set) var node: Program.NodeID = -1
    /// Last words of its hits, ascending.
    private var lasts = Buffer<Int32>()

    /// A hit whose first word stands this many words behind a negation, or fewer, does not count.
    private static let reach: Int32 = 3

    var isEmpty: Bool { lasts.count == 0 }

    mutating func forget() {
        node = -1
        lasts.removeAll()
    }

    mutating func take(_ hits: Range<Int>, of node: Program.NodeID, _ arena: borrowing IntervalArena) {
        self.node = node
        lasts.removeAll()
        for index in hits { lasts.append(arena[index].last) }
        lasts.sort(from: 0)
    }

    /// Whether the last negation before the interval is near enough and in the same clause.
    func negates(_ interval: WordInterval, _ text: FoundWords) -> Bool {
        // Clauses are in order: if the nearest negation is in another one, so are those before it.
        let behind = lasts.firstIndex(notBelow: interval.first)
        guard behind > 0 else { return false }
        let last = lasts[behind - 1]
        return interval.first - last <= Self.reach
            && text.clause(of: last) == text.clause(of: interval.first)
    }

    /// Lists the last words of the intervals that are not negated, ascending.
    func listOpen(
        _ range: Range<Int>, _ arena: borrowing IntervalArena, _ text: FoundWords, _ negated: Bool,
        into list: inout Buffer<Int32>
    ) {
        list.removeAll()
        for index in range where !(negated && negates(arena[index], text)) { list.append(arena[index].last) }
        list.sort(from: 0)
    }
}

extension Buffer<Int32> {
    /// The index of the first element of the ascending list that is not below `value`.
    func firstIndex(notBelow value: Int32) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether the ascending list holds one of the `window` words before `word`.
    func holds(before word: Int32, _ window: Int32) -> Bool {
        let index = firstIndex(notBelow: word - window)
        return index < count && self[index] < word
    }
}
