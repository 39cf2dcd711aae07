/// How often two codings of the same passages agree on one yes or no.
package struct Counts: Sendable, Hashable {
    /// Gold and found.
    package var both: Int
    /// Found, not gold: a false positive.
    package var foundOnly: Int
    /// Gold, not found: a false negative.
    package var goldOnly: Int
    package var neither: Int
    /// Found, and people who had seen it agreed; known for precision only.
    package var seenRight = 0
    /// Found, and people who had seen it did not agree.
    package var seenWrong = 0

    package init(both: Int = 0, foundOnly: Int = 0, goldOnly: Int = 0, neither: Int = 0) {
        self.both = both
        self.foundOnly = foundOnly
        self.goldOnly = goldOnly
        self.neither = neither
    }

    package var gold: Int { both + goldOnly }
    package var found: Int { both + foundOnly }
    package var all: Int { both + foundOnly + goldOnly + neither }

    package mutating func add(gold: Bool, found: Bool, times: Int = 1) {
        switch (gold, found) {
        case (true, true): both += times
        case (false, true): foundOnly += times
        case (true, false): goldOnly += times
        case (false, false): neither += times
        }
    }

    package static func + (first: Counts, second: Counts) -> Counts {
        var sum = Counts(
            both: first.both + second.both, foundOnly: first.foundOnly + second.foundOnly,
            goldOnly: first.goldOnly + second.goldOnly, neither: first.neither + second.neither)
        sum.seenRight = first.seenRight + second.seenRight
        sum.seenWrong = first.seenWrong + second.seenWrong
        return sum
    }

    /// Share of what was found that is gold.
    package var precision: Figure {
        .ratio(both + seenRight, found + seenRight + seenWrong, orElse: "nothing was found")
    }

    /// Share of the gold that was found.
    package var recall: Figure { .ratio(both, gold, orElse: "no gold") }

    /// Harmonic mean of precision and recall, 2·both / (gold + found); defined as soon as either side has any.
    package var f1: Figure {
        guard seenRight + seenWrong > 0 else {
            return .ratio(2 * both, gold + found, orElse: "no gold and nothing found")
        }
        guard let precision = precision.value, let recall = recall.value else { return recall }
        return .value(precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall))
    }

    /// Share of the gold and of the found that is in the one and in the other, where half of each counts.
    package var prevalence: Figure { .ratio(gold + found, 2 * all, orElse: "no units") }

    /// What the coefficients of agreement need; the categories are yes and no.
    package var sums: TableSums {
        let (noGold, notFound) = (all - gold, all - found)
        return TableSums(
            categories: 2, total: all, agreeing: both + neither, products: gold * found + noGold * notFound,
            squares: (gold + found) * (gold + found) + (noGold + notFound) * (noGold + notFound))
    }
}
