import Expressions

/// Whether expressions hold wherever others do, as far as can be told from how they are written.
struct Implication {
    /// Comparisons that are left; large expressions are given up, as nobody could see through them either.
    private var budget = 20_000

    /// Whether `second` holds in every passage in which `first` holds; false where it cannot be told.
    mutating func implies(_ first: Expression, _ second: Expression) -> Bool {
        budget -= 1
        guard budget > 0 else { return false }
        if case .any(let operands) = first { return operands.allSatisfy { implies($0, second) } }
        if case .all(let operands) = second { return operands.allSatisfy { implies(first, $0) } }
        if first == second { return true }
        if case .any(let operands) = second, operands.contains(where: { implies(first, $0) }) { return true }
        switch (first, second) {
        case (.term(let narrow), .term(let wide)): return wide.covers(narrow)
        case (.phrase(let narrow), .phrase(let wide)) where narrow.count == wide.count:
            return zip(narrow, wide).allSatisfy { implies($0, $1) }
        case (.all(let operands), _), (.phrase(let operands), .term):
            return operands.contains { implies($0, second) }
        case (.proximity(let left, let right, _), .term): return implies(left, second) || implies(right, second)
        case (.not(let narrow), .not(let wide)): return implies(wide, narrow)
        default: return false
        }
    }
}

extension Term {
    /// Whether the term finds every word that another one finds.
    func covers(_ other: Term) -> Bool {
        guard parts.count == other.parts.count, stemmed == other.stemmed else { return false }
        return zip(parts, other.parts).allSatisfy { pattern, word in
            let (pattern, word) = (Array(pattern.lowercased().unicodeScalars), Array(word.lowercased().unicodeScalars))
            return stemmed ? pattern == word : matches(pattern, word)
        }
    }
}

/// Whether a pattern with `*` and `?` finds whatever another one finds.
func matches(_ pattern: [Unicode.Scalar], _ word: [Unicode.Scalar]) -> Bool {
    var (position, next) = (0, 0)
    var retry: (position: Int, next: Int)?
    while next < word.count {
        if position < pattern.count, pattern[position] == "*" {
            retry = (position + 1, next)
            position += 1
        } else if position < pattern.count,
            pattern[position] == word[next] || pattern[position] == "?" && word[next] != "*"
        {
            position += 1
            next += 1
        } else if let last = retry {
            retry = (last.position, last.next + 1)
            (position, next) = (last.position, last.next + 1)
        } else {
            return false
        }
    }
    return pattern[position...].allSatisfy { $0 == "*" }
}
