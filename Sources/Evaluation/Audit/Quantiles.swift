/// Quantiles that intervals of 95 % use.
enum Quantiles {
    /// 97.5 % of a normal distribution lie below it.
    static let normal = 1.959_963_985

    /// 97.5 % of Student's t lie below it: exact for one and two degrees of freedom, else by the expansion of Fisher and
    /// Cornish (Abramowitz and Stegun 1964, 26.7.5), to three digits.
    static func student(degrees: Int) -> Double {
        if degrees <= 1 { return 12.706_205 }
        if degrees == 2 { return 4.302_653 }
        let (x, n) = (normal, Double(degrees))
        let (x2, x3) = (x * x, x * x * x)
        let first = (x3 + x) / 4
        let second = (5 * x2 * x3 + 16 * x3 + 3 * x) / 96
        let third = (3 * x2 * x2 * x3 + 19 * x2 * x3 + 17 * x3 - 15 * x) / 384
        let fourth = (79 * x3 * x3 * x3 + 776 * x2 * x2 * x3 + 1482 * x2 * x3 - 1920 * x3 - 945 * x) / 92160
        return x + first / n + second / (n * n) + third / (n * n * n) + fourth / (n * n * n * n)
    }
}
