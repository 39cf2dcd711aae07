import Diagnostics

extension TrapScanner {
    /// Scans a value from its first byte and goes to the line after it.
    ///
    /// - Parameters:
    ///   - parent: column of the key or dash that the value belongs to; deeper lines continue the value.
    ///   - prose: where the text begins if the "key" before the value is prose too.
    mutating func scanValue(at start: Int, parent: Int, prose: Int? = nil) {
        let end = source.lines[line].upperBound
        let first = source.bytes[start]
        if first.isQuote {
            scanQuoted(at: start, parent: parent)
        } else if first == .openBracket || first == .openBrace {
            scanFlow(at: start, parent: parent)
        } else if isBlockHeader(at: start, end: end) {
            skipBlock(parent: parent)
        } else if let reading = reservedStart(first) {
            scanReserved(at: start, parent: parent, reading: reading)
        } else if isIndicator(.dash, at: start, end: end) {
            trap(
                "list-beside-key", "a list cannot begin on the line of its key", at: start, parent: parent,
                help: "begin it on the next line, or write it in brackets: [one, two]",
                fix: nextLine(start, parent: parent))
        } else {
            scanPlain(at: start, parent: parent, prose: prose)
        }
    }

    private mutating func scanPlain(at start: Int, parent: Int, prose: Int?) {
        let end = source.lines[line].upperBound
        if let colon = colon(in: start..<end) {
            trap(
                "colon-in-text", "': ' inside a text makes YAML read a key before it", at: prose ?? start,
                parent: parent,
                marked: colon..<colon + 1)
        } else if source.bytes[start] == .hash {
            reportCut(at: start, hash: start, parent: parent)
        } else if let hash = hash(in: start..<end) {
            if isComment(hash, end: end) { line += 1 } else { reportCut(at: start, hash: hash, parent: parent) }
        } else {
            openText = OpenText(parent: parent, line: line, start: start)
            line += 1
        }
    }

    private mutating func reportCut(at start: Int, hash: Int, parent: Int) {
        let kept = source.text(trimmed(start..<hash))
        let message =
            kept.isEmpty
            ? "'#' makes the text a comment" : "' #' begins a comment: the text would end at '\(abbreviated(kept))'"
        trap(
            "cut-text", message, at: start, parent: parent, marked: hash..<source.lines[line].upperBound,
            note: "a comment has a blank after '#'")
    }

    /// A line that continues a plain text.
    mutating func continueText(at start: Int) {
        let range = start..<source.lines[line].upperBound
        if let colon = colon(in: range) {
            reportKey(in: range)
            // Any other character will do: what is kept only serves to find the errors of later lines.
            edits.append(SourceEdit(range: colon..<colon + 1, replacement: [UInt8(ascii: ";")]))
            if let more = self.colon(in: colon + 1..<range.upperBound) {
                edits.append(SourceEdit(range: more..<more + 1, replacement: [UInt8(ascii: ";")]))
            }
        } else if let hash = hash(in: range), !isComment(hash, end: range.upperBound) {
            let kept = source.text(trimmed(start..<hash))
            diagnostics.append(
                .error(
                    "cut-text", "' #' begins a comment: the text would end at '\(abbreviated(kept))'",
                    at: source.place(hash..<range.upperBound, line: line),
                    help: "write the whole text in quotes, or below 'key: |' on lines of its own"))
            fixOpenText()
            edits.append(SourceEdit(range: hash..<hash + 1, replacement: [UInt8(ascii: ";")]))
        }
        line += 1
    }

    private mutating func reportKey(in range: Range<Int>) {
        guard let open = openText, !open.isReported else { return }
        quoted.append(open.start)
        let name = key(at: range.lowerBound, end: range.upperBound)?.name ?? ""
        let inQuotes = "a text with ': ' stands in quotes, or below 'key: |' on lines of its own"
        let isKey = keywords.contains(name)
        diagnostics.append(
            .error(
                "key-in-text", "this line continues the text of line \(open.line + 1), where ': ' cannot stand",
                at: source.place(range, line: line),
                help: isKey
                    ? "a key of its own begins in the same column as the key above it, '\(name)' too\n" + inQuotes
                    : inQuotes))
        if isKey { openText?.isReported = true } else { fixOpenText() }
    }

    /// Puts the text that the lines continue in quotes, once.
    private mutating func fixOpenText() {
        guard let open = openText, !open.isReported else { return }
        openText?.isReported = true
        let range = open.start..<extent(parent: open.parent)
        fixes.append(SourceEdit(range: range, replacement: Array(quotedYAML(source.text(range)).utf8)))
    }

    // MARK: Quotes

    private mutating func scanQuoted(at start: Int, parent: Int) {
        guard let close = closingQuote(from: start, parent: parent) else {
            trap(
                "open-quote", "the quotation mark at the beginning of this text is never closed", at: start,
                parent: parent, marked: start..<start + 1)
            return
        }
        let closeLine = source.line(of: close)
        let end = source.lines[closeLine].upperBound
        let rest = skipBlanks(close + 1, end)
        if rest == end || source.bytes[rest] == .hash && rest > close + 1 {
            checkEscapes(start..<close)
            line = closeLine + 1
        } else {
            trap(
                "text-after-quote", "the text goes on after its closing quotation mark", at: start, parent: parent,
                marked: closeLine == line ? rest..<end : start..<start + 1)
        }
    }

