/// The search syntax of a database: what its signs and words mean.
///
/// Reading (``readSearch(_:in:)``) and writing (``writeSearch(_:in:stem:)``) know no database by name; a further one is
/// a file in `Tables/` and its line in ``all``.
package struct Dialect: Sendable {
    /// As `--from` and `--to` take it.
    package var name: String
    /// As messages name it.
    package var title: String

    /// Whether only `AND`, never `and`, is an operator.
    var needsUpperCase = false
    var precedence: Precedence
    var adjacency: Adjacency
    /// Of several in either order, and of several in order, the first is written.
    var proximities: [ProximityForm]
    var wildcards: [Unicode.Scalar: Wildcard]
    var limitedTruncation: LimitedTruncation?
    /// Whether `'a b'` is a phrase.
    var hasSingleQuotes = false
    /// Whether `{a b}` is a phrase in which no sign is a wildcard.
    var hasBraces = false
    var fieldForms: Set<FieldForm>
    /// Fields by name in lower case.
    var fields: [String: FieldRole]
    var lineForms: Set<LineForm>
    /// What else a reader of its strings has to know; said once where words have no field.
    var wordsWithoutField: String?
    var writing: WritingRules

    package static let all: [Dialect] = [
        .pubmed, .ovid, .ebsco, .proquest, .scopus, .webOfScience, .cochrane, .embase,
    ]

    package static func named(_ name: String) -> Dialect? { all.first { $0.name == name } }
}

/// Which of AND, OR and NOT binds first where no parentheses say it.
enum Precedence: Sendable {
    case leftToRight, notAndOr, andOrNot, orAndNot

    /// Greater binds first. NEAR and PRE have 10 where OR does not bind before them.
    func strength(of joint: Joint) -> Int {
        switch (self, joint) {
        case (.orAndNot, .or): 20
        case (_, .proximity), (_, .adjacent): 10
        case (.leftToRight, _): 1
        case (.notAndOr, .not), (.andOrNot, .and): 3
        case (.notAndOr, .and), (.andOrNot, .or), (.orAndNot, .and): 2
        case (.notAndOr, .or), (.andOrNot, .not), (.orAndNot, .not): 1
        }
    }

    /// As a warning explains it after the database's name.
    var explanation: String {
        switch self {
        case .leftToRight: "reads operators from left to right"
        case .notAndOr: "reads NOT first, then AND, then OR"
        case .andOrNot: "reads AND first, then OR, then NOT"
        case .orAndNot: "reads OR first, then AND, then NOT"
        }
    }
}

/// What joins two operands.
enum Joint: Sendable, Hashable {
    case and, or, not
    /// Side by side, in order.
    case adjacent
    case proximity(Proximity)

    static let words: [String: Joint] = ["and": .and, "or": .or, "not": .not]
}

/// What words side by side mean without quotation marks.
enum Adjacency: Sendable { case phrase, conjunction }

/// A proximity operator.
struct ProximityForm: Sendable {
    /// Before the number: `NEAR/`, `adj`.
    var sign: String
    var isOrdered: Bool
    /// What the number counts beyond the words between: 1 where neighbours are at distance 1.
    var offset = 0
    /// The number where none is written; nil where one is needed.
    var standard: Int?
    /// Whether neighbours are meant in order although the operator is not ordered (Ovid's `adj`, `adj1`).
    var ordersNeighbours = false
}

enum Wildcard: Sendable {
    /// Any characters, or none.
    case many
    case one
    /// One character or none.
    case optional
}

/// A truncation of at most n characters.
enum LimitedTruncation: Sendable {
    /// `$3`, `*3`
    case digits
    /// `[*3]`
    case brackets
}

/// Where a field stands.
enum FieldForm: Sendable {
    /// `x[tiab]`
    case bracketsAfter
    /// `x.ti,ab.`
    case dotsAfter
    /// `x:ti,ab`
    case colonAfter
    /// `'x'/exp`
    case slashAfter
    /// `exp Heading/dt`
    case headingSlash
    /// `[mh "Heading"]`
    case headingBrackets
    /// `TI x`, `TI (x)`
    case wordBefore
    /// `TI,AB(x)`
    case callBefore
    /// `TS=(x)`
    case equalsBefore
}

/// What a field holds.
enum FieldRole: Sendable {
    /// Words of the document.
    case text
    /// Headings that indexers assign.
    case heading
    /// What is no text: language, year, type of publication, author, journal.
    case limit
    /// A limit with a comparison: `PUBYEAR > 2010`.
    case comparison
}

/// How a string refers to a line of its strategy.
enum LineForm: Sendable {
    /// `1 or 2`, `or/1-5`
    case number
    /// `#1`
    case hash
    /// `S1`
    case letterS
}

/// What the writer may write.
struct WritingRules: Sendable {
    var and = "AND"
    var or = "OR"
    var not = "NOT"
    /// Directly after each word and phrase.
    var tag = ""
    /// Around the whole.
    var opening = ""
    var closing = ""
    /// Whether phrases stand in quotation marks.
    var quotesPhrases = true
    /// Which words of a quoted phrase may have wildcards.
    var phraseWildcards = PhraseWildcards.anywhere
    var hasLeadingWildcard = false
    var hasInnerTruncation = true
    /// Whether the sign for one character may end a word.
    var hasFinalCharacter = true
    /// How many letters must stand before a truncation.
    var lettersBeforeTruncation = 1
    /// How far an asterisk reaches, where that is not any number of characters.
    var truncationReach: Int?

    enum PhraseWildcards: Sendable { case anywhere, lastWord, nowhere }
}

extension Dialect {
    /// A table of fields from names in lower case, separated by `|`.
    static func fields(
        text: String, heading: String = "", limit: String, comparison: String = ""
    ) -> [String: FieldRole] {
        var result: [String: FieldRole] = [:]
        let lists = [(text, FieldRole.text), (heading, .heading), (limit, .limit), (comparison, .comparison)]
        for (names, role) in lists {
            for name in names.split(separator: "|") { result[String(name)] = role }
        }
        return result
    }
}
