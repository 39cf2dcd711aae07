// Headings that indexers assign: MeSH, Emtree, CINAHL headings.

extension SearchLexer {
    /// No heading is longer.
    private static let maximumHeading = 160

    /// Ovid's `exp Heading/dt`, from its first word.
    ///
    /// A heading may have `and` in it (`Needs and Demand/`): where it begins with a capital letter, a word with a capital
    /// letter after `and` belongs to it.
    mutating func headingBeforeSlash() -> Bool {
        guard dialect.fieldForms.contains(.headingSlash), !continuesWords, let slash = headingSlash() else {
            return false
        }
        let start = position
        let stop = subheadingEnd(slash + 1)
        guard let expression = heading(start..<slash, around: start..<stop) else { return false }
        append(.heading(expression), start..<stop)
        return true
    }

    /// Ovid's `exp "Heading"/dt`, from its first quotation mark.
    mutating func quotedHeading(_ inner: Range<Int>) -> Bool {
        let slash = inner.upperBound + 1
        guard dialect.fieldForms.contains(.headingSlash), slash < end, scalars[slash] == "/" else { return false }
        var start = inner.lowerBound - 1
        if let last = tokens.last, text(last.range).lowercased() == "exp" {
            start = last.range.lowerBound
            removeLast(1)
        }
        let stop = subheadingEnd(slash + 1)
        guard let expression = heading(inner, around: start..<stop) else { return false }
        append(.heading(expression), start..<stop)
        return true
    }

    /// Whether the token before would be part of the heading.
    private var continuesWords: Bool {
        switch tokens.last?.kind {
        case .word, .number: true
        default: false
        }
    }

    private func headingSlash() -> Int? {
        var index = position
        let limit = min(end, position + Self.maximumHeading)
        while index < limit, scalars[index] != "/" {
            guard isHeadingCharacter(index) else { return nil }
            index += 1
        }
        guard index < limit, index > position, !isDigit(index + 1) else { return nil }
        let words = text(position..<index).split(separator: " ").drop { $0.lowercased() == "exp" || $0 == "*" }
        guard let first = words.first?.drop(while: { $0 == "*" }) else { return nil }
        let isCapital = first.first?.isUppercase ?? false
        for (word, next) in zip(words, words.dropFirst() + [""]) {
            let lower = word.lowercased()
            guard lower != "exp", lower != "not", dialect.proximity(lower) == nil else { return nil }
            if Joint.words[lower] != nil, !isCapital || next.first?.isUppercase != true { return nil }
        }
        return Joint.words[first.lowercased()] == nil ? index : nil
    }

    private func isHeadingCharacter(_ index: Int) -> Bool {
        switch scalars[index] {
        case " ", ",", "&", "(", ")": true
        case "*": index == position || isSpace(index - 1)
        default: [.word, .apostrophe, .hyphen].contains(ScalarKind(scalars[index]))
        }
    }

    /// The end of `dt, th [Drug Therapy, Therapy]`.
    private mutating func subheadingEnd(_ index: Int) -> Int {
        var stop = index
        while isLetter(stop), isLetter(stop + 1), !isLetter(stop + 2) {
            stop += 2
            let next = stop < end && scalars[stop] == "," ? afterSpaces(stop + 1) : stop
            guard next > stop, isLetter(next), isLetter(next + 1), !isLetter(next + 2) else { break }
            stop = next
        }
        let bracket = afterSpaces(stop)
        guard bracket < end, scalars[bracket] == "[", let close = first("]", from: bracket) else {
            return stop
        }
        return close + 1
    }

    /// Cochrane's `[mh ^"x"]` and `MeSH descriptor: [x] explode all trees`.
    mutating func headingInBrackets(_ start: Int) {
        var stop = start + 1
        var depth = 1
        while stop < end, depth > 0 {
            depth += scalars[stop] == "[" ? 1 : scalars[stop] == "]" ? -1 : 0
            stop += 1
        }
        var inner = start + 1..<max(start + 1, stop - 1)
        if text(inner).lowercased().hasPrefix("mh ") { inner = inner.lowerBound + 3..<inner.upperBound }
        var range = start..<stop
        let descriptor = tokens.suffix(2)
        if descriptor.count == 2,
            text(descriptor.first!.range.lowerBound..<descriptor.last!.range.upperBound).lowercased()
                .hasPrefix("mesh descriptor")
        {
            range = descriptor.first!.range.lowerBound..<stop
            removeLast(2)
        }
        for words in ["explode all trees", "this term only"] {
            let next = afterSpaces(stop)
            if next + words.count <= end, text(next..<next + words.count).lowercased() == words {
                range = range.lowerBound..<next + words.count
            }
        }
        if let expression = heading(inner, around: range) {
            append(.heading(expression), range)
        } else {
            position = range.upperBound
        }
    }

    /// The words of a heading without its signs; a warning says that texts need not have them.
    ///
    /// - Parameter range: what the warning underlines.
    mutating func heading(_ inner: Range<Int>, around range: Range<Int>) -> Expression? {
        var name = text(inner)
        if name.lowercased().hasPrefix("exp ") { name = String(name.dropFirst(4)) }
        // Subheadings and the sign of explosion.
        name = String(name.prefix { $0 != "/" && $0 != "+" })
        name = String(name.filter { !"*^\"\u{201C}\u{201D}".contains($0) && !$0.isNewline })
        name = name.split(separator: " ").joined(separator: " ")
        // `Delivery of Health Care, Integrated`
        let parts = name.split(separator: ",", omittingEmptySubsequences: false)
        if parts.count == 2 { name = "\(parts[1]) \(parts[0])".split(separator: " ").joined(separator: " ") }
        var lexer = Lexer("\"" + name.filter { !"?~$".contains($0) } + "\"", at: nil)
        lexer.run()
        let terms = lexer.tokens.compactMap { token -> Expression? in
            if case .term(let term) = token.kind { .term(term) } else { nil }
        }
        guard !terms.isEmpty, !lexer.report.hasErrors else {
            findings.error("empty-heading", "the heading has no words", range)
            return nil
        }
        let words = Expression.phrase(of: terms)
        findings.warning(
            "subject-heading", "'\(text(range))' finds what indexers filed there, whatever its text says", range,
            help: "read as its words, \(words.source): add with OR the words that texts use")
        return words
    }
}
