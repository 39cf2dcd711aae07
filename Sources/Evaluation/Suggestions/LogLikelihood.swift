import Foundation

/// How differently a thing is spread over two groups of passages.
struct Contrast {
    /// Passages of the first group, and how many of them have the thing.
    var first: Int
    var inFirst: Int
    /// The same of the second group.
    var second: Int
    var inSecond: Int

    /// Whether the thing is more frequent in the first group.
    var favoursFirst: Bool { inFirst * second > inSecond * first }

    /// The log-likelihood ratio G² of the table of two by two (Dunning 1993); 0 where both groups are alike, chi-square
    /// with one degree of freedom if they differ by chance only.
    var logLikelihood: Double {
        let total = first + second
        let having = inFirst + inSecond
        func term(_ observed: Int, of group: Int, _ margin: Int) -> Double {
            guard observed > 0 else { return 0 }
            return Double(observed) * log(Double(observed) * Double(total) / (Double(group) * Double(margin)))
        }
        return 2
            * (term(inFirst, of: first, having) + term(first - inFirst, of: first, total - having)
                + term(inSecond, of: second, having) + term(second - inSecond, of: second, total - having))
    }

    /// How many times as frequent the thing is in the first group as in the second, with half a passage added on either
    /// side (Haldane 1956, Anscombe 1956), so that there is a figure where the second group does not have it.
    var ratio: Double {
        (Double(inFirst) + 0.5) / (Double(first) + 1) / ((Double(inSecond) + 0.5) / (Double(second) + 1))
    }
}
