import Expressions
import Matching

/// Asks one text for one expression after another; what was asked is remembered.
///
/// For explanations: coding asks for all expressions at once.
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
        if let answer = known[expression] { return answer }
        guard let expanded = names.expanded(expression).0 else { return nil }
        let matches = Matcher(entries: [Matcher.Entry(expanded)], language: language).matches(in: text)
        let answer = matches.first.map { Array($0.spans) }
        known[expression] = .some(answer)
        return answer
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
