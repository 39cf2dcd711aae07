/// How often two codings of the same passages agree on one yes or no.
package struct Counts: Sendable, Hashable {
    /// Gold and found.
    package var both: Int
    /// Found, not gold: a false positive.
    package var foundOnly: Int
    /// Gold, not found: a false negative.
    package var goldOnly: Int
    package var neither: Int

    package init(both: Int = 0, foundOnly: Int = 0, goldOnly: Int = 0, neither: Int = 0) {
        self.both = both
        self.foundOnly = foundOnly
        self.goldOnly = goldOnly
        self.neither = neither
    }

    package var gold: Int { both + goldOnly }
    package var found: Int { both + foundOnly }

    mutating func add(gold: Bool, found: Bool) {
        switch (gold, found) {
        case (true, true): both += 1
        case (false, true): foundOnly += 1
        case (true, false): goldOnly += 1
        case (false, false): neither += 1
        }
    }

    static func + (first: Counts, second: Counts) -> Counts {
        Counts(
            both: first.both + second.both, foundOnly: first.foundOnly + second.foundOnly,
            goldOnly: first.goldOnly + second.goldOnly, neither: first.neither + second.neither)
    }

    /// Share of what was found that is gold.
    package var precision: Figure { ratio(both, found, orElse: "nothing was found") }

    /// Share of the gold that was found.
    package var recall: Figure { ratio(both, gold, orElse: "no gold") }

    /// Harmonic mean of precision and recall, 2·both / (gold + found); defined as soon as either side has any.
    package var f1: Figure { ratio(2 * both, gold + found, orElse: "no gold and nothing found") }

    /// Cohen's kappa (Cohen 1960): agreement beyond what the two margins give by chance.
    package var kappa: Figure {
        let total = both + foundOnly + goldOnly + neither
        guard total > 0 else { return .undefined(reason: "no passages") }
        // Integers keep the comparison with 1 exact: chance × total².
        let chance = gold * found + (total - gold) * (total - found)
        guard chance < total * total else { return .undefined(reason: "both sides always say the same one thing") }
        let observed = Double(both + neither) / Double(total)
        let expected = Double(chance) / Double(total * total)
        return .value((observed - expected) / (1 - expected))
    }
}

private func ratio(_ numerator: Int, _ denominator: Int, orElse reason: String) -> Figure {
    denominator == 0 ? .undefined(reason: reason) : .value(Double(numerator) / Double(denominator))
}
