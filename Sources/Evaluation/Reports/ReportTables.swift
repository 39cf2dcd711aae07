/// The tables that several forms of the report show, cell by cell; headings first.
struct ReportTables {
    let report: EvaluationReport

    private var hasAmbiguous: Bool { report.agreement.ambiguousPassages > 0 }

    /// The codes of a dimension, and all of them together.
    func codes(of dimension: DimensionAgreement) -> [[String]] {
        let name = dimension.dimension
        var rows = [["code", "gold", "found", "both", "precision", "recall", "f1", "95 % interval", "kappa", "AC1"]]
        rows[0][7] = "\(Int((report.bootstrap.level * 100).rounded())) % interval of f1"
        if hasAmbiguous { rows[0].append("f1 of clear") }
        for code in dimension.codes {
            rows.append(row(code.code, code.counts, "\(name).\(code.code).", ["precision", "recall", "f1"]))
        }
        rows.append(
            row("all codes (micro)", dimension.micro, name + ".", ["micro_precision", "micro_recall", "micro_f1"], [:]))
        rows.append(
            row("mean of codes (macro)", nil, name + ".", ["macro_precision", "macro_recall", "macro_f1"], [:]))
        rows.append(
            row("coded or not", dimension.coded, name + ".", ["coded_precision", "coded_recall", "coded_f1"]))
        return rows
    }

    private func row(
        _ title: String, _ counts: Counts?, _ prefix: String, _ metrics: [String],
        _ further: KeyValuePairs<String, String> = ["kappa": "kappa", "AC1": "ac1"]
    ) -> [String] {
        let numbers = counts.map { [$0.gold, $0.found, $0.both].map(String.init) } ?? ["", "", ""]
        var cells = [title] + numbers + metrics.map { short(report.agreement.figure(prefix + $0)) }
        cells.append(text(of: report.intervals[prefix + metrics[2]]))
        let coefficients = further.map { short(report.agreement.figure(prefix + $0.value)) }
        cells += coefficients.isEmpty ? ["", ""] : coefficients
        if hasAmbiguous { cells.append(short(report.agreement.clearFigure(prefix + metrics[2]))) }
        return cells
    }

    /// What a table has no room for, a line each: `Cohen's kappa, coded or not: 0.350 (0.281 to 0.412)`.
    func lines(of dimension: DimensionAgreement) -> [String] {
        let metrics: KeyValuePairs = [
            "kappa": "Cohen's kappa, coded or not",
            "codes_kappa": "Cohen's kappa, which code or none",
            "codes_alpha": "Krippendorff's alpha (nominal), which code or none",
            "sets_agreement": "passages with the same codes on both sides",
            "sets_alpha": "Krippendorff's alpha of the codes of a passage (MASI, Passonneau 2006)",
        ]
        return metrics.map { metric, title in
            let name = "\(dimension.dimension).\(metric)"
            let figure = report.agreement.figure(name)?.text ?? ""
            let interval = text(of: report.intervals[name])
            return "\(title): \(figure)" + (interval.isEmpty ? "" : " (\(interval))")
        }
    }

    /// Agreement of groups in one dimension.
    func groups(in dimension: String) -> [[String]] {
        guard let grouping = report.grouping else { return [] }
        let rows = report.groups.compactMap { group -> [String]? in
            guard let one = group.agreement.dimensions.first(where: { $0.dimension == dimension }) else { return nil }
            let counts = one.micro
            return [group.name, String(group.agreement.passages)]
                + [counts.gold, counts.found, counts.both].map(String.init)
                + [counts.precision, counts.recall, counts.f1, one.coded.sums.cohensKappa].map { short($0) }
        }
        return [
            [
                grouping.rawValue, "passages", "gold", "found", "both", "precision", "recall", "f1",
                "kappa, coded or not",
            ]
        ] + rows
    }

    /// True and false positives of every rule that holds anywhere, those that are wrong most often first.
    var rules: [[String]] {
        let holding = report.rules.filter { $0.thousandths != nil }
        let sorted = holding.enumerated().sorted {
            (-$0.element.wrong.count, $0.offset) < (-$1.element.wrong.count, $1.offset)
        }
        return [["rule", "right", "wrong", "precision", "first wrong"]]
            + sorted.map { _, rule in
                let name = "\(rule.rule.code.dimension).\(rule.rule.code.code)/\(rule.rule.rule)"
                let precision = rule.thousandths.map { fixed(Double($0) / 1000) } ?? ""
                return [
                    name, String(rule.right), String(rule.wrong.count), precision, rule.wrong.first?.passage.id ?? "",
                ]
            }
    }
}

/// In a table a reason would break the columns; the counts beside it say it.
package func short(_ figure: Figure?) -> String { figure?.value.map(fixed) ?? "n/a" }
