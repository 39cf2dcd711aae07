/// The checked rows of one stratum, by draws.
struct StratumSample {
    /// Items of the stratum.
    let population: Int
    /// Rows of each draw.
    let draws: [[Int]]
    /// Whether the rows are all items of the stratum.
    let isWhole: Bool

    init(population: Int, draws: [[Int]], isWhole: Bool) {
        self.population = population
        self.draws = draws.filter { !$0.isEmpty }
        self.isWhole = isWhole
    }

    /// In how many items of the stratum something holds; nil if too few draws were checked.
    func total(where holds: (Int) -> Bool) -> Bounded? {
        if population == 0 { return .exactly(0) }
        return ratio(of: holds, among: { _ in true })?.scaled(by: Double(population))
    }

    /// The share of the items in which something holds among those in which a condition does; nil if the condition holds
    /// in no row, or too few draws were checked.
    ///
    /// A ratio of means over draws (Cochran 1977, section 6.3); its variance, linearised, says how many independent
    /// observations it is as good as, fewer for few draws (Korn and Graubard 1998, without their limit to the number of
    /// rows: of a document with few items most are taken, which tells more than as many drawn at random).
    func ratio(of holds: (Int) -> Bool, among condition: (Int) -> Bool) -> Bounded? {
        let shares = draws.map { rows in
            let among = rows.filter(condition)
            return (
                having: Double(among.count(where: holds)) / Double(rows.count),
                among: Double(among.count) / Double(rows.count), rows: among.count
            )
        }
        let count = Double(shares.count)
        let base = shares.reduce(0) { $0 + $1.among }
        guard base > 0 else { return nil }
        let value = min(1, shares.reduce(0) { $0 + $1.having } / base)
        if isWhole { return .exactly(value) }
        guard shares.count > 1 else { return nil }
        let squares = shares.reduce(0) { sum, share in
            let difference = (share.having - value * share.among) * count / base
            return sum + difference * difference
        }
        let variance = squares / (count * (count - 1))
        let rows = Double(shares.reduce(0) { $0 + $1.rows })
        guard variance > 0, value > 0, value < 1 else { return .proportion(value, of: rows) }
        let correction = Quantiles.normal / Quantiles.student(degrees: shares.count - 1)
        return .proportion(value, of: value * (1 - value) / variance * correction * correction)
    }
}
