import Matching

/// The entries of a matcher that hold in one text, by entry.
struct HitList: Sendable {
    private let lists: HitLists

    /// What holds in a text; nothing where there is no matcher.
    init(of text: String, in matcher: Matcher?) {
        var text = text
        lists = text.withUTF8 { HitLists(of: $0, in: matcher) }
    }

    init(of text: UnsafeBufferPointer<UInt8>, in matcher: Matcher?) {
        lists = HitLists(of: text, in: matcher)
    }

    var isEmpty: Bool { lists.isEmpty(0) }

    func contains(anyOf entries: Range<Int>) -> Bool { !lists.hits(of: entries, in: 0).isEmpty }

    /// Calls `body` for each place where an entry holds; says whether it does.
    @inline(__always)
    func forEachSpan(of entry: Int, _ body: (Range<Int>) -> Void) -> Bool {
        lists.forEachSpan(of: entry, in: 0, body)
    }

    /// Calls `body` for the entries that hold among those of a range.
    @inline(__always)
    func forEach(of entries: Range<Int>, _ body: (_ entry: Int) -> Void) { lists.forEach(of: entries, in: 0, body) }
}

/// What holds in each of several parts of a text.
///
/// A class, so that to hand it on costs one reference count, not one for each of its lists.
final class HitLists: Sendable {
    private let matches: MatchList
    /// For each part its first hit, and at last how many there are.
    private let starts: [Int]

    /// Nothing where there is no matcher.
    ///
    /// - Parameters:
    ///   - text: valid UTF-8.
    ///   - parts: UTF-8 offsets, ascending.
    init(of text: UnsafeBufferPointer<UInt8>, parts: [Range<Int>], in matcher: Matcher?) {
        let matches = matcher?.matches(inUTF8: text, parts: parts) ?? MatchList()
        var starts: [Int] = []
        starts.reserveCapacity(parts.count + 1)
        var next = 0
        for part in parts.indices {
            starts.append(next)
            while next < matches.count, matches.part(at: next) == part { next += 1 }
        }
        starts.append(next)
        self.starts = starts
        self.matches = matches
    }

    convenience init(of text: UnsafeBufferPointer<UInt8>, in matcher: Matcher?) {
        self.init(of: text, parts: [0..<text.count], in: matcher)
    }

    @inline(__always)
    func isEmpty(_ part: Int) -> Bool { starts[part] == starts[part + 1] }

    /// Where a range of entries stands among the hits of a part.
    @inline(__always)
    func hits(of entries: Range<Int>, in part: Int) -> Range<Int> {
        let start = firstHit(from: entries.lowerBound, in: starts[part]..<starts[part + 1])
        return start..<firstHit(from: entries.upperBound, in: start..<starts[part + 1])
    }

    func hit(of entry: Int, in part: Int) -> Int? {
        let position = firstHit(from: entry, in: starts[part]..<starts[part + 1])
        return position < starts[part + 1] && matches.entry(at: position) == entry ? position : nil
    }

    /// Calls `body` for each place where an entry holds in a part; says whether it does.
    @inline(__always)
    func forEachSpan(of entry: Int, in part: Int, _ body: (Range<Int>) -> Void) -> Bool {
        guard let hit = hit(of: entry, in: part) else { return false }
        matches.forEachSpan(at: hit, body)
        return true
    }

    @inline(__always)
    func forEach(of entries: Range<Int>, in part: Int, _ body: (_ entry: Int) -> Void) {
        for position in hits(of: entries, in: part) { body(matches.entry(at: position)) }
    }

    /// The first of some hits whose entry is not below this one.
    @inline(__always)
    private func firstHit(from entry: Int, in hits: Range<Int>) -> Int {
        var low = hits.lowerBound
        var high = hits.upperBound
        while low < high {
            let middle = (low + high) / 2
            if matches.entry(at: middle) < entry { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
