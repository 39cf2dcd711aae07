extension TrapScanner {
    /// Bytes from the start of the line that is scanned.
    func column(_ position: Int) -> Int {
        position - source.lines[line].lowerBound
    }

    func skipBlanks(_ position: Int, _ end: Int) -> Int {
        var position = position
        while position < end, source.bytes[position].isBlank { position += 1 }
        return position
    }

    /// The range without the blanks at its end.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound, source.bytes[end - 1].isBlank { end -= 1 }
        return range.lowerBound..<end
    }

    /// Whether a byte stands there and a blank or the line's end follows it.
    func isIndicator(_ byte: UInt8, at position: Int, end: Int) -> Bool {
        position < end && source.bytes[position] == byte && (position + 1 == end || source.bytes[position + 1].isBlank)
    }

    /// Whether a comment begins there that was meant as one: `#` with a blank, a further `#` or nothing after it.
    func isComment(_ position: Int, end: Int) -> Bool {
        guard position < end, source.bytes[position] == .hash else { return false }
        return position + 1 == end || source.bytes[position + 1].isBlank || source.bytes[position + 1] == .hash
    }

    /// The first `:` before a blank or the line's end, in front of any comment.
    func colon(in range: Range<Int>) -> Int? {
        let end = hash(in: range) ?? range.upperBound
        return (range.lowerBound..<end).first { isIndicator(.colon, at: $0, end: range.upperBound) }
    }

    /// The first `#` after a blank: what YAML takes for a comment.
    func hash(in range: Range<Int>) -> Int? {
        range.dropFirst().first { source.bytes[$0] == .hash && source.bytes[$0 - 1].isBlank }
    }

    /// The quote that closes the one at a position, before an end.
    func closingQuote(from position: Int, end: Int) -> Int? {
        var next = position + 1
        return walkQuoted(&next, source.bytes[position], end: end)
    }

    /// The quote that closes the one at a position, on this line or on those below that are deeper than a column.
    func closingQuote(from position: Int, parent: Int) -> Int? {
        var next = position + 1
        var line = line
        repeat {
            next = max(next, source.lines[line].lowerBound)
            if let close = walkQuoted(&next, source.bytes[position], end: source.lines[line].upperBound) {
                return close
            }
            line += 1
        } while line < source.lines.count && belongs(line, to: parent)
        return nil
    }

    private func walkQuoted(_ next: inout Int, _ quote: UInt8, end: Int) -> Int? {
        while next < end {
            let byte = source.bytes[next]
            if byte == .backslash, quote == .doubleQuote {
                next += 1
            } else if byte == quote {
                guard quote == .singleQuote, next + 1 < end, source.bytes[next + 1] == quote else { return next }
                next += 1
            }
            next += 1
        }
        return nil
    }

    /// Whether a line continues a value of the key or dash in a column: it is deeper, or empty.
    private func belongs(_ line: Int, to parent: Int) -> Bool {
        let range = source.lines[line]
        let start = skipBlanks(range.lowerBound, range.upperBound)
        return start == range.upperBound || start - range.lowerBound > parent
    }

    /// The end of the last line that belongs to a value on this line: of those below it, the deeper ones.
    func extent(parent: Int) -> Int {
        var end = source.lines[line].upperBound
        var next = line + 1
        while next < source.lines.count, belongs(next, to: parent) {
            let range = source.lines[next]
            if skipBlanks(range.lowerBound, range.upperBound) < range.upperBound { end = range.upperBound }
            next += 1
        }
        return end
    }

    /// What YAML reads where a plain text begins with a byte, or nil if it reads a text.
    func reservedStart(_ byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "*"): "an alias of another place"
        case UInt8(ascii: "&"): "an anchor for aliases"
        case UInt8(ascii: "!"): "a tag"
        case UInt8(ascii: "%"): "a directive"
        case UInt8(ascii: "@"), UInt8(ascii: "`"): "a character kept for later versions of YAML"
        case UInt8(ascii: "|"), UInt8(ascii: ">"): "a text on the lines below"
        case .comma, .closeBracket, .closeBrace: "a part of a list"
        default: nil
        }
    }
}
