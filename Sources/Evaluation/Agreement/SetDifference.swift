/// How far apart two sets of codes are, where a passage may have several.
///
/// There are two measures by the name of MASI in the literature and in programs; a figure names which one it is.
package enum SetDifference: String, Sendable, CaseIterable {
    /// Passonneau 2006, as NLTK has it: 1 − J·M, with Jaccard's index J and M = 1 for equal sets, 2⁄3 where one holds
    /// the other, 1⁄3 where they share some, 0 where they share none.
    case masi
    /// (1 − J)·m with m = 0, 1⁄3, 2⁄3, 1 for the same four cases, as DKPro has it.
    case masiByDistance = "masi-by-distance"
    /// Only m of these (Passonneau 2004).
    case monotonic
    /// 0 for equal sets, else 1.
    case exact

    /// From 0, the same, to 1, nothing in common; two empty sets are the same.
    package func distance<Element>(_ first: Set<Element>, _ second: Set<Element>) -> Double {
        if first == second { return 0 }
        let shared = first.intersection(second).count
        let isPart = shared == min(first.count, second.count)
        let common = Double(shared) / Double(first.count + second.count - shared)
        // An empty set is part of every other.
        let monotonicity = isPart ? 2.0 / 3 : shared > 0 ? 1.0 / 3 : 0
        switch self {
        case .masi: return 1 - common * monotonicity
        case .masiByDistance: return (1 - common) * (1 - monotonicity)
        case .monotonic: return 1 - monotonicity
        case .exact: return 1
        }
    }
}

/// Codings by several coders who give a unit any number of codes.
package struct SetRatings: Sendable {
    /// The categories are ``sets``.
    package let ratings: Ratings
    /// The sets that were given, in the order in which they came.
    package let sets: [Set<Int>]

    /// - Parameter units: of each the codes in the coders' order, nil where a coder did not code it.
    package init(coders: Int, units: [[Set<Int>?]]) {
        var numbers: [Set<Int>: Int] = [:]
        var sets: [Set<Int>] = []
        let cells = units.map { unit in
            unit.map { codes -> Int? in
                guard let codes else { return nil }
                if let number = numbers[codes] { return number }
                numbers[codes] = sets.count
                sets.append(codes)
                return sets.count - 1
            }
        }
        self.sets = sets
        ratings = Ratings(categories: sets.count, coders: coders, units: cells)
    }

    /// Krippendorff's alpha with a difference of sets.
    package func krippendorffsAlpha(_ difference: SetDifference) -> Figure {
        ratings.krippendorffsAlpha(.table(sets.map { first in sets.map { difference.distance(first, $0) } }))
    }
}
