import DocumentModel

extension QuoteFinder {
    /// Where a text that is nearly the quote stands: it begins and ends like it, is about as long, and shares most of
    /// its letters in threes. Another reading may have put a footnote mark or a word of a running head into it.
    ///
    /// - Parameter start: the nearest of equally good places is taken.
    func nearPlace(of quote: String, near start: Int, in index: LetterIndex) -> Range<Int>? {
        let wanted = letters(of: quote)
        guard wanted.count >= 3 * seedLength else { return nil }
        let seeds = occurrences(of: Array(wanted.prefix(seedLength)), in: index.letters, limit: mostSeeds)
        let ends = occurrences(of: Array(wanted.suffix(seedLength)), in: index.letters).map { $0 + seedLength }
        let triples = counted(wanted[...])
        var best: (place: Range<Int>, likeness: Int, distance: Int)?
        for seed in seeds {
            guard let end = nearest(seed + wanted.count, in: ends),
                abs(end - seed - wanted.count) * 100 <= wanted.count * mostPercentLonger,
                let place = place(ofLetters: seed..<end, like: quote)
            else { continue }
            let likeness = likeness(triples, counted(index.letters[seed..<end]))
            let distance = abs(place.lowerBound - min(max(start, 0), index.letters.count))
            guard likeness >= leastLikeness else { continue }
            if let best, (best.likeness, -best.distance) >= (likeness, -distance) { continue }
            best = (place, likeness, distance)
        }
        return best?.place
    }
}

/// Letters of about four words: they stand together once in a report.
private let seedLength = 20
/// A beginning that comes more often tells nothing.
private let mostSeeds = 16
private let mostPercentLonger = 10
/// Percent of triples: one changed word in twelve is the most.
private let leastLikeness = 88

/// The number nearest to a wanted one in an ascending list.
private func nearest(_ wanted: Int, in numbers: [Int]) -> Int? {
    numbers.min { abs($0 - wanted) < abs($1 - wanted) }
}

private func counted(_ letters: ArraySlice<UInt8>) -> [UInt32: Int] {
    var counts: [UInt32: Int] = [:]
    var triple: UInt32 = 0
    for (number, letter) in letters.enumerated() {
        triple = (triple << 8 | UInt32(letter)) & 0xFF_FFFF
        if number >= 2 { counts[triple, default: 0] += 1 }
    }
    return counts
}

/// Dice's coefficient of two bags of triples, in percent.
private func likeness(_ first: [UInt32: Int], _ second: [UInt32: Int]) -> Int {
    let shared = first.reduce(0) { $0 + min($1.value, second[$1.key, default: 0]) }
    let all = first.values.reduce(0, +) + second.values.reduce(0, +)
    return all == 0 ? 0 : 200 * shared / all
}
