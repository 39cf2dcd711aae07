package import Diagnostics

/// The least value that a metric must have: `theme.macro_f1: 0.7`.
package struct Minimum: Sendable, Hashable {
    package var metric: String
    package var thousandths: Int
    package var place: Place?

    package init(metric: String, thousandths: Int, place: Place? = nil) {
        self.metric = metric
        self.thousandths = thousandths
        self.place = place
    }
}

/// What came of checking minimums: a gate that was not met and a name that was not understood end differently.
package struct MinimumCheck: Sendable, Hashable {
    /// Metrics below their minimum, and metrics that are not defined.
    package var unmet: [Diagnostic] = []
    /// Names of no metric.
    package var unknown: [Diagnostic] = []
}

/// Compares metrics with their minimums, over all passages.
package func check(_ minimums: [Minimum], against agreement: Agreement) -> MinimumCheck {
    var result = MinimumCheck()
    for minimum in minimums {
        guard let figure = agreement.figure(minimum.metric) else {
            result.unknown.append(unknownMetric(minimum, agreement))
            continue
        }
        let least = fixed(Double(minimum.thousandths) / 1000)
        switch figure {
        case .undefined(let reason):
            result.unmet.append(
                .error(
                    "undefined-metric", "\(minimum.metric) is not defined: \(reason)", at: minimum.place,
                    help: "the minimum is \(least)"))
        // Half a thousandth is forgiven: a printed 0.700 meets 0.7.
        case .value(let value) where Int((value * 1000).rounded()) < minimum.thousandths:
            result.unmet.append(
                .error(
                    "below-minimum", "\(minimum.metric) is \(fixed(value)), the minimum is \(least)", at: minimum.place)
            )
        case .value:
            break
        }
    }
    return result
}

private func unknownMetric(_ minimum: Minimum, _ agreement: Agreement) -> Diagnostic {
    let names = agreement.metricNames
    let dimensions = agreement.dimensions.map(\.dimension)
    return .error(
        "unknown-metric", "no metric is called '\(minimum.metric)'", at: minimum.place,
        help: """
            a metric is dimension.metric or dimension.code.metric
            dimensions: \(dimensions.joined(separator: ", "))
            metrics of a dimension: \(dimensionMetrics.map(\.name).joined(separator: ", "))
            metrics of a code: \(codeMetrics.map(\.name).joined(separator: ", "))
            """,
        suggestion: nearestName(to: minimum.metric, among: names))
}
