import Expressions
import Matching

/// Asks one text for one expression after another; what was asked is remembered.
///
/// For explanations: coding asks for all expressions at once, and for no parts of them.
final class ExpressionProbe {
    let text: String
    let names: NamedExpressions
    private let language: String
    private var known: [Expression: [Range<Int>]?] = [:]

    init(text: String, names: NamedExpressions, language: String) {
        self.text = text
        self.names = names
        self.language = language
    }

    /// The words that make an expression hold, in code points; nil if it does not.
    ///
    /// - Parameter expression: with or without names in it.
    func spans(of expression: Expression) -> [Range<Int>]? {
        if known[expression] == nil { ask([expression]) }
        return known[expression] ?? nil
    }

    /// Asks for many expressions in one go, which takes little longer than asking for one.
    func ask(_ expressions: [Expression]) {
        var seen: Set<Expression> = []
        let open = expressions.filter { known[$0] == nil && seen.insert($0).inserted }
            .compactMap { expression in names.expanded(expression).0.map { (expression, Matcher.Entry($0)) } }
        guard !open.isEmpty else { return }
        for (expression, _) in open { known[expression] = .some(nil) }
        for match in Matcher(entries: open.map(\.1), language: language).matches(in: text) {
            known[open[match.entry].0] = Array(match.spans)
        }
    }

    func holds(_ expression: Expression) -> Bool { spans(of: expression) != nil }
}

/// An expression whose hits do not count behind a negation.
struct NegatedEntry {
    var match: Expression
    var negation: Expression

    func holds(in text: String, language: String) -> Bool {
        let entry = Matcher.Entry(match, negation: negation)
        return !Matcher(entries: [entry], language: language).matches(in: text).isEmpty
    }
}
