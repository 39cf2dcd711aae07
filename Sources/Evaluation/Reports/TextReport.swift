extension EvaluationReport {
    /// The agreement as tables for people, a line a code, and the confusions behind them.
    ///
    ///     gold to report: Corpus/gold/report.ndjson
    ///     unit: passage (326, 24 of them ambiguous, of 7 documents); intervals: 95 %, 1000 samples of documents, seed 1
    ///
    ///     category
    ///     code               gold  found  both  precision  recall     f1  95 % interval of f1  kappa    AC1  f1 of clear
    ///     barrier              61     50    31      0.620   0.508  0.559       0.411 to 0.650  0.469  0.793        0.571
    ///     …
    package var textReport: String {
        let tables = ReportTables(report: self)
        let parts = agreement.dimensions.map { dimension in
            guard dimension.isJudged else {
                return "\(dimension.dimension)\nn/a: the gold does not name the dimension\n"
            }
            var lines = [dimension.dimension, aligned(tables.codes(of: dimension))] + tables.lines(of: dimension)
            if grouping != nil { lines += ["", aligned(tables.groups(in: dimension.dimension))] }
            return (lines + confusionLines(of: dimension.dimension)).joined(separator: "\n") + "\n"
        }
        let ruleTable = tables.rules.count > 1 ? ["rules\n" + aligned(tables.rules) + "\n"] : []
        return ([title + "\n" + unit + "\n"] + parts + ruleTable + gateParts).joined(separator: "\n")
    }

    /// How many of the confusions of a dimension a person reads at once.
    private static let shownConfusions = 5
    /// How many passages of a confusion.
    private static let shownCases = 3

    private func confusionLines(of dimension: String) -> [String] {
        let all = confusions.filter { $0.dimension == dimension }
        guard !all.isEmpty else { return [] }
        let shown = all.prefix(Self.shownConfusions).map { "\($0.title) \($0.cases.count)" }
        let rest = all.count > shown.count ? ", \(all.count - shown.count) more kinds" : ""
        return ["most frequent confusions (gold → found): " + shown.joined(separator: ", ") + rest]
    }

    /// What a person who runs a check wants to know: how many minimums are met, and what is behind those that are not.
    package var gateReport: String {
        let met = "\(gates.count - unmet.count) of \(gates.count) minimums met"
        return (["agreement, \(title): \(gates.isEmpty ? "no minimum is asked for" : met)\n"] + gateParts)
            .joined(separator: "\n")
    }

    /// For each code with a figure below its minimum the passages and rules behind it; for a dimension only where none of
    /// its codes is below.
    private var gateParts: [String] {
        agreement.dimensions.flatMap { dimension in
            let below = unmet.map(\.minimum.metric).filter { $0.hasPrefix(dimension.dimension + ".") }
            let codes = dimension.codes.map { "\(dimension.dimension).\($0.code)." }
                .filter { code in below.contains { $0.hasPrefix(code) } }
            let owners = codes.isEmpty && !below.isEmpty ? [dimension.dimension + "."] : codes
            return owners.map { owner in part(behind: owner, below.filter { $0.hasPrefix(owner) }) }
        }
    }

    /// - Parameters:
    ///   - owner: the beginning of the metrics' names.
    ///   - metrics: those that are below.
    private func part(behind owner: String, _ metrics: [String]) -> String {
        let behind = confusions(behind: owner)
        var lines = ["behind " + metrics.joined(separator: ", ")]
        var wrong: [String: Int] = [:]
        for rule in behind.flatMap({ $0.cases.flatMap(\.rules) }) {
            wrong["\(rule.code.code)/\(rule.rule)", default: 0] += 1
        }
        let worst = wrong.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.shownConfusions)
        if !worst.isEmpty {
            lines.append("  rules that did it: " + worst.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
        }
        for confusion in behind.prefix(Self.shownConfusions) {
            lines.append("  \(confusion.title): \(confusion.cases.count)")
            for one in confusion.cases.prefix(Self.shownCases) {
                lines += ["    \(one.reference)", "      \(shortened(one.passage.passage.text))", "      \(one.cause)"]
            }
            let rest = confusion.cases.count - Self.shownCases
            if rest > 0 { lines.append("    and \(rest) more") }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// A passage in one line that a person can read.
func shortened(_ text: String, to length: Int = 160) -> String {
    let line = text.unicodeScalars.map { scalar -> Unicode.Scalar in
        scalar.properties.isWhitespace || scalar.properties.generalCategory == .control ? " " : scalar
    }
    let shown = line.count > length ? line.prefix(length - 1) + ["…"] : line[...]
    return String(String.UnicodeScalarView(shown))
}

/// Columns two spaces apart: the first flush left, the others flush right.
package func aligned(_ rows: [[String]]) -> String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].unicodeScalars.count }.max() ?? 0 }
    return rows.map { row in
        var line = row.enumerated().map { column, cell in
            let padding = String(repeating: " ", count: widths[column] - cell.unicodeScalars.count)
            return column == 0 ? cell + padding : padding + cell
        }.joined(separator: "  ")
        while line.last == " " { line.removeLast() }
        return line
    }.joined(separator: "\n")
}
