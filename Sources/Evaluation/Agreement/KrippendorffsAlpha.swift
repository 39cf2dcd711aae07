/// How far apart two categories are, as Krippendorff's alpha squares it (Krippendorff 2004, chapter 11).
package enum Difference: Sendable {
    /// Categories are the same or not.
    case nominal
    /// Categories stand in their order; how far apart they are follows from how often those between were given.
    case ordinal
    /// The value of each category; differences count.
    case interval([Double])
    /// The value of each category; differences count in relation to the sum.
    case ratio([Double])
    /// Of any two categories.
    case table([[Double]])

    /// - Parameter given: how often each category was given in units that two coders coded.
    func table(given: [Int]) -> [[Double]] {
        let squared: (Int, Int) -> Double
        switch self {
        case .nominal:
            squared = { $0 == $1 ? 0 : 1 }
        case .ordinal:
            // Twice the ranks between two categories: whole numbers.
            var upTo = [0]
            for count in given { upTo.append(upTo[upTo.count - 1] + count) }
            squared = { first, second in
                let (low, high) = (min(first, second), max(first, second))
                let ranks = 2 * (upTo[high + 1] - upTo[low]) - given[low] - given[high]
                return low == high ? 0 : Double(ranks) * Double(ranks) / 4
            }
        case .interval(let values):
            squared = { (values[$0] - values[$1]) * (values[$0] - values[$1]) }
        case .ratio(let values):
            squared = { first, second in
                let sum = values[first] + values[second]
                let ratio = sum == 0 ? 0 : (values[first] - values[second]) / sum
                return ratio * ratio
            }
        case .table(let table):
            return table
        }
        return given.indices.map { first in given.indices.map { squared(first, $0) } }
    }
}

extension Ratings {
    /// Krippendorff's alpha (Krippendorff 2004): 1 − observed / expected disagreement, for any number of coders, gaps,
    /// and kinds of categories. Units that only one coder coded tell nothing and do not count.
    package func krippendorffsAlpha(_ difference: Difference = .nominal) -> Figure {
        var given = [Int](repeating: 0, count: categories)
        var paired: [(counts: [Int], number: Int, times: Int)] = []
        for unit in 0..<units {
            let counts = counts(of: unit)
            let number = counts.reduce(0, +)
            guard number > 1 else { continue }
            paired.append((counts, number, times[unit]))
            for (category, count) in counts.enumerated() { given[category] += times[unit] * count }
        }
        let all = given.reduce(0, +)
        guard all > 0 else { return .noPairs }
        let table = difference.table(given: given)
        let observed = paired.reduce(0.0) { sum, unit in
            sum + Double(unit.times) * disagreement(among: unit.counts, table) / Double(unit.number - 1)
        }
        let expected = disagreement(among: given, table)
        guard expected > 0 else { return .oneCategory }
        return .value(1 - Double(all - 1) * observed / expected)
    }
}

/// The sum of the differences of all pairs of values.
///
/// - Parameter counts: how often each value stands among them.
func disagreement(among counts: [Int], _ table: [[Double]]) -> Double {
    let present = counts.indices.filter { counts[$0] > 0 }
    return present.reduce(0.0) { sum, first in
        let row = table[first]
        return sum + Double(counts[first]) * present.reduce(0.0) { $0 + Double(counts[$1]) * row[$1] }
    }
}
