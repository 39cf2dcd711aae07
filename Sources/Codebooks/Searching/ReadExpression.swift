package import Diagnostics
package import Expressions

/// Reads an expression that a person typed, with names of codebooks in it.
///
/// - Returns: nil with at least one error, or the expanded expression; columns of diagnostics count from its start.
package func readExpression(
    _ source: String, names: NamedExpressions
) -> (expression: Expression?, diagnostics: [Diagnostic]) {
    let place = Place(file: "expression", line: 1, column: 1)
    let parsed = parseExpression(source, at: place)
    guard let expression = parsed.expression else { return (nil, parsed.diagnostics) }
    let (expanded, unknown) = names.expanded(expression, at: place)
    guard let expanded else { return (nil, parsed.diagnostics + unknown) }
    let problems = check(expanded, at: place)
    return (problems.hasErrors ? nil : expanded, parsed.diagnostics + problems)
}
