/// A figure of all items, estimated from a sample, with the interval that covers it in 95 of 100 samples.
package struct Estimate: Sendable, Hashable {
    package var figure: Figure
    package var interval: Interval

    package init(figure: Figure, interval: Interval) {
        self.figure = figure
        self.interval = interval
    }

    init(_ bounded: Bounded) {
        self.init(figure: .value(bounded.value), interval: .range(low: bounded.low, high: bounded.high))
    }

    /// A figure that is not defined, for this reason.
    static func undefined(_ reason: String) -> Estimate {
        Estimate(figure: .undefined(reason: reason), interval: .undefined(reason: reason))
    }

    /// `0.812 (0.701 to 0.889)`, or `n/a: reason`.
    package var text: String {
        switch (figure, interval) {
        case (.value(let value), .range(let low, let high)): "\(fixed(value)) (\(fixed(low)) to \(fixed(high)))"
        case (.value(let value), .undefined(let reason)): "\(fixed(value)) (no interval: \(reason))"
        case (.undefined(let reason), _): "n/a: \(reason)"
        }
    }
}

/// A value between two bounds.
struct Bounded {
    var value: Double
    var low: Double
    var high: Double

    static func exactly(_ value: Double) -> Bounded { Bounded(value: value, low: value, high: value) }

    func scaled(by factor: Double) -> Bounded {
        Bounded(value: value * factor, low: low * factor, high: high * factor)
    }

    /// Wilson's interval (1927) of a proportion.
    ///
    /// - Parameter count: how many independent observations it is as good as; above 0.
    static func proportion(_ value: Double, of count: Double) -> Bounded {
        let z = Quantiles.normal
        let shrunk = 1 / (1 + z * z / count)
        let middle = (value + z * z / (2 * count)) * shrunk
        let half = z * shrunk * (value * (1 - value) / count + z * z / (4 * count * count)).squareRoot()
        return Bounded(
            value: value, low: value > 0 ? max(0, middle - half) : 0, high: value < 1 ? min(1, middle + half) : 1)
    }

    /// The sum of two values that are independent of each other, with bounds from theirs (Zou and Donner 2008).
    static func + (first: Bounded, second: Bounded) -> Bounded {
        func distance(_ one: Double, _ other: Double) -> Double { (one * one + other * other).squareRoot() }
        let value = first.value + second.value
        return Bounded(
            value: value, low: value - distance(first.value - first.low, second.value - second.low),
            high: value + distance(first.high - first.value, second.high - second.value))
    }

    /// The share of one value in the sum of it and another, with bounds from theirs: those of the ratio of two values
    /// (Donner and Zou 2012).
    ///
    /// - Precondition: `part` is above 0, `rest` not below it.
    static func share(of part: Bounded, beside rest: Bounded) -> Bounded {
        let product = rest.value * part.value
        func ratio(_ restBound: Double, _ partBound: Double, sign: Double) -> Double {
            let denominator = partBound * (2 * part.value - partBound)
            let square =
                product * product - restBound * partBound * (2 * rest.value - restBound) * (2 * part.value - partBound)
            // Where one part may be nothing, the other may be many times as much.
            return denominator > 0 ? (product + sign * max(0, square).squareRoot()) / denominator : .infinity
        }
        let most = ratio(rest.high, part.low, sign: 1)
        // Of a part that may be twice what was found, the formula has no least ratio.
        let least = 2 * part.value > part.high ? max(0, ratio(rest.low, part.high, sign: -1)) : 0
        return Bounded(
            value: part.value / (part.value + rest.value), low: 1 / (1 + most), high: 1 / (1 + least))
    }
}
