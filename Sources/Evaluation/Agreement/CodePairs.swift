import Codebooks

/// A set of codes that gold gives a passage with one that was found, as numbers of the dimension's codes.
struct CodePair: Hashable {
    /// Ascending.
    var gold: [Int]
    /// Ascending.
    var found: [Int]
    var isSeen = false
}

/// The different pairs of sets of codes in one dimension: how often each occurs is all that any figure needs, so that
/// a figure costs as little for a million passages as for a thousand.
struct CodePairs: Sendable {
    let dimension: String
    let codes: [String]
    /// Whether the gold says anything of the dimension.
    let isJudged: Bool
    private(set) var pairs: [Pair] = []
    /// The sets that stand on either side.
    private var sets: [[Int]] = []
    /// How far apart any two of the sets are; empty when there are too many of them.
    private var distances: [[Double]] = []
    private var numbers: [CodePair: Int] = [:]
    private var setNumbers: [[Int]: Int] = [:]

    struct Pair: Sendable {
        var both: [Int]
        var goldOnly: [Int]
        var foundOnly: [Int]
        /// Numbers of the two sets.
        var gold: Int
        var found: Int
        var distance: Double
        /// See ``GoldPassage/isSeen``.
        var isSeen: Bool
    }

    /// The difference of sets that figures use.
    static let difference = SetDifference.masi
    /// More sets than people tell apart; their differences would be a table of gigabytes.
    private static let mostSets = 4000

    init(_ dimension: Dimension, isJudged: Bool) {
        self.dimension = dimension.id
        codes = dimension.codes.map(\.id)
        self.isJudged = isJudged
    }

    /// The number of a pair.
    mutating func number(of pair: CodePair) -> Int {
        if let known = numbers[pair] { return known }
        let gold = Set(pair.gold)
        let found = Set(pair.found)
        pairs.append(
            Pair(
                both: pair.gold.filter(found.contains), goldOnly: pair.gold.filter { !found.contains($0) },
                foundOnly: pair.found.filter { !gold.contains($0) }, gold: setNumber(pair.gold),
                found: setNumber(pair.found), distance: Self.difference.distance(gold, found), isSeen: pair.isSeen))
        numbers[pair] = pairs.count - 1
        return pairs.count - 1
    }

    private mutating func setNumber(_ set: [Int]) -> Int {
        if let known = setNumbers[set] { return known }
        setNumbers[set] = sets.count
        sets.append(set)
        return sets.count - 1
    }

    /// Makes the table of differences; to be called when all pairs have their numbers.
    mutating func finish() {
        guard sets.count <= Self.mostSets else { return }
        let sets = sets.map { Set($0) }
        distances = sets.map { first in sets.map { Self.difference.distance(first, $0) } }
    }

    /// What passages with so many of each pair say.
    func agreement(_ counts: ArraySlice<Int>) -> DimensionAgreement {
        var both = [Int](repeating: 0, count: codes.count)
        var goldOnly = both
        var foundOnly = both
        var seenRight = both
        var seenWrong = both
        var coded = Counts()
        var table = ConfusionMatrix(size: codes.count + 1)
        var hasSeveral = false
        var all = 0
        for (pair, times) in zip(pairs, counts) where times > 0 {
            if pair.isSeen {
                for code in pair.both { seenRight[code] += times }
                for code in pair.foundOnly { seenWrong[code] += times }
                coded.addSeen(pair, times)
                continue
            }
            all += times
            for code in pair.both { both[code] += times }
            for code in pair.goldOnly { goldOnly[code] += times }
            for code in pair.foundOnly { foundOnly[code] += times }
            coded.add(
                gold: !pair.both.isEmpty || !pair.goldOnly.isEmpty,
                found: !pair.both.isEmpty || !pair.foundOnly.isEmpty, times: times)
            for cell in pair.cells(none: codes.count) { table[cell.gold, cell.found] += times }
            hasSeveral = hasSeveral || pair.hasSeveralCodes
        }
        return DimensionAgreement(
            dimension: dimension, isJudged: isJudged,
            codes: codes.indices.map { code in
                var counts = Counts(
                    both: both[code], foundOnly: foundOnly[code], goldOnly: goldOnly[code],
                    neither: all - both[code] - foundOnly[code] - goldOnly[code])
                counts.seenRight = seenRight[code]
                counts.seenWrong = seenWrong[code]
                return CodeAgreement(code: codes[code], counts: counts)
            },
            coded: coded, confusions: table, hasSeveralCodes: hasSeveral, sets: setAgreement(counts, of: all))
    }

    private func setAgreement(_ counts: ArraySlice<Int>, of all: Int) -> SetAgreement {
        var given = [Int](repeating: 0, count: sets.count)
        var same = 0
        var observed = 0.0
        for (pair, times) in zip(pairs, counts) where times > 0 && !pair.isSeen {
            given[pair.gold] += times
            given[pair.found] += times
            if pair.gold == pair.found { same += times }
            observed += Double(times) * pair.distance
        }
        guard !distances.isEmpty || sets.isEmpty else {
            return SetAgreement(same: same, all: all, alpha: .undefined(reason: "too many different sets of codes"))
        }
        let expected = disagreement(among: given, distances)
        let alpha: Figure =
            all == 0
            ? .noUnits
            : expected == 0 ? .oneCategory : .value(1 - Double(2 * all - 1) * 2 * observed / expected)
        return SetAgreement(same: same, all: all, alpha: alpha)
    }
}

extension CodePairs.Pair {
    var hasSeveralCodes: Bool { both.count + goldOnly.count > 1 || both.count + foundOnly.count > 1 }

    /// The cells of the table of confusions that a passage of this kind is in: what both gave on the diagonal, each code
    /// of the gold that was not found against each that was found in its place, or against none.
    func cells(none: Int) -> [(gold: Int, found: Int)] {
        let agreed = both.map { (gold: $0, found: $0) }
        if goldOnly.isEmpty, foundOnly.isEmpty { return agreed.isEmpty ? [(none, none)] : agreed }
        let missed = goldOnly.isEmpty ? [none] : goldOnly
        let wrong = foundOnly.isEmpty ? [none] : foundOnly
        return agreed + missed.flatMap { gold in wrong.map { (gold, $0) } }
    }
}

extension Counts {
    /// Counts passages that people had seen coded: right where they left a code standing or gave another.
    fileprivate mutating func addSeen(_ pair: CodePairs.Pair, _ times: Int) {
        guard !pair.both.isEmpty || !pair.foundOnly.isEmpty else { return }
        if pair.both.isEmpty && pair.goldOnly.isEmpty { seenWrong += times } else { seenRight += times }
    }
}
