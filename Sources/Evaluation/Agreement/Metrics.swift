/// A named figure of a code: `category.barrier.recall`. To add one: a line here.
let codeMetrics: [(name: String, figure: @Sendable (Counts) -> Figure)] = [
    ("precision", { $0.precision }),
    ("recall", { $0.recall }),
    ("f1", { $0.f1 }),
    ("agreement", { $0.sums.percentAgreement }),
    ("kappa", { $0.sums.cohensKappa }),
    ("pi", { $0.sums.scottsPi }),
    ("ac1", { $0.sums.gwetsAC1 }),
    ("alpha", { $0.sums.krippendorffsAlpha }),
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
    // Coded or not.
    ("kappa", { $0.coded.sums.cohensKappa }),
    ("ac1", { $0.coded.sums.gwetsAC1 }),
    // Which code, where a passage has at most one.
    ("codes_agreement", { $0.ofCategories(\.percentAgreement) }),
    ("codes_kappa", { $0.ofCategories(\.cohensKappa) }),
    ("codes_pi", { $0.ofCategories(\.scottsPi) }),
    ("codes_ac1", { $0.ofCategories(\.gwetsAC1) }),
    ("codes_alpha", { $0.ofCategories(\.krippendorffsAlpha) }),
    // All codes of a passage.
    ("sets_agreement", { .ratio($0.sets.same, $0.sets.all, orElse: "no units") }),
    ("sets_alpha", { $0.sets.alpha }),
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

    /// Full names of all metrics; those of the dimension first.
    var metricNames: [String] {
        dimensionMetrics.map { "\(dimension).\($0.name)" }
            + codes.flatMap { code in codeMetrics.map { "\(dimension).\(code.code).\($0.name)" } }
    }

    /// The figures of all metrics, in the order of ``metricNames``.
    var figures: [Figure] {
        guard isJudged else {
            let unjudged = Figure.undefined(reason: "the gold does not name the dimension")
            return [Figure](repeating: unjudged, count: dimensionMetrics.count + codes.count * codeMetrics.count)
        }
        var figures = dimensionMetrics.map { $0.figure(self) }
        for code in codes { for metric in codeMetrics { figures.append(metric.figure(code.counts)) } }
        return figures
    }

    /// All metrics with their full names.
    var metrics: [(name: String, figure: Figure)] { Array(zip(metricNames, figures)) }
}

extension Agreement {
    /// Names of all metrics: `dimension.metric` and `dimension.code.metric`.
    package var metricNames: [String] { dimensions.flatMap(\.metricNames) }

    /// The figure of a metric over all passages; nil for a name that there is none of.
    package func figure(_ metric: String) -> Figure? { figure(metric, in: dimensions) }

    /// The same without ambiguous passages.
    package func clearFigure(_ metric: String) -> Figure? { figure(metric, in: unambiguous) }

    private func figure(_ metric: String, in dimensions: [DimensionAgreement]) -> Figure? {
        for dimension in dimensions where metric.hasPrefix(dimension.dimension + ".") {
            if let found = dimension.metrics.first(where: { $0.name == metric }) { return found.figure }
        }
        return nil
    }
}
