/// A figure of agreement, or why there is none; never 0 or NaN in place of a figure that is not defined.
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
}

/// A number with three decimals: -0.0234 is `-0.023`.
func fixed(_ value: Double) -> String {
    let thousandths = Int((value.magnitude * 1000).rounded())
    let sign = value < 0 && thousandths > 0 ? "-" : ""
    return sign + String(thousandths / 1000) + "." + String(String(thousandths % 1000 + 1000).dropFirst())
}
