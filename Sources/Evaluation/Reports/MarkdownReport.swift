/// The report as Markdown, for a comment on a pull request or the summary of a CI step: gates first, details folded.
func markdownReport(_ reports: [EvaluationReport]) -> String {
    let unmet = reports.flatMap(\.unmet).count
    let gates = reports.flatMap(\.gates).count
    let verdict =
        gates == 0
        ? "no minimum asked for" : unmet == 0 ? "all \(gates) minimums met" : "\(unmet) of \(gates) minimums not met"
    return (["# Agreement with gold: \(verdict)"] + reports.flatMap(\.markdownParts)).joined(separator: "\n\n") + "\n"
}

extension EvaluationReport {
    /// A comment that no person reads to its end helps nobody, and code hosts cut it.
    private static let shownConfusions = 8
    private static let shownCases = 3

    fileprivate var markdownParts: [String] {
        var parts = ["## " + markdown(title), markdown(unit)]
        if !gates.isEmpty { parts.append(gateTable) }
        let tables = ReportTables(report: self)
        for dimension in agreement.dimensions {
            parts.append("### " + markdown(dimension.dimension))
            guard dimension.isJudged else {
                parts.append("n/a: the gold does not name the dimension")
                continue
            }
            parts.append(markdownTable(tables.codes(of: dimension)))
            parts.append(tables.lines(of: dimension).map { "- " + markdown($0) }.joined(separator: "\n"))
            if grouping != nil { parts.append(markdownTable(tables.groups(in: dimension.dimension))) }
            parts += confusionParts(of: dimension.dimension)
        }
        if tables.rules.count > 1 { parts.append("### Rules\n\n" + markdownTable(tables.rules)) }
        return parts
    }

    private var gateTable: String {
        markdownTable(
            [["", "metric", "is", "at least", "asked by"]]
                + gates.map {
                    [
                        $0.isMet ? "✓" : "✗", $0.minimum.metric, $0.figure.text, $0.least, $0.minimum.source.rawValue,
                    ]
                })
    }

    private func confusionParts(of dimension: String) -> [String] {
        let all = confusions.filter { $0.dimension == dimension }
        guard !all.isEmpty else { return [] }
        let items = all.prefix(Self.shownConfusions).map { confusion in
            let cases = confusion.cases.prefix(Self.shownCases).map {
                "  - \(markdown($0.reference)): “\(markdown(shortened($0.passage.passage.text)))” (\(markdown($0.cause)))"
            }
            return (["- **\(markdown(confusion.title))**, \(confusion.cases.count) passages"] + cases)
                .joined(separator: "\n")
        }
        let number = all.reduce(0) { $0 + $1.cases.count }
        return [
            "<details><summary>Confusions in \(markup(dimension)): \(number), gold → found</summary>",
            items.joined(separator: "\n"), "</details>",
        ]
    }
}

private func markdownTable(_ rows: [[String]]) -> String {
    let lines = rows.map { "| " + $0.map { markdown($0) }.joined(separator: " | ") + " |" }
    let rule = "|" + rows[0].indices.map { $0 == 0 ? " :-- |" : " --: |" }.joined()
    return ([lines[0], rule] + lines.dropFirst()).joined(separator: "\n")
}

/// A text that can be no markup of Markdown or HTML, in one line.
private func markdown(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "|", "~", "$", "#", "!", "@": result += "\\" + String(scalar)
        case "\n", "\r", "\t": result += " "
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
