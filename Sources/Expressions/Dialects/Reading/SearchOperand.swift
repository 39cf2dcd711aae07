/// A part of a search while it is read: operands of one list, not yet put together.
///
/// Lists are joined in place, so that a million words are read in linear time.
struct SearchOperand {
    enum List { case phrase, all, any }

    /// What joins the parts; nil where there is one, or none.
    private(set) var list: List?
    /// None in a condition that was dropped.
    private(set) var parts: [Expression]
    private var partHeight = 0
    private(set) var terms: Int

    /// A condition that is none on the text.
    static let limit = SearchOperand(parts: [], terms: 0)

    var isLimit: Bool { parts.isEmpty }
    var height: Int { partHeight + (list == nil ? 0 : 1) }

    private init(parts: [Expression], terms: Int) {
        self.parts = parts
        self.terms = terms
    }

    /// - Parameter expression: a word, a phrase or an OR of words, as a token holds it.
    init(_ expression: Expression) {
        switch expression {
        case .phrase(let elements): (list, parts) = (.phrase, elements)
        case .any(let elements): (list, parts) = (.any, elements)
        default: (list, parts) = (nil, [expression])
        }
        // Spellings of a hyphenated word are phrases in an OR.
        partHeight = 2
        terms = parts.count
    }

    /// An operand that combines others.
    init(_ expression: Expression, height: Int, terms: Int) {
        parts = [expression]
        partHeight = height
        self.terms = terms
    }

    var expression: Expression {
        switch list {
        case .phrase: .phrase(parts)
        case .all: .all(parts)
        case .any: .any(parts)
        case nil: parts[0]
        }
    }

    /// Joins another operand to the list; dropped conditions leave the other one.
    mutating func join(_ other: SearchOperand, in kind: List) {
        guard !other.isLimit else { return }
        guard !isLimit else {
            self = other
            return
        }
        if list != kind {
            (parts, partHeight) = ([expression], height)
            list = kind
        }
        if other.list == kind {
            parts += other.parts
            partHeight = max(partHeight, other.partHeight)
        } else {
            parts.append(other.expression)
            partHeight = max(partHeight, other.height)
        }
        terms += other.terms
    }

    /// Takes away what another operand holds.
    mutating func exclude(_ other: SearchOperand) {
        guard !other.isLimit else { return }
        join(SearchOperand(.not(other.expression), height: other.height + 1, terms: other.terms), in: .all)
    }
}
