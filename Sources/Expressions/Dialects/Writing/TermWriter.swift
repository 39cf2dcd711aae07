// How a term is spelled in another database.

import Diagnostics

extension SearchWriter {
    /// The spellings of a term, to be joined by OR; nil after an error.
    ///
    /// A hyphenated term also finds the word written without hyphens, which databases do not do by themselves.
    mutating func spellings(of term: Term, at range: Range<Int>) -> [WrittenWord]? {
        if term.stemmed { return stemmed(term, range) }
        var joined = [term.parts]
        if term.parts.count > 1 { joined = hyphenations(of: term.parts, range) }
        var result: [WrittenWord] = []
        for parts in joined {
            guard let text = pattern(parts, range) else { return nil }
            let word = WrittenWord(text, signs: Set(dialect.wildcards.keys))
            if !result.contains(word) { result.append(word) }
        }
        return result
    }

    /// A term of up to this many parts is written with all of its hyphens, some, and none.
    private static let maximumParts = 3

    /// The ways in which parts are written together, in the order of the number of hyphens.
    private mutating func hyphenations(of parts: [String], _ range: Range<Int>) -> [[String]] {
        let solid = [parts.joined()]
        guard parts.count <= Self.maximumParts else {
            findings.warning(
                "hyphens", "only the spellings with all hyphens and with none are written", range,
                help: "here each of the hyphens may be left out alone")
            return [parts, solid]
        }
        guard parts.count == 3 else { return [parts, solid] }
        return [parts, [parts[0] + parts[1], parts[2]], [parts[0], parts[1] + parts[2]], solid]
    }

    private mutating func stemmed(_ term: Term, _ range: Range<Int>) -> [WrittenWord]? {
        let word = term.parts.joined()
        let stem = stem(word)
        // Snowball may change the last letter of what it keeps: `happi` for `happily`.
        let prefix = String(zip(word.lowercased(), stem).prefix { $0 == $1 }.map(\.0))
        findings.warning(
            "stem", "\(dialect.title) has no sign for the stem of a word", range,
            help: "'\(abbreviated(term.source))' is written \(abbreviated(prefix + "*")), which finds other words too")
        guard let text = pattern([prefix + "*"], range) else { return nil }
        return [WrittenWord(text, signs: Set(dialect.wildcards.keys))]
    }

    /// Hyphenated parts in the signs of the database; what it cannot write is cut and truncated.
    private mutating func pattern(_ parts: [String], _ range: Range<Int>) -> String? {
        // Written together, parts may bring two asterisks side by side.
        let text = Array(parts.joined(separator: "-").unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in text.enumerated() {
            guard scalar == "*" || scalar == "?" else {
                result.append(scalar)
                continue
            }
            if scalar == "*", index > 0, text[index - 1] == "*" { continue }
            guard let sign = sign(scalar, isFirst: index == 0, isLast: index == text.count - 1) else {
                return truncated(result, String(String.UnicodeScalarView(text)), range)
            }
            result.append(sign)
        }
        return checked(String(result), range)
    }

    /// The database's sign in this place, or nil where it has none.
    private func sign(_ wildcard: Unicode.Scalar, isFirst: Bool, isLast: Bool) -> Unicode.Scalar? {
        if isFirst, !rules.hasLeadingWildcard { return nil }
        if wildcard == "*" { return isLast || rules.hasInnerTruncation || isFirst ? "*" : nil }
        if isLast, !rules.hasFinalCharacter { return nil }
        return signForOne
    }

    /// The letters before what cannot be written, with any ending.
    private mutating func truncated(
        _ start: String.UnicodeScalarView, _ term: String, _ range: Range<Int>
    ) -> String? {
        var start = start
        while let last = start.last, ScalarKind(last) != .word { start.removeLast() }
        guard !start.isEmpty else {
            findings.error(
                "leading-wildcard",
                "\(dialect.title) takes no word that begins with a wildcard, as "
                    + "'\(abbreviated(term))' does", range, help: "write out the words that you mean, with OR")
            return nil
        }
        let text = String(start) + "*"
        guard let written = checked(text, range) else { return nil }
        findings.warning(
            "wildcard", "\(dialect.title) cannot write '\(abbreviated(term))'", range,
            help: "written \(abbreviated(text)), which finds more; or write out the words that you mean, with OR")
        return written
    }

    /// The text if enough letters stand before its truncation.
    private mutating func checked(_ text: String, _ range: Range<Int>) -> String? {
        guard let sign = text.firstIndex(of: "*"), sign != text.startIndex else { return text }
        let letters = text[..<sign].unicodeScalars.reversed().prefix { $0 != "-" }.count
        guard letters >= rules.lettersBeforeTruncation else {
            findings.error(
                "short-truncation",
                "\(dialect.title) truncates only behind \(rules.lettersBeforeTruncation) letters, not "
                    + "'\(abbreviated(text))'", range,
                help: "write out the words that you mean, with OR")
            return nil
        }
        if let reach = rules.truncationReach {
            findings.warnOnce(
                "truncation-reach", "in \(dialect.title) * stands for at most \(reach) characters", range,
                help: "for longer endings write \(abbreviated(String(text.dropLast())))[*20]")
        }
        return text
    }
}
