extension Agreement {
    /// The agreement as a table for people, a line a code.
    ///
    ///     category: 442 passages, 31 of them ambiguous (figures without these in brackets)
    ///     code               gold  found  both  precision      recall         f1
    ///     barrier              54     60    41  0.683 (0.700)  0.759 (0.771)  0.719 (0.734)
    ///     all codes (micro)    …
    ///     mean (macro)
    ///     coded or not         …  kappa 0.512 (0.540), unit: passage
    package var textReport: String {
        zip(dimensions, unambiguous).map { all, clear in
            report(of: all, without: ambiguousPassages > 0 ? clear : nil)
        }.joined(separator: "\n")
    }

    private func report(of all: DimensionAgreement, without clear: DimensionAgreement?) -> String {
        var rows = [["code", "gold", "found", "both", "precision", "recall", "f1"]]
        for (index, code) in all.codes.enumerated() {
            rows.append(row(code.code, code.counts, clear?.codes[index].counts))
        }
        rows.append(row("all codes (micro)", all.micro, clear?.micro))
        let macro: [(Counts) -> Figure] = [\.precision, \.recall, \.f1]
        rows.append(
            ["mean of codes (macro)", "", "", ""] + macro.map { short(all.macro($0), clear?.macro($0)) })
        rows.append(row("coded or not", all.coded, clear?.coded))
        let kappa = both(all.coded.matrix.cohensKappa, clear?.coded.matrix.cohensKappa)
        return """
            \(heading(of: all.dimension))
            \(aligned(rows))
            Cohen's kappa, coded or not, unit: passage: \(kappa)

            """
    }

    private func heading(of dimension: String) -> String {
        let heading = "\(dimension): \(passages) passages"
        return ambiguousPassages == 0
            ? heading : heading + ", \(ambiguousPassages) of them ambiguous (figures without these in brackets)"
    }
}

private func row(_ name: String, _ all: Counts, _ clear: Counts?) -> [String] {
    [
        name, String(all.gold), String(all.found), String(all.both), short(all.precision, clear?.precision),
        short(all.recall, clear?.recall), short(all.f1, clear?.f1),
    ]
}

/// In a table a reason would break the columns; the counts beside it say it.
private func short(_ all: Figure, _ clear: Figure?) -> String {
    func cell(_ figure: Figure) -> String { figure.value.map(fixed) ?? "n/a" }
    return clear.map { "\(cell(all)) (\(cell($0)))" } ?? cell(all)
}

private func both(_ all: Figure, _ clear: Figure?) -> String {
    clear.map { "\(all.text) (\($0.text))" } ?? all.text
}

/// Columns two spaces apart: the first flush left, the others flush right.
private func aligned(_ rows: [[String]]) -> String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].unicodeScalars.count }.max() ?? 0 }
    return rows.map { row in
        zip(row, widths).enumerated().map { column, cell in
            let padding = String(repeating: " ", count: cell.1 - cell.0.unicodeScalars.count)
            return column == 0 ? cell.0 + padding : padding + cell.0
        }.joined(separator: "  ")
    }.joined(separator: "\n")
}
