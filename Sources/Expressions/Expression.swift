/// A search expression as reviewers write it for databases.
///
/// Canonical expressions, as the parser gives them, hold no list with fewer than two elements and no list
/// directly in a list of its own kind; build others with ``phrase(of:)``, ``all(of:)`` and ``any(of:)``.
/// The parser and ``expand(_:names:at:)`` keep the height within ``maximumHeight``, so walking an expression
/// (or freeing it) never exhausts a stack.
package indirect enum Expression: Sendable, Hashable {
    /// One word pattern, possibly with hyphenated parts.
    case term(Term)
    /// Adjacent words: terms, phrases, proximities, or ORs of these.
    case phrase([Expression])
    /// Two operands near each other.
    case proximity(Expression, Expression, Proximity)
    case all([Expression])
    case any([Expression])
    /// `a NOT b` is `all([a, not(b)])`.
    case not(Expression)
    /// `$name`, before expansion; without the dollar sign.
    case name(String)

    /// How many levels an expression may be deep.
    package static let maximumHeight = 100
}

/// `NEAR/n` (either order) or `PRE/n` (in order).
package struct Proximity: Sendable, Hashable {
    /// PRE: the first operand comes first.
    package var ordered: Bool
    /// How many words may stand between the operands, in `0...maximumWords`.
    package var words: Int

    package static let maximumWords = 99

    package init(ordered: Bool, words: Int) {
        self.ordered = ordered
        self.words = words
    }
}

extension Expression {
    /// The elements side by side; phrases among them are taken apart, one element stands alone.
    package static func phrase(of elements: [Expression]) -> Expression {
        flattened(elements, into: Expression.phrase) { if case .phrase(let inner) = $0 { inner } else { nil } }
    }

    /// The conjunction; conjunctions among the elements are taken apart, one element stands alone.
    package static func all(of elements: [Expression]) -> Expression {
        flattened(elements, into: Expression.all) { if case .all(let inner) = $0 { inner } else { nil } }
    }

    /// The disjunction; disjunctions among the elements are taken apart, one element stands alone. A YAML list
    /// of expressions means this.
    package static func any(of elements: [Expression]) -> Expression {
        flattened(elements, into: Expression.any) { if case .any(let inner) = $0 { inner } else { nil } }
    }

    private static func flattened(
        _ elements: [Expression], into list: ([Expression]) -> Expression, inner: (Expression) -> [Expression]?
    ) -> Expression {
        precondition(!elements.isEmpty, "an expression has at least one element")
        let flat = elements.flatMap { inner($0) ?? [$0] }
        return flat.count == 1 ? flat[0] : list(flat)
    }
}

extension Expression {
    /// How many terms and names it has.
    package var termCount: Int {
        switch self {
        case .term, .name: 1
        case .phrase(let parts), .all(let parts), .any(let parts): parts.reduce(0) { $0 + $1.termCount }
        case .proximity(let left, let right, _): left.termCount + right.termCount
        case .not(let operand): operand.termCount
        }
    }
}
