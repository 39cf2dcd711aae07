import Expressions

/// An alternative that finds nothing which another one of the same list does not find.
struct RedundantAlternative {
    var alternative: Expression
    var other: Expression
}

/// More of one expression than anybody mends at once.
let mostFindings = 20

/// The redundant alternatives of every OR in an expression, names not written out: `funding` beside `fund*`.
func redundantAlternatives(in expression: Expression) -> [RedundantAlternative] {
    switch expression {
    case .term, .name: return []
    case .phrase(let parts), .all(let parts): return parts.flatMap { redundantAlternatives(in: $0) }
    case .not(let operand): return redundantAlternatives(in: operand)
    case .proximity(let left, let right, _):
        return redundantAlternatives(in: left) + redundantAlternatives(in: right)
    case .any(let operands):
        return redundant(among: operands) + operands.flatMap { redundantAlternatives(in: $0) }
    }
}

private func redundant(among operands: [Expression]) -> [RedundantAlternative] {
    var result: [RedundantAlternative] = []
    var seen: Set<Expression> = []
    let wide = WideAlternatives(operands)
    for operand in operands where result.count < mostFindings {
        if !seen.insert(operand).inserted {
            result.append(RedundantAlternative(alternative: operand, other: operand))
        } else if let other = wide.covering(operand) {
            result.append(RedundantAlternative(alternative: operand, other: other))
        }
    }
    return result
}

/// Alternatives with wildcards, found by what they begin with so that long lists take no longer for each.
private struct WideAlternatives {
    /// Terms that end with their only wildcard, by what stands before it.
    private var stems: [String: Expression] = [:]
    /// Other terms with wildcards, and phrases with any.
    private var others: [Expression] = []

    /// Lists with more are left alone.
    private static let mostOthers = 100
    /// Code points; longer words are no words.
    private static let longestWord = 40

    init(_ operands: [Expression]) {
        for operand in operands {
            if let stem = Self.stem(operand) {
                stems[stem] = operand
            } else if Self.hasWildcard(operand) {
                others.append(operand)
            }
        }
        if others.count > Self.mostOthers { others = [] }
    }

    func covering(_ operand: Expression) -> Expression? {
        if case .term(let term) = operand, term.parts.count == 1, !term.stemmed {
            let word = Self.stem(operand) ?? term.parts[0].lowercased()
            if word.unicodeScalars.count <= Self.longestWord {
                var prefix = word[...]
                // A term with an ending of its own is not covered by itself.
                if Self.stem(operand) != nil { prefix = prefix.dropLast() }
                while !prefix.isEmpty {
                    if let wide = stems[String(prefix)] { return wide }
                    prefix = prefix.dropLast()
                }
            }
        }
        var implication = Implication()
        return others.first { $0 != operand && Self.isAlike($0, operand) && implication.implies(operand, $0) }
    }

    /// A phrase in the place of a word, or the other way round, is a find of another length: NEAR counts from it.
    private static func isAlike(_ first: Expression, _ second: Expression) -> Bool {
        switch (first, second) {
        case (.term(let first), .term(let second)): first.parts.count == second.parts.count
        case (.phrase(let first), .phrase(let second)): first.count == second.count
        default: false
        }
    }

    private static func stem(_ expression: Expression) -> String? {
        guard case .term(let term) = expression, term.parts.count == 1, !term.stemmed else { return nil }
        let text = term.parts[0].lowercased()
        guard text.hasSuffix("*"), !text.dropLast().contains(where: { $0 == "*" || $0 == "?" }) else { return nil }
        return String(text.dropLast())
    }

    private static func hasWildcard(_ expression: Expression) -> Bool {
        switch expression {
        case .term(let term): term.parts.contains { $0.contains("*") || $0.contains("?") }
        case .phrase(let parts): parts.contains { hasWildcard($0) }
        case .name, .proximity, .all, .any, .not: false
        }
    }
}
