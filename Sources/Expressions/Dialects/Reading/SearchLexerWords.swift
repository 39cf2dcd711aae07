// Words, phrases, operators and references to lines.

import Diagnostics

extension SearchLexer {
    mutating func chunk() {
        let start = position
        let stop = max(chunkEnd(start), start + 1)
        if fieldBefore(start, stop) { return }
        let text = text(start..<stop)
        // `*"Heading"/`; `"2000"[dp] : "2010"[dp]`, whose ends are limits.
        if text == "*" && dialect.fieldForms.contains(.headingSlash) || text == ":" && followsLimit {
            position = stop
            return
        }
        if lines(text, start..<stop) || joint(text, start..<stop) { return }
        word(start..<stop, text)
    }

    private var followsLimit: Bool { if case .fieldAfter(.limit)? = tokens.last?.kind { true } else { false } }

    // MARK: Words

    private mutating func word(_ range: Range<Int>, _ text: String) {
        let trimmed = withoutPunctuation(range)
        guard !trimmed.isEmpty else {
            findings.warning(
                "sign", "'\(abbreviated(text))' is no word and is dropped", range,
                help: "write an operator if one is meant")
            position = range.upperBound
            return
        }
        if let last = scalars[trimmed.upperBound..<range.upperBound].first(where: { ",;|".unicodeScalars.contains($0) })
        {
            findings.warning(
                "sign", "'\(last)' is no operator and is dropped", trimmed.upperBound..<range.upperBound,
                help: "write OR between alternatives")
        }
        let expression = spelling(trimmed) ?? Self.broken
        if dialect.lineForms.contains(.number), let value = Int(self.text(trimmed)), value > 0 {
            append(.number(expression, value), range)
        } else {
            append(.word(expression), range)
        }
    }

    /// In place of a word that an error is about, so that nothing seems to be missing.
    private static let broken = Expression.term(Term(parts: ["x"]))

    /// The range without signs at its ends that are neither letters nor wildcards.
    private func withoutPunctuation(_ range: Range<Int>) -> Range<Int> {
        func isKept(_ scalar: Unicode.Scalar) -> Bool {
            ScalarKind(scalar) == .word || dialect.wildcards[scalar] != nil || "*?$#~]".unicodeScalars.contains(scalar)
        }
        var start = range.lowerBound
        var stop = range.upperBound
        while start < stop, !isKept(scalars[start]) { start += 1 }
        while start < stop, !isKept(scalars[stop - 1]), ScalarKind(scalars[stop - 1]) != .ignored { stop -= 1 }
        return start..<stop
    }

    // MARK: Phrases

    mutating func quoted() {
        let start = position
        let isSingle = !isQuote(scalars[start])
        var stop = isSingle && closesNoSingle ? end : start + 1
        while stop < end, isSingle ? !closesSingle(stop) : !isQuote(scalars[stop]) { stop += 1 }
        guard stop < end else {
            if isSingle { closesNoSingle = true }
            findings.error(
                "open-quote", "this quotation mark is never closed", start..<start + 1,
                help: "end the phrase with a second quotation mark")
            position = start + 1
            return
        }
        if quotedHeading(start + 1..<stop) { return }
        phrase(start + 1..<stop, around: start..<stop + 1, literally: false)
    }

    private func closesSingle(_ index: Int) -> Bool {
        guard scalars[index] == "'" || scalars[index] == "\u{2019}" else { return false }
        // `'crohn's disease'`
        return !(isLetter(index - 1) && isLetter(index + 1))
    }

    /// `{heart attack}`; Cochrane's `{or #1-#5}`.
    mutating func braces() {
        let start = position
        guard let stop = first("}", from: start) else {
            findings.error("open-brace", "this brace is never closed", start..<start + 1)
            position += 1
            return
        }
        if linesInBraces(start..<stop + 1) { return }
        guard dialect.hasBraces else {
            findings.error(
                "brace", "\(dialect.title) knows no braces", start..<stop + 1, help: "write phrases as \"…\"")
            position = stop + 1
            return
        }
        phrase(start + 1..<stop, around: start..<stop + 1, literally: true)
    }

    /// - Parameter literally: whether wildcards are signs like any other.
    private mutating func phrase(_ inner: Range<Int>, around range: Range<Int>, literally: Bool) {
        var words: [Expression] = []
        var index = afterSpaces(inner.lowerBound)
        while index < inner.upperBound {
            var stop = index
            while stop < inner.upperBound, !isSpace(stop) { stop += 1 }
            let hadErrors = findings.hasErrors
            if let word = spelling(index..<stop, literally: literally) {
                words.append(word)
            } else if findings.hasErrors != hadErrors {
                words.append(Self.broken)
            }
            index = afterSpaces(stop)
        }
        if words.isEmpty {
            findings.error("empty-phrase", "nothing stands between the quotation marks", range)
            words = [Self.broken]
        }
        append(.phrase(words), range)
    }

