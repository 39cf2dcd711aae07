/// Agreement of any number of coders who may have left units out: Gwet 2014, Handbook of Inter-Rater Reliability,
/// chapter 2; without gaps these are the coefficients as they were published.
extension Ratings {
    /// Share of pairs of coders that agree on a unit, the mean of all units that two coders coded.
    package var percentAgreement: Figure { pairs.agreement.map { .value($0) } ?? .noPairs }

    /// Fleiss' kappa (Fleiss 1971): by chance all coders have the shares of all codings together.
    package var fleissKappa: Figure {
        beyondChance { $0.shares.reduce(0) { $0 + $1 * $1 } }
    }

    /// Gwet's AC1 (Gwet 2008) for several coders.
    package var gwetsAC1: Figure {
        beyondChance { pairs in
            let least = Double(max(categories, 2) - 1)
            return pairs.shares.reduce(0) { $0 + $1 * (1 - $1) } / least
        }
    }

    /// Brennan and Prediger's coefficient (1981) for several coders.
    package var brennanPrediger: Figure { beyondChance { _ in 1 / Double(max(categories, 2)) } }

    /// Fleiss' kappa of each category against all others (Fleiss 1971), for units that all coders coded.
    package var kappaOfCategories: [Figure] {
        var given = [Int](repeating: 0, count: categories)
        var apart = [Int](repeating: 0, count: categories)
        var complete = 0
        for unit in 0..<units {
            let counts = counts(of: unit)
            guard counts.reduce(0, +) == coders else { continue }
            complete += times[unit]
            for (category, count) in counts.enumerated() {
                given[category] += times[unit] * count
                apart[category] += times[unit] * count * (coders - count)
            }
        }
        let all = complete * coders
        return zip(given, apart).map { given, apart in
            if coders < 2 || all == 0 { return .noPairs }
            if given == 0 || given == all { return .oneCategory }
            let chance = Double(given) * Double(all - given) / Double(all)
            return .value(1 - Double(apart) / Double(coders - 1) / chance)
        }
    }

    private struct Pairs {
        /// nil if no unit was coded by two coders.
        var agreement: Double?
        /// Of each category the mean over units of its share among the unit's codings.
        var shares: [Double]
    }

    private var pairs: Pairs {
        var agreement = 0.0
        var pairable = 0
        var shares = [Double](repeating: 0, count: categories)
        var coded = 0
        for unit in 0..<units {
            let counts = counts(of: unit)
            let given = counts.reduce(0, +)
            guard given > 0 else { continue }
            coded += times[unit]
            for (category, count) in counts.enumerated() where count > 0 {
                shares[category] += Double(times[unit] * count) / Double(given)
            }
            guard given > 1 else { continue }
            pairable += times[unit]
            let agreeing = counts.reduce(0) { $0 + $1 * ($1 - 1) }
            agreement += Double(times[unit] * agreeing) / Double(given * (given - 1))
        }
        return Pairs(
            agreement: pairable == 0 ? nil : agreement / Double(pairable), shares: shares.map { $0 / Double(coded) })
    }

    private func beyondChance(_ chance: (Pairs) -> Double) -> Figure {
        let pairs = pairs
        guard let observed = pairs.agreement else { return .noPairs }
        guard pairs.shares.count(where: { $0 > 0 }) > 1 else { return .oneCategory }
        let expected = chance(pairs)
        return .value((observed - expected) / (1 - expected))
    }
}
