/// Takes a database's search string apart by the dialect's table.
struct SearchLexer {
    let dialect: Dialect
    let scalars: [Unicode.Scalar]
    /// Code point after the last of the line.
    let end: Int
    var findings: Findings
    var position: Int
    private(set) var tokens: [SearchToken] = []
    /// Closing signs that stand nowhere in the rest, so that a million opening ones are not each sought a partner.
    private var absent: Set<Unicode.Scalar> = []
    /// The same for single quotation marks, which apostrophes are not.
    var closesNoSingle = false

    init(_ dialect: Dialect, _ scalars: [Unicode.Scalar], line: Range<Int>, findings: Findings) {
        self.dialect = dialect
        self.scalars = scalars
        self.findings = findings
        position = line.lowerBound
        end = line.upperBound
    }

    mutating func run() {
        skipSpaces()
        if dialect.lineForms.contains(.number), commandOnLine() { return }
        while position < end {
            next()
            skipSpaces()
        }
    }

    private mutating func next() {
        let scalar = scalars[position]
        switch scalar {
        case "(": append(.open, position..<position + 1)
        case ")": append(.close, position..<position + 1)
        case _ where isQuote(scalar): quoted()
        case "'" where dialect.hasSingleQuotes, "\u{2018}" where dialect.hasSingleQuotes: quoted()
        case "{": braces()
        case "[": brackets()
        case "]", "}":
            findings.error(
                "unexpected-character", "this '\(scalar)' closes nothing", position..<position + 1)
            position += 1
        default:
            if headingBeforeSlash() || suffix() { return }
            chunk()
        }
    }

    mutating func append(_ kind: SearchToken.Kind, _ range: Range<Int>) {
        tokens.append(SearchToken(kind: kind, range: range))
        position = range.upperBound
    }

    /// The place of the first such character from `index` on.
    mutating func first(_ scalar: Unicode.Scalar, from index: Int) -> Int? {
        guard !absent.contains(scalar) else { return nil }
        let found = scalars[index..<end].firstIndex(of: scalar)
        if found == nil { absent.insert(scalar) }
        return found
    }

    /// Takes back the last tokens.
    mutating func removeLast(_ count: Int) { tokens.removeLast(count) }
}

// MARK: - Characters

extension SearchLexer {
    func text(_ range: Range<Int>) -> String {
        guard range.allSatisfy({ scalars[$0].isASCII }) else { return String(String.UnicodeScalarView(scalars[range])) }
        return String(unsafeUninitializedCapacity: range.count) { bytes in
            for (offset, index) in range.enumerated() {
                bytes[offset] = UInt8(truncatingIfNeeded: scalars[index].value)
            }
            return range.count
        }
    }

    func isSpace(_ index: Int) -> Bool {
        let scalar = scalars[index]
        return scalar.isASCII
            ? scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r"
            : scalar.properties.isWhitespace || scalar == "\u{FEFF}"
    }

    mutating func skipSpaces() { position = afterSpaces(position) }

    func afterSpaces(_ index: Int) -> Int {
        var index = index
        while index < end, isSpace(index) { index += 1 }
        return index
    }

    func isQuote(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\"", "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}", "\u{AB}", "\u{BB}", "\u{FF02}", "\u{2033}": true
        default: false
        }
    }

    func isLetter(_ index: Int) -> Bool {
        guard index < end else { return false }
        return switch scalars[index] {
        case "a"..."z", "A"..."Z": true
        default: false
        }
    }

    func isDigit(_ index: Int) -> Bool {
        index >= 0 && index < end && ("0"..."9").contains(scalars[index])
    }

    /// The number at `index` and where it ends; nil where no digit stands, or far too many.
    func number(at index: Int) -> (value: Int, end: Int)? {
        var stop = index
        while isDigit(stop) { stop += 1 }
        guard stop > index, let value = Int(text(index..<stop)) else { return nil }
        return (value, stop)
    }

    /// Whether a word, an operator or a number ends before `index`.
    func isBoundary(_ index: Int) -> Bool {
        index >= end || isSpace(index) || scalars[index] == "(" || scalars[index] == ")" || isQuote(scalars[index])
    }

    /// Where the piece at `start` ends: at a space, a parenthesis, a quotation mark, a bracket or a field.
    func chunkEnd(_ start: Int) -> Int {
        var index = start
        while !isBoundary(index) {
            switch scalars[index] {
            case "[":
                guard dialect.limitedTruncation == .brackets, let stop = limitInBrackets(index) else { return index }
                index = stop
                continue
            case "]", "{", "}": return index
            case ".", ":", "/": if index > start, fieldsAfter(index) != nil { return index }
            default: break
            }
            index += 1
        }
        return index
    }

    /// The end of `[*5]`.
    private func limitInBrackets(_ index: Int) -> Int? {
        guard index + 2 < end, scalars[index + 1] == "*", let (_, stop) = number(at: index + 2), stop < end,
            scalars[stop] == "]"
        else { return nil }
        return stop + 1
    }
}
