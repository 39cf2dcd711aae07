/// A figure of agreement, or why there is none; never 0, 1 or NaN in place of a figure that is not defined.
package enum Figure: Sendable, Hashable {
    case value(Double)
    case undefined(reason: String)

    /// Three decimals, or `n/a: reason`.
    package var text: String {
        switch self {
        case .value(let value): fixed(value)
        case .undefined(let reason): "n/a: " + reason
        }
    }

    package var value: Double? {
        if case .value(let value) = self { value } else { nil }
    }

    /// `numerator / denominator`; undefined for the reason where the denominator is 0.
    static func ratio(_ numerator: Int, _ denominator: Int, orElse reason: String) -> Figure {
        denominator == 0 ? .undefined(reason: reason) : .value(Double(numerator) / Double(denominator))
    }

    /// Agreement beyond chance, (observed − expected) / (1 − expected), where both are shares of the same whole.
    ///
    /// Shares come as whole numbers, so that "no disagreement is possible" is told exactly.
    static func beyondChance(observed: Int, expected: Int, of whole: Int) -> Figure {
        if whole == 0 { return .noUnits }
        return expected >= whole ? .oneCategory : .value(Double(observed - expected) / Double(whole - expected))
    }

    /// Chance alone would give full agreement: nothing can be said of more than that.
    static let oneCategory = Figure.undefined(reason: "one category only")
    static let noUnits = Figure.undefined(reason: "no units")
    static let noPairs = Figure.undefined(reason: "no unit was coded by two coders")
}

/// A number with three decimals: -0.0234 is `-0.023`.
package func fixed(_ value: Double) -> String {
    let thousandths = Int((value.magnitude * 1000).rounded())
    let sign = value < 0 && thousandths > 0 ? "-" : ""
    return sign + String(thousandths / 1000) + "." + String(String(thousandths % 1000 + 1000).dropFirst())
}
