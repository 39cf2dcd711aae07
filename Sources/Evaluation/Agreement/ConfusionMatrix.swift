/// How two coders coded the same units into categories that exclude each other; what its coefficients are, ``TableSums``
/// says.
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

    package var rowTotals: [Int] { (0..<size).map { row in (0..<size).reduce(0) { $0 + self[row, $1] } } }
    package var columnTotals: [Int] { (0..<size).map { column in (0..<size).reduce(0) { $0 + self[$1, column] } } }

    /// What the coefficients need of the table.
    package var sums: TableSums {
        let totals = Array(zip(rowTotals, columnTotals))
        return TableSums(
            categories: size, total: counts.reduce(0, +), agreeing: (0..<size).reduce(0) { $0 + self[$1, $1] },
            products: totals.reduce(0) { $0 + $1.0 * $1.1 },
            squares: totals.reduce(0) { $0 + ($1.0 + $1.1) * ($1.0 + $1.1) })
    }

    package var total: Int { counts.reduce(0, +) }
    package var percentAgreement: Figure { sums.percentAgreement }
    package var cohensKappa: Figure { sums.cohensKappa }
    package var scottsPi: Figure { sums.scottsPi }
    package var gwetsAC1: Figure { sums.gwetsAC1 }
    package var brennanPrediger: Figure { sums.brennanPrediger }
    package var krippendorffsAlpha: Figure { sums.krippendorffsAlpha }

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
}
