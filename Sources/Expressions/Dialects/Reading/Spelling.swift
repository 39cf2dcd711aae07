// How a word of another database is written here.

import Diagnostics

extension SearchLexer {
    /// The expression for a word or several joined by signs; nil after an error.
    ///
    /// A sign for one character or none gives an OR of both spellings, a limited truncation one of all lengths.
    ///
    /// - Parameter literally: whether wildcards are signs like any other.
    mutating func spelling(_ range: Range<Int>, literally: Bool = false) -> Expression? {
        if let plain = plainWord(range) { return plain }
        var variants = [String.UnicodeScalarView()]
        var index = range.lowerBound
        while index < range.upperBound {
            let scalar = scalars[index]
            index += 1
            if literally || !isSign(scalar, index - 1) {
                let isWildcard = scalar == "*" || scalar == "?" || scalar == "$" || scalar == "~"
                for variant in variants.indices { variants[variant].append(isWildcard ? " " : scalar) }
            } else if let limit = limitedTruncation(index - 1, range.upperBound) {
                append(upTo: limit.count, to: &variants, index - 1..<limit.end)
                index = limit.end
            } else if let wildcard = dialect.wildcards[scalar] {
                explain(scalar, wildcard, index - 1..<index)
                append(wildcard, to: &variants, range)
            } else {
                foreignSign(scalar, range, index - 1)
                return nil
            }
        }
        let expressions = variants.compactMap { expression(String($0), range) }
        return expressions.count == variants.count ? Expression.any(of: expressions) : nil
    }

    /// Most words: letters and digits of ASCII, perhaps truncated by an asterisk that reaches to the end of any word.
    private func plainWord(_ range: Range<Int>) -> Expression? {
        let isTruncated =
            range.count > 1 && scalars[range.upperBound - 1] == "*" && dialect.writing.truncationReach == nil
        let letters = range.lowerBound..<range.upperBound - (isTruncated ? 1 : 0)
        guard letters.allSatisfy({ isLetter($0) || isDigit($0) }) else { return nil }
        return .term(Term(parts: [text(range)]))
    }

    /// Whether the character has to be a wildcard: of this database, or of another.
    private func isSign(_ scalar: Unicode.Scalar, _ index: Int) -> Bool {
        if dialect.limitedTruncation == .brackets, scalar == "[" { return true }
        switch scalar {
        case "*", "?", "$", "#", "~": return true
        // A colon ends a word of Ovid; elsewhere it is punctuation, as between numbers.
        case ":": return dialect.wildcards[scalar] != nil && isLetter(index - 1) && !isDigit(index + 1)
        default: return false
        }
    }

    /// The count and the end of `$3`, `*3`, `[*3]`.
    private func limitedTruncation(_ index: Int, _ end: Int) -> (count: Int, end: Int)? {
        switch dialect.limitedTruncation {
        case .digits where dialect.wildcards[scalars[index]] == .many:
            guard let (count, stop) = number(at: index + 1), stop <= end else { return nil }
            return (count, stop)
        case .brackets where scalars[index] == "[":
            guard let (count, stop) = number(at: index + 2), stop < end else { return nil }
            return (count, stop + 1)
        default: return nil
        }
    }

    /// More spellings than this are no help to a reader; any ending stands for them.
    private static let maximumVariants = 8

    private mutating func append(
        upTo count: Int, to variants: inout [String.UnicodeScalarView], _ range: Range<Int>
    ) {
        guard variants.count <= Self.maximumVariants / (min(count, Self.maximumVariants) + 1) else {
            findings.warning(
                "limited-truncation", "'\(text(range))' is read as any number of characters", range,
                help: "at most \(count) cannot be said here; write out the endings that you mean")
            for variant in variants.indices { variants[variant].append("*") }
            return
        }
        variants = variants.flatMap { variant in
            (0...count).map { variant + String(repeating: "?", count: $0).unicodeScalars }
        }
    }

    private mutating func append(
        _ wildcard: Wildcard, to variants: inout [String.UnicodeScalarView], _ range: Range<Int>
    ) {
        switch wildcard {
        case .many:
            for variant in variants.indices { variants[variant].append("*") }
            if let reach = dialect.writing.truncationReach {
                findings.warnOnce(
                    "truncation-reach",
                    "in \(dialect.title) * stands for at most \(reach) characters, here for any number", range)
            }
        case .one: for variant in variants.indices { variants[variant].append("?") }
        case .optional: append(upTo: 1, to: &variants, range)
        }
    }

    /// Says once of `#`, `$` and `?` what they mean, where a reviewer of another database would read something else.
    private mutating func explain(_ sign: Unicode.Scalar, _ wildcard: Wildcard, _ range: Range<Int>) {
        guard wildcard != .many, sign != "?" || wildcard != .one else { return }
        let others = Dialect.all.filter { $0.wildcards[sign] != nil && $0.wildcards[sign] != wildcard }
        let meanings = others.map { "\($0.title) \(meaning(of: $0.wildcards[sign]!))" }
        findings.warnOnce(
            "sign-\(sign)", "in \(dialect.title) '\(sign)' stands \(meaning(of: wildcard))", range,
            help: "not as in \(meanings.joined(separator: ", ")); here ? stands for exactly one")
    }

    private mutating func foreignSign(_ scalar: Unicode.Scalar, _ range: Range<Int>, _ index: Int) {
        let word = text(range)
        let known = dialect.wildcards.keys.sorted().map { "\($0) \(meaning(of: dialect.wildcards[$0]!))" }
        findings.error(
            "foreign-sign", "\(dialect.title) has no sign '\(scalar)' in a word, as in '\(abbreviated(word))'",
            index..<index + 1,
            help: "\(dialect.title) has: \(known.joined(separator: ", "))")
    }

    private func meaning(of wildcard: Wildcard) -> String {
        switch wildcard {
        case .many: "for any characters"
        case .one: "for exactly one character"
        case .optional: "for one character or none"
        }
    }

    /// The words of a text without operators, side by side.
    private mutating func expression(_ text: String, _ range: Range<Int>) -> Expression? {
        var lexer = Lexer("\"" + text + "\"", at: nil)
        lexer.run()
        guard !lexer.report.hasErrors else {
            findings.error(
                "bare-wildcard", "'\(self.text(range))' cannot be searched for here", range,
                help: lexer.report.inOrder.first?.help)
            return nil
        }
        let terms = lexer.tokens.compactMap { token -> Expression? in
            if case .term(let term) = token.kind { .term(term) } else { nil }
        }
        return terms.isEmpty ? nil : Expression.phrase(of: terms)
    }
}
