/// The report as one page without script: tables of codes, tables of confusions whose cells lead to their passages.
func htmlReport(_ reports: [EvaluationReport]) -> String {
    let unmet = reports.flatMap(\.unmet).count
    let verdict = unmet == 0 ? "" : "<p class=unmet>\(unmet) minimums not met</p>\n"
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Agreement with gold</title>
        <style>\(styleSheet)</style>
        </head>
        <body>
        <h1>Agreement with gold</h1>
        \(verdict)\(reports.enumerated().map { $1.html(number: $0) }.joined())</body>
        </html>

        """
}

extension EvaluationReport {
    /// So many passages of a cell are shown; the JSON report has all.
    private static let shownCases = 200

    fileprivate func html(number: Int) -> String {
        let tables = ReportTables(report: self)
        var html = "<h2>\(markup(title))</h2>\n<p>\(markup(unit))</p>\n"
        if !gates.isEmpty { html += gateTable }
        for dimension in agreement.dimensions {
            html += "<h3>\(markup(dimension.dimension))</h3>\n"
            guard dimension.isJudged else {
                html += "<p>n/a: the gold does not name the dimension</p>\n"
                continue
            }
            let prefix = "g\(number)-\(dimension.dimension)"
            html += table(tables.codes(of: dimension))
            html += "<ul>\(tables.lines(of: dimension).map { "<li>\(markup($0))</li>" }.joined())</ul>\n"
            if grouping != nil { html += table(tables.groups(in: dimension.dimension)) }
            html += confusionTable(of: dimension, prefix)
            html += passages(of: dimension.dimension, prefix)
        }
        if tables.rules.count > 1 { html += "<h3>Rules</h3>\n" + table(tables.rules) }
        return html
    }

    private var gateTable: String {
        let rows = gates.map { gate in
            "<tr class=\(gate.isMet ? "met" : "unmet")><td>\(gate.isMet ? "✓" : "✗")</td>"
                + "<td class=name>\(markup(gate.minimum.metric))</td><td>\(markup(gate.figure.text))</td>"
                + "<td>at least \(gate.least)</td><td>\(gate.minimum.source.rawValue)</td></tr>\n"
        }
        return "<table><caption>Minimums</caption>\n\(rows.joined())</table>\n"
    }

    private func table(_ rows: [[String]]) -> String {
        let head = rows[0].map { "<th>\(markup($0))</th>" }.joined()
        let body = rows.dropFirst().map { row in
            "<tr>" + row.enumerated().map { "<td\($0 == 0 ? " class=name" : "")>\(markup($1))</td>" }.joined()
                + "</tr>\n"
        }
        return "<table><tr>\(head)</tr>\n\(body.joined())</table>\n"
    }

    /// Rows are what people gave, columns what was found.
    private func confusionTable(of dimension: DimensionAgreement, _ prefix: String) -> String {
        let names = dimension.codes.map(\.code) + ["none"]
        let linked = Set(confusions.filter { $0.dimension == dimension.dimension }.map(\.title))
        var html =
            "<table class=confusions><caption>Rows: gold; columns: found. A cell leads to its passages.</caption>\n"
        html += "<tr><th></th>\(names.map { "<th>\(markup($0))</th>" }.joined())</tr>\n"
        for (row, gold) in names.enumerated() {
            html += "<tr><th class=name>\(markup(gold))</th>"
            for (column, found) in names.enumerated() {
                let count = dimension.confusions[row, column]
                let title = "\(gold) → \(found)"
                let text = count == 0 ? "" : String(count)
                html +=
                    row != column && linked.contains(title)
                    ? "<td><a href=\"#\(markup(anchor(prefix, title)))\">\(text)</a></td>"
                    : "<td\(row == column ? " class=agreed" : "")>\(text)</td>"
            }
            html += "</tr>\n"
        }
        return html + "</table>\n"
    }

    private func anchor(_ prefix: String, _ title: String) -> String {
        prefix + "-" + title.split(separator: " → ").joined(separator: "--")
    }

    private func passages(of dimension: String, _ prefix: String) -> String {
        confusions.filter { $0.dimension == dimension }.map { confusion in
            let items = confusion.cases.prefix(Self.shownCases).map { one in
                let headings = one.passage.passage.headings.map(markup).joined(separator: " › ")
                return "<li><q>\(markup(one.passage.passage.text))</q><br>"
                    + (headings.isEmpty ? "" : "<small>\(headings)</small><br>")
                    + "<small>\(markup(one.reference)); \(markup(one.cause))</small></li>\n"
            }
            let rest = confusion.cases.count - Self.shownCases
            return "<section id=\"\(markup(anchor(prefix, confusion.title)))\"><h4>\(markup(confusion.title)), "
                + "\(confusion.cases.count) passages</h4>\n<ol>\(items.joined())</ol>\n"
                + (rest > 0 ? "<p>and \(rest) more; the JSON report has all</p>\n" : "") + "</section>\n"
        }.joined()
    }
}

private let styleSheet = """
    :root { color-scheme: light dark }
    body { font: 15px/1.45 system-ui, sans-serif; max-width: 80rem; margin: 2rem auto; padding: 0 1rem }
    table { border-collapse: collapse; margin: .6rem 0 1rem; font-variant-numeric: tabular-nums; display: block; overflow-x: auto }
    th, td { padding: .2rem .6rem; text-align: right; border-bottom: 1px solid #8884 }
    th { font-weight: 600 } caption { text-align: left; opacity: .75 }
    .name { text-align: left } .agreed { background: #2a82 }
    .unmet { color: #b3261e; font-weight: 600 } @media (prefers-color-scheme: dark) { .unmet { color: #ff8a80 } }
    section:target { outline: 2px solid #2a8; outline-offset: .4rem } section { margin: 1rem 0 }
    q { quotes: "“" "”" } small { opacity: .75 } h2 { margin-top: 2.5rem }
    """
