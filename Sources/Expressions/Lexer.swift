import Diagnostics

/// A piece of an expression with its place.
struct Token: Hashable {
    enum Kind: Hashable {
        case term(Term)
        case name(String)
        case and, or, not
        case proximity(Proximity)
        case open, close
    }

    var kind: Kind
    /// Code points of the expression's text.
    var range: Range<Int>
    /// Stood between quotation marks, where nothing is an operator.
    var quoted: Bool
}

/// Takes an expression's text apart.
///
/// Words side by side are a phrase, so quotation marks only turn operators into words and let any
/// punctuation separate words; there is no token for them.
struct Lexer {
    let scalars: [Unicode.Scalar]
    var report: Report
    private(set) var tokens: [Token] = []
    var position = 0
    /// Where the phrase being read began.
    private(set) var openQuote: Int?

    /// Far beyond any search; memory goes with it.
    private static let maximumTokens = 2_000_000

    init(_ source: String, at place: Place?) {
        scalars = Array(source.unicodeScalars)
        report = Report(scalars: scalars, place: place)
    }

    mutating func run() {
        while position < scalars.count, tokens.count <= Self.maximumTokens { next() }
        if tokens.count > Self.maximumTokens {
            report.error(
                "too-large", "the expression has more than \(Self.maximumTokens) words and signs",
                tokens[tokens.count - 1].range, help: "give parts of it names under 'terms:'")
            position = scalars.count
        }
        if let openQuote {
            report.error(
                "open-quote", "this quotation mark is never closed", openQuote..<openQuote + 1,
                help: "end the phrase with a second quotation mark")
        }
    }

    private mutating func next() {
        let scalar = scalars[position]
        switch scalar {
        case "(", ")":
            if openQuote == nil { append(scalar == "(" ? .open : .close, position..<position + 1) }
            position += 1
        case "\"", "\u{201C}", "\u{201D}", "\u{201E}", "\u{AB}", "\u{BB}", "\u{FF02}": quote()
        case "$": name()
        default:
            if isPattern(position) {
                word()
            } else {
                if !isSeparator(position) { unexpected() }
                position += 1
            }
        }
    }

    mutating func append(_ kind: Token.Kind, _ range: Range<Int>) {
        tokens.append(Token(kind: kind, range: range, quoted: openQuote != nil))
    }

    private mutating func quote() {
        if let start = openQuote {
            if tokens.last.map({ $0.range.lowerBound < start }) ?? true {
                report.error("empty-phrase", "nothing stands between the quotation marks", start..<position + 1)
            }
            openQuote = nil
        } else {
            openQuote = position
        }
        position += 1
    }
}

// MARK: - Words

extension Lexer {
    private mutating func word() {
        let start = position
        let parts = hyphenatedParts()
        if openQuote == nil, parts.count == 1, proximity(parts[0].text, start) { return }
        let range = start..<position
        let stemmed = take("~")
        let truncated = !stemmed && dollar(after: range)
        if openQuote == nil, !stemmed, !truncated, parts.count == 1, let kind = Self.operators[parts[0].text] {
            append(kind, range)
            return
        }
        let names = parts.enumerated().map { index, part in
            truncated && index == parts.count - 1 && !part.text.hasSuffix("*") ? part.text + "*" : part.text
        }
        append(.term(Term(parts: names, stemmed: stemmed)), start..<position)
        check(parts, stemmed: stemmed, range: start..<position)
    }

    private static let operators: [String: Token.Kind] = ["AND": .and, "OR": .or, "NOT": .not]

    private mutating func hyphenatedParts() -> [(text: String, range: Range<Int>)] {
        var parts = [part()]
        while position + 1 < scalars.count, kind(position) == .hyphen, isPattern(position + 1) {
            position += 1
            parts.append(part())
        }
        return parts
    }

    private mutating func part() -> (text: String, range: Range<Int>) {
        let start = position
        var text = String.UnicodeScalarView()
        while position < scalars.count {
            let scalar = scalars[position]
            if isPattern(position) {
                // `**` is `*`.
                if scalar != "*" || text.last != "*" { text.append(scalar) }
            } else if kind(position) == .ignored {
                // Combining marks stay for messages; soft hyphens and joiners would only be invisible there.
                if !scalar.properties.isDefaultIgnorableCodePoint { text.append(scalar) }
            } else if kind(position) == .apostrophe {
                guard isPattern(position + 1) else {
                    // The possessive ending of `patients'`.
                    position += 1
                    break
                }
                text.append("'")
            } else if scalar == "." || scalar == ",", isDigit(position - 1), isDigit(position + 1) {
                text.append(scalar)
            } else {
                break
            }
            position += 1
        }
        if text.count > 2, text.suffix(2).elementsEqual(["'", "s"]) || text.suffix(2).elementsEqual(["'", "S"]) {
            text.removeLast(2)
        }
        return (String(text), start..<position)
    }

    private mutating func check(_ parts: [(text: String, range: Range<Int>)], stemmed: Bool, range: Range<Int>) {
        for part in parts where !part.text.unicodeScalars.contains(where: { ScalarKind($0) == .word }) {
            report.error(
                "bare-wildcard", "'\(part.text)' would match every word", part.range,
                help: "a wildcard needs at least one letter or digit beside it")
        }
        if parts.count > Term.maximumParts {
            report.error(
                "long-term", "a hyphenated term has at most \(Term.maximumParts) parts", range,
                help: "write blanks in the place of hyphens: a phrase may be longer")
        }
        let text = parts.map(\.text).joined(separator: "-")
        if stemmed, text.contains("*") || text.contains("?") {
            report.error(
                "stemmed-wildcard", "'\(abbreviated(text))~' has a wildcard and a stem sign", range,
                help: "write one of the two")
        } else if text.hasSuffix("?"), text.count > 1 {
            report.warning(
                "final-question-mark", "'?' is exactly one character here", range,
                help: "Ovid's '?' may also stand for none: for any ending write "
                    + "\(text.drop { $0 == "?" }.prefix { $0 != "?" })*")
        }
    }
}

// MARK: - Characters

extension Lexer {
    func kind(_ index: Int) -> ScalarKind { ScalarKind(scalars[index]) }

    private func isPattern(_ index: Int) -> Bool {
        guard index < scalars.count else { return false }
        return scalars[index] == "*" || scalars[index] == "?" || kind(index) == .word
    }

    func isDigit(_ index: Int) -> Bool {
        index >= 0 && index < scalars.count && ("0"..."9").contains(scalars[index])
    }

    /// Spaces; in quotation marks whatever separates words in a text; a few signs between two words.
    private func isSeparator(_ index: Int) -> Bool {
        if scalars[index].properties.isWhitespace || kind(index) == .ignored { return true }
        if openQuote != nil { return scalars[index] != "~" }
        let joins: Set<Unicode.Scalar> = ["/", "&", "_", ".", "\u{2013}", "\u{2014}"]
        return joins.contains(scalars[index]) && index > 0 && isPattern(index - 1) && isPattern(index + 1)
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard position < scalars.count, scalars[position] == scalar else { return false }
        position += 1
        return true
    }
}
