/// What the coefficients of agreement of two coders need of their table.
///
/// All coefficients are Po − Pe over 1 − Pe with the share Po of units in which both agree; they part in what they take
/// for chance (Pe). Everything is counted in whole numbers until the last division.
package struct TableSums: Sendable, Hashable {
    /// Number of categories.
    package var categories: Int
    /// Number of units.
    package var total: Int
    /// Units in which both gave the same category.
    package var agreeing: Int
    /// The sum over categories of how often the first gave it times how often the second did.
    package var products: Int
    /// The sum over categories of the square of how often either gave it.
    package var squares: Int

    /// Share of units in which both agree.
    package var percentAgreement: Figure { .ratio(agreeing, total, orElse: "no units") }

    /// Cohen's kappa (Cohen 1960): by chance each coder keeps their own shares.
    package var cohensKappa: Figure {
        .beyondChance(observed: agreeing * total, expected: products, of: total * total)
    }

    /// Scott's pi (Scott 1955): by chance both have the shares of all codings together.
    package var scottsPi: Figure {
        .beyondChance(observed: 4 * agreeing * total, expected: squares, of: whole)
    }

    /// Gwet's AC1 (Gwet 2008): only units that are hard to code are coded by chance; steady where a category is rare.
    ///
    /// With one category in use it is not given either, though its formula would say 1.
    package var gwetsAC1: Figure {
        if isOneCategory { return .oneCategory }
        return .beyondChance(
            observed: 4 * agreeing * total * (categories - 1), expected: whole - squares, of: whole * (categories - 1))
    }

    /// Brennan and Prediger's coefficient (1981), Bennett's S (1954): by chance every category is as likely.
    package var brennanPrediger: Figure {
        if isOneCategory { return .oneCategory }
        return .beyondChance(observed: agreeing * categories, expected: total, of: total * categories)
    }

    /// Krippendorff's alpha for nominal categories (Krippendorff 2004): as Scott's pi, corrected for few units.
    package var krippendorffsAlpha: Figure {
        if total == 0 { return .noUnits }
        if isOneCategory { return .oneCategory }
        let disagreeing = 2 * (total - agreeing) * (2 * total - 1)
        return .value(1 - Double(disagreeing) / Double(whole - squares))
    }

    private var whole: Int { 4 * total * total }

    private var isOneCategory: Bool { total > 0 && (squares == whole || categories < 2) }
}