    // MARK: Operators

    /// No operator is longer, `NEAR/100` included.
    private static let longestOperator = 8

    private mutating func joint(_ text: String, _ range: Range<Int>) -> Bool {
        guard range.count <= Self.longestOperator else { return false }
        let lower = text.lowercased()
        if let joint = Joint.words[lower] {
            guard !dialect.needsUpperCase || text == text.uppercased() else { return lowerCaseOperator(lower, range) }
            append(.joint(joint), range)
            return true
        }
        if let (form, number) = dialect.proximity(lower) {
            append(.joint(joint(form, number, range)), range)
            return true
        }
        if let words = Dialect.foreignProximity(lower), words <= Proximity.maximumWords {
            let near = dialect.proximities.first.map { "\($0.sign)\(words + $0.offset)" }
            findings.error(
                "foreign-operator", "\(dialect.title) does not know '\(abbreviated(text))'", range,
                help: near.map { "\(dialect.title) writes \($0) for at most \(words) words between" }
                    ?? "\(dialect.title) writes \"two words\"[tiab:~\(words)] for at most \(words) words between")
            append(.joint(.proximity(Proximity(ordered: false, words: words))), range)
            return true
        }
        return false
    }

    private mutating func lowerCaseOperator(_ word: String, _ range: Range<Int>) -> Bool {
        findings.warning(
            "lower-case-operator", "'\(word)' in lower case is no operator in \(dialect.title)", range,
            help: "if you mean the operator, write \(word.uppercased())")
        return false
    }

    /// What the form means with this number, or without one.
    private mutating func joint(_ form: ProximityForm, _ number: Int?, _ range: Range<Int>) -> Joint {
        let written = number ?? form.standard ?? 0
        if number == nil, !form.ordersNeighbours, written > 0 {
            findings.warning(
                "standard-distance", "without a number \(dialect.title) reads \(form.sign)\(written)", range,
                help: "write the number that you mean")
        }
        var words = max(0, written - form.offset)
        if number != nil, form.offset > 0, words > 0 {
            findings.warnOnce(
                "distance-counts",
                "\(form.sign)\(written) has at most \(min(words, written)) words between in \(dialect.title)",
                range, help: "read as NEAR/\(words), which EBSCO writes N\(words): neighbours are at distance 1")
        }
        if words > Proximity.maximumWords {
            findings.warning(
                "distance", "at most \(Proximity.maximumWords) words can stand between here", range,
                help: "read as \(Proximity.maximumWords); AND has no limit")
            words = Proximity.maximumWords
        }
        if words == 0, form.isOrdered || form.ordersNeighbours { return .adjacent }
        return .proximity(Proximity(ordered: form.isOrdered, words: words))
    }
}

extension Dialect {
    /// The proximity operator that a word in lower case is, with its number.
    func proximity(_ word: String) -> (form: ProximityForm, number: Int?)? {
        for form in proximities {
            let sign = form.sign.lowercased()
            if form.standard != nil, word == (sign.hasSuffix("/") ? String(sign.dropLast()) : sign) {
                return (form, nil)
            }
            guard word.hasPrefix(sign) else { continue }
            let digits = word.dropFirst(sign.count)
            guard !digits.isEmpty, digits.allSatisfy({ ("0"..."9").contains($0) }) else { continue }
            return (form, Int(digits) ?? .max)
        }
        return nil
    }

    /// How many words may stand between in what another database takes for a proximity operator; nil where it may be
    /// a word.
    static func foreignProximity(_ word: String) -> Int? {
        guard word.contains("/") || word.hasPrefix("adj") else { return nil }
        for dialect in all {
            if case (let form, let number?)? = dialect.proximity(word) { return max(0, number - form.offset) }
        }
        return nil
    }

    /// The letters, in lower case, before the digits of whatever word may be an operator, a field or a line.
    var beginningsOfSigns: Set<String> {
        let signs = proximities.map { $0.sign.lowercased() } + Joint.words.keys + fields.keys
        // `adj3` is foreign where it is no operator; `S3` is a line.
        return Set(signs.map { String($0.prefix(while: \.isLetter)) } + ["adj", "s"])
    }
}
