/// A named figure of a code: `category.barrier.recall`.
let codeMetrics: [(name: String, figure: @Sendable (Counts) -> Figure)] = [
    ("precision", { $0.precision }),
    ("recall", { $0.recall }),
    ("f1", { $0.f1 }),
    ("kappa", { $0.matrix.cohensKappa }),
]

/// A named figure of a dimension: `theme.macro_f1`. To add one: a line here.
let dimensionMetrics: [(name: String, figure: @Sendable (DimensionAgreement) -> Figure)] = [
    ("micro_precision", { $0.micro.precision }),
    ("micro_recall", { $0.micro.recall }),
    ("micro_f1", { $0.micro.f1 }),
    ("macro_precision", { $0.macro(\.precision) }),
    ("macro_recall", { $0.macro(\.recall) }),
    ("macro_f1", { $0.macro(\.f1) }),
    ("coded_precision", { $0.coded.precision }),
    ("coded_recall", { $0.coded.recall }),
    ("coded_f1", { $0.coded.f1 }),
    ("kappa", { $0.coded.matrix.cohensKappa }),
]

extension DimensionAgreement {
    /// The mean of a figure over the codes that the gold uses; those for which it is not defined are left out.
    package func macro(_ figure: (Counts) -> Figure) -> Figure {
        let used = codes.filter { $0.counts.gold > 0 }
        guard !used.isEmpty else { return .undefined(reason: "the gold uses no code of the dimension") }
        let values = used.compactMap { figure($0.counts).value }
        guard !values.isEmpty else { return .undefined(reason: "none of the codes was found") }
        return .value(values.reduce(0, +) / Double(values.count))
    }
}

extension Agreement {
    /// Names of all metrics: `dimension.metric` and `dimension.code.metric`.
    package var metricNames: [String] {
        dimensions.flatMap { dimension in
            dimensionMetrics.map { "\(dimension.dimension).\($0.name)" }
                + dimension.codes.flatMap { code in
                    codeMetrics.map { "\(dimension.dimension).\(code.code).\($0.name)" }
                }
        }
    }

    /// The figure of a metric over all passages; nil for a name that there is none of.
    package func figure(_ metric: String) -> Figure? {
        for dimension in dimensions where metric.hasPrefix(dimension.dimension + ".") {
            let name = metric.dropFirst(dimension.dimension.count + 1)
            if let found = dimensionMetrics.first(where: { $0.name == name }) { return found.figure(dimension) }
            for code in dimension.codes where name.hasPrefix(code.code + ".") {
                let name = name.dropFirst(code.code.count + 1)
                if let found = codeMetrics.first(where: { $0.name == name }) { return found.figure(code.counts) }
            }
        }
        return nil
    }
}
