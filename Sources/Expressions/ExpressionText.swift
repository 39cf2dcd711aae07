extension Expression {
    /// The expression in canonical form, which parses to an equal expression.
    package var source: String {
        switch self {
        case .term(let term): term.source
        case .name(let name): "$" + name
        case .phrase(let elements): elements.map { $0.source(in: .phrase) }.joined(separator: " ")
        case .proximity(let left, let right, let proximity):
            "\(left.source(in: .nearLeft)) \(proximity.source) \(right.source(in: .nearRight))"
        case .all(let operands): conjunction(operands)
        case .any(let operands): operands.map { $0.source(in: .or) }.joined(separator: " OR ")
        case .not(let operand): "NOT " + operand.source(in: .not)
        }
    }

    private func conjunction(_ operands: [Expression]) -> String {
        var result = ""
        for operand in operands {
            if !result.isEmpty {
                if case .not = operand { result += " " } else { result += " AND " }
            }
            result += operand.source(in: .and)
        }
        return result
    }

    private enum Surrounding { case or, and, not, nearLeft, nearRight, phrase }

    private func source(in surrounding: Surrounding) -> String {
        needsParentheses(in: surrounding) ? "(\(source))" : source
    }

    private func needsParentheses(in surrounding: Surrounding) -> Bool {
        switch self {
        case .term, .name: false
        case .phrase: surrounding == .phrase
        case .proximity: surrounding == .nearRight || surrounding == .phrase
        case .not: surrounding != .or && surrounding != .and
        // AND binds before OR, but nobody should have to know.
        case .all, .any: true
        }
    }
}

extension Proximity {
    package var source: String { "\(ordered ? "PRE" : "NEAR")/\(words)" }
}

extension Term {
    /// The term as it is written, in quotation marks where it would be taken for an operator.
    package var source: String {
        let text = parts.joined(separator: "-") + (stemmed ? "~" : "")
        let isOperator = ["AND", "OR", "NOT", "NEAR", "PRE"].contains(text) || operatorMeant(by: self) != nil
        return isOperator ? "\"\(text)\"" : text
    }
}
