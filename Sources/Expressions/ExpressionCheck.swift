package import Diagnostics

/// What an expanded expression means wrongly although it is written rightly.
///
/// - Returns: errors for an alternative with nothing positive, for AND and NOT inside a phrase or a proximity,
///   and for proximities that reach too far.
package func check(_ expression: Expression, at place: Place?) -> [Diagnostic] {
    var checker = Checker(place: place)
    checker.check(expression)
    if !expression.isPositive {
        checker.error(
            "nothing-positive", "the expression would hold where nothing of it stands",
            help: "NOT takes passages away: write what they must hold, as in: $lack NOT $plan")
    }
    return checker.diagnostics
}

/// ``check(_:at:)`` for the expression under `negation:`, whose hits are words: AND and NOT cannot stand in it.
package func checkNegation(_ expression: Expression, at place: Place?) -> [Diagnostic] {
    var checker = Checker(place: place)
    checker.checkWords(expression, in: "a negation")
    return checker.diagnostics
}

extension Expression {
    /// Whether something has to stand in a passage for the expression to hold.
    fileprivate var isPositive: Bool {
        switch self {
        case .term, .name, .phrase, .proximity: true
        case .all(let operands): operands.contains { $0.isPositive }
        case .any(let operands): operands.allSatisfy { $0.isPositive }
        case .not: false
        }
    }

    /// How many words the longest match can span.
    fileprivate var reach: Int {
        switch self {
        // A part may itself be written with hyphens in the text; two words are enough to be counted here.
        case .term(let term): 2 * term.parts.count
        case .name: 1
        case .phrase(let elements): elements.reduce(0) { $0 + $1.reach }
        case .proximity(let left, let right, let proximity): left.reach + proximity.words + right.reach
        case .any(let operands), .all(let operands): operands.map(\.reach).max() ?? 0
        case .not: 0
        }
    }
}

private struct Checker {
    let place: Place?
    private(set) var diagnostics: [Diagnostic] = []

    /// Words; work and memory for one word of text grow with it where proximities are nested.
    private static let maximumReach = 500

    init(place: Place?) { self.place = place }

    mutating func error(_ identifier: String, _ message: String, help: String? = nil) {
        let diagnostic = Diagnostic.error(identifier, message, at: place, help: help)
        if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
    }

    mutating func check(_ expression: Expression) {
        switch expression {
        case .term, .name: break
        case .all(let operands), .any(let operands): for operand in operands { check(operand) }
        case .not(let operand): check(operand)
        case .phrase: checkWords(expression, in: "a phrase")
        case .proximity: checkWords(expression, in: "NEAR or PRE")
        }
    }

    /// Checks an expression whose value is words.
    mutating func checkWords(_ expression: Expression, in surrounding: String) {
        switch expression {
        case .term, .name: break
        case .any(let operands): for operand in operands { checkWords(operand, in: surrounding) }
        case .phrase(let elements):
            checkReach(expression)
            for element in elements { checkWords(element, in: "a phrase") }
        case .proximity(let left, let right, _):
            checkReach(expression)
            checkWords(left, in: "NEAR or PRE")
            checkWords(right, in: "NEAR or PRE")
        case .all, .not:
            error(
                "passage-operator", "AND and NOT are about the whole passage and cannot stand in \(surrounding)",
                help: "\(surrounding) takes words, phrases, NEAR, PRE and OR")
        }
    }

    private mutating func checkReach(_ expression: Expression) {
        if expression.reach > Self.maximumReach {
            error(
                "too-far", "a match could reach over \(expression.reach) words",
                help: "words of one match stand within \(Self.maximumReach) words of each other")
        }
    }
}
