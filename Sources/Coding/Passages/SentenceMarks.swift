// What stands around a stop: further stops, closing quotes, citation marks, brackets.

/// Bytes that a bracket may span and still keep its sentences together; longer ones are mostly a bracket that
/// was left open and closed by another's end.
private let longestBracket = 400

/// Bytes that citation marks behind a stop may span: `12–15,17,19` and the like.
private let longestCitation = 40

/// The first byte from a position on that is no letter of ASCII and no blank, which most of any text is; the end if
/// there is none.
func endOfLettersAndBlanks(_ bytes: [UInt8], from start: Int, before end: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
        var position = start
        while position < end {
            let isLetter = (bytes[position] | 0x20) &- UInt8(ascii: "a") < 26
            let isBlank = bytes[position] == 0x20
            if !isLetter, !isBlank { break }
            position += 1
        }
        return position
    }
}

extension SentenceSplitter {
    /// Behind a run of stops: `?!`, `...`, `…`.
    func endOfStops(from start: Int) -> Int {
        var position = start
        while position < end {
            switch bytes[position] {
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): position += 1
            case 0xE2 where isEllipsis(at: position): position += 3
            default: return position
            }
        }
        return position
    }

    /// Behind quotation marks and brackets that close after a stop.
    func endOfClosers(from start: Int) -> Int {
        var position = start
        while position < end {
            switch bytes[position] {
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"): position += 1
            case 0xE2, 0xC2:
                guard ["”", "’", "»"].contains(scalar(bytes, at: position, before: end)) else { return position }
                position += bytes[position] == 0xE2 ? 3 : 2
            default: return position
            }
        }
        return position
    }

    /// Behind citation numbers stuck to a stop, plain (`care.12,13`) or raised (`care.¹²`). Digits on both sides
    /// of the stop are a decimal number.
    func endOfSuperscripts(from start: Int) -> Int {
        var position = endOfRaisedDigits(from: start)
        if position > start { return position }
        guard start < end, isASCIIDigit(bytes[start]), start >= range.lowerBound + 2 else { return start }
        let before = bytes[start - 2]
        guard bytes[start - 1] != UInt8(ascii: ".") || !isASCIIDigit(before) else { return start }
        while position < end, position - start <= longestCitation {
            if isASCIIDigit(bytes[position]) || [UInt8(ascii: ","), UInt8(ascii: "-")].contains(bytes[position]) {
                position += 1
            } else if bytes[position] == 0xE2, ["–", "‐", "‑"].contains(scalar(bytes, at: position, before: end)) {
                position += 3
            } else {
                break
            }
        }
        return isASCIIDigit(bytes[position - 1]) ? position : start
    }

    private func endOfRaisedDigits(from start: Int) -> Int {
        var position = start
        while position < end {
            let scalar = scalar(bytes, at: position, before: end)
            switch scalar.value {
            case 0xB9, 0xB2, 0xB3: position += 2
            case 0x2070...0x207B: position += 3
            case 0x2C where position > start: position += 1
            default: return position
            }
        }
        return position
    }

    /// Behind citations in square brackets that follow a stop: `care. [3, 4]`, `care.[5]`.
    func endOfBracketedCitations(from start: Int) -> Int {
        var position = start
        while true {
            let open = startOfNextWord(from: position)
            guard open < end, bytes[open] == UInt8(ascii: "["), let close = endOfBracket(at: open),
                isCitation(open + 1..<close - 1)
            else { return position }
            position = close
        }
    }

    private func isCitation(_ inner: Range<Int>) -> Bool {
        !inner.isEmpty && isASCIIDigit(bytes[inner.lowerBound])
            && inner.allSatisfy { !isASCIILetter(bytes[$0]) } && inner.count <= longestCitation
    }

    // MARK: Brackets

    /// Where to go on after an opening bracket: behind it, at the stop that ends a sentence which stands in
    /// brackets as a whole, or inside a bracket that does not close.
    func endOfSkippedBracket(at open: Int, sentenceStart: Int) -> Int {
        guard let close = endOfBracket(at: open) else { return open + 1 }
        let isWholeSentence = open == startOfNextWord(from: sentenceStart) && ".!?".utf8.contains(bytes[close - 2])
        return isWholeSentence && close - 2 > open ? close - 2 : close
    }

    /// Behind the bracket that closes the one at `open`; nil when it stays open or is too long.
    private func endOfBracket(at open: Int) -> Int? {
        var depth = 0
        for position in open..<min(end, open + longestBracket) {
            switch bytes[position] {
            case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"):
                depth -= 1
                if depth == 0 { return position + 1 }
            default: break
            }
        }
        return nil
    }

    func isEllipsis(at position: Int) -> Bool {
        position + 2 < end && bytes[position + 1] == 0x80 && bytes[position + 2] == 0xA6
    }
}
