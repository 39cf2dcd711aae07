import Matching

/// The entries of a matcher that hold in one text, by entry.
struct HitList: Sendable {
    /// By entry, ascending.
    private let hits: MatchList

    /// What holds in a text; nothing where there is no matcher.
    init(of text: String, in matcher: Matcher?) {
        hits = matcher?.matches(in: text) ?? MatchList()
    }

    var isEmpty: Bool { hits.isEmpty }

    /// The entries that hold among those of a range.
    func entries(in range: Range<Int>) -> some Sequence<Int> {
        let start = firstHit(from: range.lowerBound)
        return (start..<firstHit(from: range.upperBound, after: start)).lazy.map { hits.entry(at: $0) }
    }

    func contains(anyOf range: Range<Int>) -> Bool {
        let start = firstHit(from: range.lowerBound)
        return start < hits.count && hits.entry(at: start) < range.upperBound
    }

    /// Where an entry holds, or nil if it does not.
    func spans(of entry: Int) -> MatchList.Spans? {
        let position = firstHit(from: entry)
        return position < hits.count && hits.entry(at: position) == entry ? hits[position].spans : nil
    }

    /// The first hit whose entry is not below this one.
    private func firstHit(from entry: Int, after start: Int = 0) -> Int {
        var low = start
        var high = hits.count
        while low < high {
            let middle = (low + high) / 2
            if hits.entry(at: middle) < entry { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
