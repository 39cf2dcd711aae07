import Matching

/// The entries of a matcher that hold in one text, by entry.
struct HitList: Sendable {
    /// By entry, ascending, within ``range``.
    private let hits: MatchList
    private let range: Range<Int>

    /// What holds in a text; nothing where there is no matcher.
    init(of text: String, in matcher: Matcher?) {
        hits = matcher?.matches(in: text) ?? MatchList()
        range = hits.indices
    }

    fileprivate init(_ hits: MatchList, _ range: Range<Int>) {
        self.hits = hits
        self.range = range
    }

    var isEmpty: Bool { range.isEmpty }

    /// The entries that hold among those of a range.
    func entries(in entries: Range<Int>) -> some Sequence<Int> {
        let start = firstHit(from: entries.lowerBound)
        return (start..<firstHit(from: entries.upperBound, after: start)).lazy.map { hits.entry(at: $0) }
    }

    func contains(anyOf entries: Range<Int>) -> Bool {
        let start = firstHit(from: entries.lowerBound)
        return start < range.upperBound && hits.entry(at: start) < entries.upperBound
    }

    /// Where an entry holds, or nil if it does not.
    func spans(of entry: Int) -> MatchList.Spans? {
        let position = firstHit(from: entry)
        return position < range.upperBound && hits.entry(at: position) == entry ? hits[position].spans : nil
    }

    /// The first hit whose entry is not below this one.
    private func firstHit(from entry: Int, after start: Int? = nil) -> Int {
        var low = start ?? range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = (low + high) / 2
            if hits.entry(at: middle) < entry { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// What holds in each of several parts of a text.
struct HitLists: Sendable {
    private let hits: MatchList
    /// For each part its first hit, and at last how many there are.
    private let starts: [Int]

    /// Nothing where there is no matcher.
    init(of text: UnsafeBufferPointer<UInt8>, parts: [Range<Int>], in matcher: Matcher?) {
        let hits = matcher?.matches(inUTF8: text, parts: parts) ?? MatchList()
        var starts: [Int] = []
        starts.reserveCapacity(parts.count + 1)
        var next = 0
        for part in parts.indices {
            starts.append(next)
            while next < hits.count, hits.part(at: next) == part { next += 1 }
        }
        self.starts = starts + [next]
        self.hits = hits
    }

    func isEmpty(_ part: Int) -> Bool { starts[part] == starts[part + 1] }

    subscript(part: Int) -> HitList { HitList(hits, starts[part]..<starts[part + 1]) }
}