    /// Reports backslashes of a text in double quotes that say nothing to YAML, and doubles them.
    ///
    /// - Parameter range: from the opening quote up to the closing one.
    mutating func checkEscapes(_ range: Range<Int>) {
        guard source.bytes[range.lowerBound] == .doubleQuote else { return }
        var position = range.lowerBound + 1
        while position < range.upperBound, !isFull {
            guard source.bytes[position] == .backslash else {
                position += 1
                continue
            }
            if !isEscape(position, end: range.upperBound) {
                diagnostics.append(
                    .error(
                        "backslash", "a backslash has a meaning of its own in double quotes",
                        at: source.place(position..<position + 1, line: source.line(of: position)),
                        help: "write it twice: \\\\, or the text in single quotes"))
                let doubled = SourceEdit(range: position..<position + 1, replacement: [.backslash, .backslash])
                edits.append(doubled)
                fixes.append(doubled)
                position += 1
            } else {
                position += 2
            }
        }
    }

    private func isEscape(_ position: Int, end: Int) -> Bool {
        guard position + 1 < end else { return false }
        let digits =
            switch source.bytes[position + 1] {
            case UInt8(ascii: "x"): 2
            case UInt8(ascii: "u"): 4
            case UInt8(ascii: "U"): 8
            default: 0
            }
        guard digits > 0 else { return "0abtnvfe \"/\\N_LP\t\n\r".utf8.contains(source.bytes[position + 1]) }
        let number = source.bytes[position + 2..<min(position + 2 + digits, end)]
        guard let value = UInt32(String(decoding: number, as: UTF8.self), radix: 16) else { return false }
        return number.count == digits && Unicode.Scalar(value) != nil
    }

    // MARK: Blocks and reserved characters

    /// Whether `|` or `>` stands there as the header of a text on the lines below.
    func isBlockHeader(at start: Int, end: Int) -> Bool {
        guard source.bytes[start] == UInt8(ascii: "|") || source.bytes[start] == UInt8(ascii: ">") else { return false }
        var position = start + 1
        while position < end, "+-123456789".utf8.contains(source.bytes[position]) { position += 1 }
        let rest = skipBlanks(position, end)
        return rest == end || source.bytes[rest] == .hash && rest > position
    }

    private mutating func skipBlock(parent: Int) {
        line = source.line(of: extent(parent: parent)) + 1
    }

    private static let noAnchors =
        "there are no anchors, aliases and tags here; expressions of a codebook are shared under 'terms'"

    private mutating func scanReserved(at start: Int, parent: Int, reading: String) {
        let end = source.lines[line].upperBound
        let byte = source.bytes[start]
        let message = "YAML reads '\(Character(Unicode.Scalar(byte)))' at the beginning of a text as \(reading)"
        var tokenEnd = start
        while tokenEnd < end, !source.bytes[tokenEnd].isBlank { tokenEnd += 1 }
        let rest = skipBlanks(tokenEnd, end)
        // `rules: &shared` with the rules below: without the anchor they can still be checked.
        if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "!"), rest == end || isComment(rest, end: end) {
            diagnostics.append(
                .error(
                    "reserved-start", message, at: source.place(start..<tokenEnd, line: line),
                    help: Self.noAnchors))
            edits.append(SourceEdit(range: start..<tokenEnd, replacement: []))
            line += 1
        } else {
            // `rules: *shared` was hardly meant as a text.
            let isName = rest == end && isID(source.text(start + 1..<tokenEnd))
            trap(
                "reserved-start", message, at: start, parent: parent, marked: start..<start + 1,
                note: isName || byte == UInt8(ascii: "!") ? Self.noAnchors : nil)
        }
    }

    // MARK: Traps

    /// Reports a value that YAML would misread, quotes it, and goes to the line after it.
    ///
    /// - Parameters:
    ///   - marked: what the caret underlines; the value's first line if nil.
    ///   - help: in the place of "write it in quotes".
    ///   - fix: what `help` proposes.
    mutating func trap(
        _ identifier: String, _ message: String, at start: Int, parent: Int, marked: Range<Int>? = nil,
        help: String? = nil, note: String? = nil, fix: SourceEdit? = nil
    ) {
        let lineEnd = source.lines[line].upperBound
        var end = extent(parent: parent)
        let isContinued = end > lineEnd
        if !isContinued, let hash = hash(in: start..<lineEnd), isComment(hash, end: lineEnd) { end = hash }
        let range = trimmed(start..<end)
        let lines = [help ?? howToWrite(range), note].compactMap(\.self)
        diagnostics.append(
            .error(
                identifier, message, at: source.place(marked ?? range, line: line),
                help: lines.joined(separator: "\n")))
        if let fix {
            fixes.append(fix)
        } else if help == nil {
            fixes.append(SourceEdit(range: range, replacement: Array(quotedYAML(source.text(range)).utf8)))
        }
        quote(range)
        line = source.line(of: max(range.upperBound - 1, start)) + 1
        openText = nil
    }

    private func howToWrite(_ range: Range<Int>) -> String {
        let lineRange = source.lines[line]
        let lead = source.text(skipBlanks(lineRange.lowerBound, lineRange.upperBound)..<range.lowerBound)
        return howToQuote(source.text(range), lead: abbreviated(lead))
    }

    /// A value that begins beside its key, on a line of its own.
    private func nextLine(_ start: Int, parent: Int) -> SourceEdit {
        var blanks = start
        while source.bytes[blanks - 1].isBlank { blanks -= 1 }
        return SourceEdit(
            range: blanks..<start, replacement: [.newline] + [UInt8](repeating: .space, count: parent + 2))
    }
}
