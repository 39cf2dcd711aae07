package import Diagnostics

/// Replaces every `$name` by what it stands for; names may use names.
///
/// Errors: unknown names (with the nearest one), cycles, and expressions that grow out of hand.
///
/// - Parameter names: without the dollar sign; not expanded themselves.
/// - Returns: nil with at least one error, or the canonical expression.
package func expand(
    _ expression: Expression, names: [String: Expression], at place: Place?
) -> (Expression?, [Diagnostic]) {
    var expander = Expander(names: names)
    return expander.expand(expression, at: place)
}

/// Whether `text` can be the name of a term, as `$text` in an expression: letters, digits and `_`, also `-` before
/// one of them.
package func isExpressionName(_ text: String) -> Bool {
    var lexer = Lexer("$" + text, at: nil)
    lexer.run()
    return lexer.tokens.map(\.kind) == [.name(text)] && !lexer.report.hasErrors
}

extension Expression {
    /// Whether `$name` stands anywhere in it.
    package var hasNames: Bool {
        switch self {
        case .name: true
        case .term: false
        case .not(let operand): operand.hasNames
        case .phrase(let operands), .all(let operands), .any(let operands): operands.contains(where: \.hasNames)
        case .proximity(let left, let right, _): left.hasNames || right.hasNames
        }
    }
}

/// Replaces names in many expressions, each name worked out once; what is wrong with a name is reported where it is
/// met first.
package struct Expander {
    private let names: [String: Expression]
    private var place: Place?
    private var diagnostics: [Diagnostic] = []
    private var finished: [String: Expanded] = [:]
    /// The names being expanded, outermost first.
    private var path: [String] = []

    /// An expression with its number of terms and levels.
    private struct Expanded {
        var expression: Expression
        var terms: Int
        var height: Int
    }

    /// Far beyond any codebook; ten names that each use the one before ten times would reach 10^10.
    private static let maximumTerms = 1_000_000

    /// - Parameter names: without the dollar sign; not expanded themselves.
    package init(names: [String: Expression]) {
        self.names = names
    }

    /// - Returns: nil with at least one error, or the canonical expression.
    package mutating func expand(_ expression: Expression, at place: Place?) -> (Expression?, [Diagnostic]) {
        self.place = place
        diagnostics = []
        let result = expand(expression, depth: 0)
        return (diagnostics.isEmpty ? result.expression : nil, diagnostics)
    }

    private mutating func expand(_ expression: Expression, depth: Int) -> Expanded {
        guard depth <= Expression.maximumHeight else {
            return failed(
                "too-deep", "names lead more than \(Expression.maximumHeight) levels deep",
                help: "let names use fewer names that use names")
        }
        switch expression {
        case .term: return Expanded(expression: expression, terms: 1, height: 1)
        case .name(let name): return expand(name: name, depth: depth)
        case .phrase(let elements): return expand(elements, depth, Expression.phrase(of:))
        case .all(let operands): return expand(operands, depth, Expression.all(of:))
        case .any(let operands): return expand(operands, depth, Expression.any(of:))
        case .not(let operand): return expand([operand], depth) { .not($0[0]) }
        case .proximity(let left, let right, let proximity):
            return expand([left, right], depth) { .proximity($0[0], $0[1], proximity) }
        }
    }

    private mutating func expand(
        _ operands: [Expression], _ depth: Int, _ combine: ([Expression]) -> Expression
    ) -> Expanded {
        let expanded = operands.map { expand($0, depth: depth + 1) }
        let terms = expanded.reduce(0) { $0 + $1.terms }
        guard terms <= Self.maximumTerms else {
            return failed(
                "too-large", "names make an expression of more than \(Self.maximumTerms) terms",
                help: "use names in fewer of each other's lists")
        }
        let height = expanded.map(\.height).max()! + 1
        guard height <= Expression.maximumHeight else {
            return failed("too-deep", "names make an expression of more than \(Expression.maximumHeight) levels")
        }
        return Expanded(expression: combine(expanded.map(\.expression)), terms: terms, height: height)
    }

    private mutating func expand(name: String, depth: Int) -> Expanded {
        if let known = finished[name] { return known }
        if let start = path.firstIndex(of: name) {
            let cycle = (path[start...] + [name]).map { "$" + $0 }.joined(separator: " uses ")
            return failed("cycle", "a name must not use itself: \(cycle)")
        }
        guard let definition = names[name] else {
            let user = path.last.map { " in $\($0)" } ?? ""
            return failed(
                "unknown-name", "unknown name $\(abbreviated(name))\(user)", help: "names are defined under 'terms:'",
                suggestion: nearestName(to: name, among: names.keys.sorted()).map { "$" + $0 })
        }
        path.append(name)
        let result = expand(definition, depth: depth + 1)
        path.removeLast()
        finished[name] = result
        return result
    }

    /// Reports each error once and goes on with a word in place of what failed.
    private mutating func failed(
        _ identifier: String, _ message: String, help: String? = nil, suggestion: String? = nil
    ) -> Expanded {
        let diagnostic = Diagnostic.error(identifier, message, at: place, help: help, suggestion: suggestion)
        if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
        return Expanded(expression: .term(Term(parts: ["x"])), terms: 1, height: 1)
    }
}
