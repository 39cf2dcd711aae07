package import Diagnostics

/// Reads a search string, or the strategy of several lines, of a database.
///
/// What an expression cannot say is an error or a warning that explains it; nothing is left out in silence.
///
/// - Parameter place: where the text's first code point stands in its file; nil for line 1, column 1 of no file.
/// - Returns: the canonical expression, nil if one of the diagnostics is an error.
package func readSearch(_ text: String, in dialect: Dialect, at place: Place?) -> ParsedExpression {
    let scalars = Array(text.unicodeScalars)
    var scanner = StrategyScanner(
        dialect: dialect, scalars: scalars, findings: Findings(scalars: scalars, place: place))
    let searches = scanner.lines()
    var findings = scanner.findings
    var lines = StrategyLines()
    var result: SearchOperand?
    for search in searches {
        var lexer = SearchLexer(dialect, scalars, line: search.range, findings: findings)
        lexer.run()
        var parser = SearchParser(lexer, lines: lines)
        // The parser alone holds the lines now, so that they are not copied for each of a million.
        lines = StrategyLines()
        result = parser.parse()
        findings = parser.findings
        swap(&lines, &parser.lines)
        if let result {
            lines.set(result, search.number)
        } else if !findings.hasErrors {
            findings.error("empty-expression", "the search is empty", search.range, help: "write at least one word")
        }
    }
    for search in searches.dropLast() where !lines.isUsed(search.number) {
        findings.warning(
            "unused-line", "line \(search.number) is not part of the last line and is dropped", search.range,
            help: "combine lines in the last one")
    }
    guard !findings.hasErrors, let result else {
        return ParsedExpression(expression: nil, diagnostics: findings.diagnostics)
    }
    guard !result.isLimit else {
        findings.error(
            "nothing-left", "nothing is left to look for in a text", 0..<scalars.count, help: "write at least one word")
        return ParsedExpression(expression: nil, diagnostics: findings.diagnostics)
    }
    let problems = check(result.expression, at: searches.last.map { findings.place(of: $0.range) })
    return ParsedExpression(
        expression: problems.hasErrors ? nil : result.expression, diagnostics: findings.diagnostics + problems)
}
