import Expressions

/// A term that finds one spelling of a word while nothing in its expression finds the other.
struct MissingSpelling: Equatable {
    /// As it is written: `behavio?r*`.
    var written: String
    /// The other spelling, in the same form: `behavior*`.
    var missing: String
}

/// The missing spellings of an expression in English, names not written out.
func missingSpellings(in expression: Expression) -> [MissingSpelling] {
    var patterns: [String] = []
    collectPatterns(expression, into: &patterns)
    let candidates = patterns.flatMap { pattern in
        otherSpellings(of: pattern).map { MissingSpelling(written: pattern, missing: $0) }
    }
    // Each is held against all patterns.
    guard !candidates.isEmpty, candidates.count <= 1000, patterns.count <= 20_000 else { return [] }
    let known = patterns.map { Array($0.unicodeScalars) }
    var seen: Set<String> = []
    return candidates.filter { candidate in
        let missing = Array(candidate.missing.unicodeScalars)
        return seen.insert(candidate.missing).inserted && !known.contains { matches($0, missing) }
    }
}

/// The parts of terms, in lower case; a stemmed word stands for all its endings.
private func collectPatterns(_ expression: Expression, into patterns: inout [String]) {
    switch expression {
    case .term(let term): patterns += term.parts.map { $0.lowercased() }
    case .name: break
    case .phrase(let parts), .all(let parts), .any(let parts):
        for part in parts { collectPatterns(part, into: &patterns) }
    case .proximity(let left, let right, _):
        collectPatterns(left, into: &patterns)
        collectPatterns(right, into: &patterns)
    case .not(let operand): collectPatterns(operand, into: &patterns)
    }
}

/// The same pattern with a word's other spelling.
private func otherSpellings(of pattern: String) -> [String] {
    // Nobody writes a word of many question marks, and each would be compared with all pairs.
    guard pattern.utf8.count <= 40, let initial = pattern.unicodeScalars.first else { return [] }
    let pairs = initial == "?" ? [] : spellingsByInitial[initial] ?? []
    return pairs.compactMap { known, other in
        let length = known.unicodeScalars.count
        let head = pattern.unicodeScalars.prefix(length)
        let tail = String(pattern.unicodeScalars.dropFirst(length))
        guard head.count == length, SpellingPairs.endings.contains(tail),
            zip(head, known.unicodeScalars).allSatisfy({ $0 == $1 || $0 == "?" })
        else { return nil }
        // `centered` is no `centreed`: such endings have pairs of their own.
        if other.hasSuffix("e"), let next = tail.first, "aeiou".contains(next) { return nil }
        return other + tail
    }
}

/// Each spelling with the other one, by first letter.
private let spellingsByInitial: [Unicode.Scalar: [(known: String, other: String)]] = {
    let pairs = SpellingPairs.words.flatMap { [($0.british, $0.american), ($0.american, $0.british)] }
    return Dictionary(grouping: pairs) { $0.0.unicodeScalars.first! }.mapValues {
        $0.map { (known: $0.0, other: $0.1) }
    }
}()
