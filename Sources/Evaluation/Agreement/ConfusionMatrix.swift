/// How two coders coded the same units into categories that exclude each other, and what follows from it.
///
/// All coefficients are Po − Pe over 1 − Pe with the share Po of units in which they agree; they part in what they
/// take for chance (Pe). Everything is counted in whole numbers until the last division.
package struct ConfusionMatrix: Sendable, Hashable {
    /// Number of categories.
    package let size: Int
    /// Rows are the first coder's (gold), columns the second's (found).
    private var counts: [Int]

    package init(size: Int) {
        self.size = size
        counts = [Int](repeating: 0, count: size * size)
    }

    /// - Precondition: as many columns as rows.
    package init(rows: [[Int]]) {
        precondition(rows.allSatisfy { $0.count == rows.count }, "a confusion matrix is square")
        size = rows.count
        counts = rows.flatMap(\.self)
    }

    package subscript(row: Int, column: Int) -> Int {
        get { counts[row * size + column] }
        set { counts[row * size + column] = newValue }
    }

    package var total: Int { counts.reduce(0, +) }

    /// Units in which both gave the same category.
    package var agreeing: Int { (0..<size).reduce(0) { $0 + self[$1, $1] } }

    package var rowTotals: [Int] { (0..<size).map { row in (0..<size).reduce(0) { $0 + self[row, $1] } } }
    package var columnTotals: [Int] { (0..<size).map { column in (0..<size).reduce(0) { $0 + self[$1, column] } } }

    /// Share of units in which both agree.
    package var percentAgreement: Figure { .ratio(agreeing, total, orElse: "no units") }

    /// Cohen's kappa (Cohen 1960): by chance each coder keeps their own shares.
    package var cohensKappa: Figure {
        let chance = zip(rowTotals, columnTotals).reduce(0) { $0 + $1.0 * $1.1 }
        return .beyondChance(observed: agreeing * total, expected: chance, of: total * total)
    }

    /// Scott's pi (Scott 1955): by chance both have the shares of all codings together.
    package var scottsPi: Figure {
        .beyondChance(observed: 4 * agreeing * total, expected: squaredShares, of: 4 * total * total)
    }

    /// Gwet's AC1 (Gwet 2008): only units that are hard to code are coded by chance; steady where a category is rare.
    ///
    /// With one category in use it is not given either, though its formula would say 1.
    package var gwetsAC1: Figure {
        let whole = 4 * total * total
        if whole > 0, squaredShares == whole || size < 2 { return .oneCategory }
        return .beyondChance(
            observed: 4 * agreeing * total * (size - 1), expected: whole - squaredShares, of: whole * (size - 1))
    }

    /// Brennan and Prediger's coefficient (1981), Bennett's S (1954): by chance every category is as likely.
    package var brennanPrediger: Figure {
        if total > 0, squaredShares == 4 * total * total || size < 2 { return .oneCategory }
        return .beyondChance(observed: agreeing * size, expected: total, of: total * size)
    }

    /// Krippendorff's alpha for nominal categories (Krippendorff 2004): as Scott's pi, corrected for few units.
    package var krippendorffsAlpha: Figure {
        let whole = 4 * total * total
        if whole == 0 { return .noUnits }
        if squaredShares == whole { return .oneCategory }
        let disagreeing = 2 * (total - agreeing) * (2 * total - 1)
        return .value(1 - Double(disagreeing) / Double(whole - squaredShares))
    }

    /// Cohen's weighted kappa (Cohen 1968): disagreements count by how far apart their categories are.
    ///
    /// - Parameter distance: of two categories; 0 of a category to itself.
    package func weightedKappa(_ distance: (Int, Int) -> Double) -> Figure {
        if total == 0 { return .noUnits }
        let (rows, columns) = (rowTotals, columnTotals)
        var observed = 0.0
        var expected = 0.0
        for row in 0..<size {
            for column in 0..<size where row != column {
                let apart = distance(row, column)
                observed += apart * Double(self[row, column])
                expected += apart * Double(rows[row] * columns[column])
            }
        }
        return expected == 0 ? .oneCategory : .value(1 - observed * Double(total) / expected)
    }

    /// Sum of the squares of how often each category was given by either coder.
    private var squaredShares: Int {
        zip(rowTotals, columnTotals).reduce(0) { $0 + ($1.0 + $1.1) * ($1.0 + $1.1) }
    }
}
