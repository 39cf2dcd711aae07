/// What several coders said of the same units: one category each, or nothing.
package struct Ratings: Sendable, Hashable {
    /// How many categories the coders could choose from.
    package let categories: Int
    package let coders: Int
    /// Unit by unit in the coders' order; −1 is nothing.
    private var cells: [Int32] = []
    /// How many units have each row of cells.
    private(set) var times: [Int] = []

    package init(categories: Int, coders: Int) {
        precondition(categories >= 0 && coders > 0, "ratings have coders")
        self.categories = categories
        self.coders = coders
    }

    /// - Parameter units: of each the categories in the coders' order, nil where a coder did not code it.
    package init(categories: Int, coders: Int, units: [[Int?]]) {
        self.init(categories: categories, coders: coders)
        for unit in units { append(unit) }
    }

    /// Adds a unit, or several that are coded alike.
    package mutating func append(_ unit: [Int?], times: Int = 1) {
        self.times.append(times)
        precondition(unit.count == coders, "one cell a coder")
        for cell in unit {
            precondition(cell.map { (0..<categories).contains($0) } ?? true, "one of the categories")
            cells.append(cell.map(Int32.init) ?? -1)
        }
    }

    /// Number of units, those that were added together as one.
    package var units: Int { times.count }

    package subscript(unit: Int, coder: Int) -> Int? {
        let cell = cells[unit * coders + coder]
        return cell < 0 ? nil : Int(cell)
    }

    /// How often each category was given in a unit.
    func counts(of unit: Int) -> [Int] {
        var counts = [Int](repeating: 0, count: categories)
        for cell in cells[unit * coders..<(unit + 1) * coders] where cell >= 0 { counts[Int(cell)] += 1 }
        return counts
    }

    /// The units that both of two coders coded.
    package func matrix(_ first: Int, _ second: Int) -> ConfusionMatrix {
        var matrix = ConfusionMatrix(size: categories)
        for unit in 0..<units {
            if let row = self[unit, first], let column = self[unit, second] { matrix[row, column] += times[unit] }
        }
        return matrix
    }

    /// Share of units in which the categories of all coders lie so near each other; units that a coder left out do not
    /// count.
    ///
    /// - Parameter tolerance: how far apart the numbers of two categories may be.
    package func fullAgreement(tolerance: Int = 0) -> Figure {
        var agreeing = 0
        var complete = 0
        for unit in 0..<units {
            let given = (0..<coders).compactMap { self[unit, $0] }
            guard given.count == coders, let least = given.min(), let most = given.max() else { continue }
            complete += times[unit]
            if most - least <= tolerance { agreeing += times[unit] }
        }
        return .ratio(agreeing, complete, orElse: "no unit was coded by all coders")
    }
}
