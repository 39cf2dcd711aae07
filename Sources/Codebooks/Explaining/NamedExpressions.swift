package import Diagnostics
package import Expressions

/// The expressions under `terms`, not expanded, so that explanations can speak of `$money` as the author does.
package struct NamedExpressions: Sendable {
    /// By name, without the dollar sign.
    package private(set) var expressions: [String: Expression] = [:]

    package init() {}

    /// Those of a codebook without errors.
    package init(_ terms: [NamedTerm]) {
        for term in terms { expressions[term.name] = parsed(term.sources) }
    }

    /// Adds those of another codebook; a name that is known keeps its meaning.
    package mutating func add(_ other: NamedExpressions) {
        expressions.merge(other.expressions) { first, _ in first }
    }

    /// What an expression reads like with every `$name` replaced; nil with at least one error.
    package func expanded(_ expression: Expression, at place: Place? = nil) -> (Expression?, [Diagnostic]) {
        expand(expression, names: expressions, at: place)
    }

    /// What a name stands for, not expanded.
    func definition(of name: String) -> Expression? { expressions[name] }

    /// Every name that an expression uses, directly or through another name.
    func names(in expression: Expression) -> Set<String> {
        var found: Set<String> = []
        var open = [expression]
        while let next = open.popLast() {
            switch next {
            case .term: break
            case .phrase(let parts), .all(let parts), .any(let parts): open += parts
            case .proximity(let left, let right, _): open += [left, right]
            case .not(let operand): open.append(operand)
            case .name(let name):
                if found.insert(name).inserted, let definition = expressions[name] { open.append(definition) }
            }
        }
        return found
    }
}

extension RuleExpression {
    /// The author's expression with its names as they stand.
    var unexpanded: Expression { parsed(sources) ?? expression }
}

/// Several mean OR; nil if any of them is none, which a codebook without errors does not have.
private func parsed(_ sources: [String]) -> Expression? {
    let parsed = sources.compactMap { parseExpression($0, at: nil).expression }
    return parsed.count == sources.count && !parsed.isEmpty ? .any(of: parsed) : nil
}
