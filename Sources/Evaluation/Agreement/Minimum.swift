package import Diagnostics

/// The least value that a metric must have: `theme.macro_f1: 0.7`.
package struct Minimum: Sendable, Hashable {
    /// Who asks for it.
    package enum Source: String, Sendable, Hashable {
        /// A person, in pipeline.yaml or on the command line.
        case minimum
        /// What was reached before.
        case baseline
    }

    package var metric: String
    package var thousandths: Int
    package var source: Source
    package var place: Place?

    package init(metric: String, thousandths: Int, source: Source = .minimum, place: Place? = nil) {
        self.metric = metric
        self.thousandths = thousandths
        self.source = source
        self.place = place
    }
}

/// A minimum and what was reached of it.
package struct Gate: Sendable, Hashable {
    package var minimum: Minimum
    package var figure: Figure

    /// Half a thousandth is forgiven: a printed 0.700 meets 0.7.
    package var isMet: Bool { figure.value.map { Int(($0 * 1000).rounded()) >= minimum.thousandths } ?? false }

    /// The least value, with three decimals.
    package var least: String { fixed(Double(minimum.thousandths) / 1000) }

    /// How far the figure is below, in thousandths; what is not defined is as far as can be.
    var shortfall: Int { minimum.thousandths - (figure.value.map { Int(($0 * 1000).rounded()) } ?? -1000) }

    /// What is wrong; nil when it is met.
    package var diagnostic: Diagnostic? {
        switch figure {
        case _ where isMet: nil
        case .undefined(let reason):
            .error(
                "undefined-metric", "\(minimum.metric) is not defined: \(reason)", at: minimum.place,
                help: "the \(minimum.source.rawValue) is \(least)")
        case .value(let value):
            .error(
                "below-\(minimum.source.rawValue)",
                "\(minimum.metric) is \(fixed(value)), the \(minimum.source.rawValue) is \(least)", at: minimum.place)
        }
    }
}

/// What came of checking minimums: a gate that was not met and a name that was not understood end differently.
package struct MinimumCheck: Sendable, Hashable {
    /// In the order of the minimums.
    package var gates: [Gate] = []
    /// Names of no metric.
    package var unknown: [Diagnostic] = []

    /// Metrics below their minimum, and metrics that are not defined.
    package var unmet: [Diagnostic] { gates.compactMap(\.diagnostic) }
}

/// Compares metrics with their minimums, over all passages.
package func check(_ minimums: [Minimum], against agreement: Agreement) -> MinimumCheck {
    var result = MinimumCheck()
    for minimum in minimums {
        if let figure = agreement.figure(minimum.metric) {
            result.gates.append(Gate(minimum: minimum, figure: figure))
        } else {
            result.unknown.append(unknownMetric(minimum, agreement))
        }
    }
    return result
}

private func unknownMetric(_ minimum: Minimum, _ agreement: Agreement) -> Diagnostic {
    let dimensions = agreement.dimensions.map(\.dimension)
    return .error(
        "unknown-metric", "no metric is called '\(minimum.metric)'", at: minimum.place,
        help: """
            a metric is dimension.metric or dimension.code.metric
            dimensions: \(dimensions.joined(separator: ", "))
            metrics of a dimension: \(dimensionMetrics.map(\.name).joined(separator: ", "))
            metrics of a code: \(codeMetrics.map(\.name).joined(separator: ", "))
            """,
        suggestion: nearestName(to: minimum.metric, among: agreement.metricNames))
}
