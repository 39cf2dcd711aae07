import Matching

/// The entries of a matcher that hold in one text, by entry.
struct HitList: Sendable {
    /// By entry, ascending.
    private let hits: [EntryMatch]

    /// What holds in a text; nothing where there is no matcher.
    init(of text: String, in matcher: Matcher?) {
        hits = matcher?.matches(in: text) ?? []
    }

    var isEmpty: Bool { hits.isEmpty }

    /// The entries that hold among those of a range.
    func entries(in range: Range<Int>) -> some Sequence<Int> {
        let start = firstHit(from: range.lowerBound)
        return hits[start..<firstHit(from: range.upperBound, after: start)].lazy.map(\.entry)
    }

    func contains(anyOf range: Range<Int>) -> Bool {
        let start = firstHit(from: range.lowerBound)
        return start < hits.count && hits[start].entry < range.upperBound
    }

    /// Where an entry holds, or nil if it does not.
    func spans(of entry: Int) -> [Range<Int>]? {
        let position = firstHit(from: entry)
        return position < hits.count && hits[position].entry == entry ? hits[position].spans : nil
    }

    /// The first hit whose entry is not below this one.
    private func firstHit(from entry: Int, after start: Int = 0) -> Int {
        var low = start
        var high = hits.count
        while low < high {
            let middle = (low + high) / 2
            if hits[middle].entry < entry { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
