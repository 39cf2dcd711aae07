/// The part of a passage that stands in the chart: the passage without a list marker and a connective (`However,`)
/// before it, citation marks after it and white space around it. What is left is contiguous and not reworded.
///
/// - Parameters:
///   - bytes: the document's text as UTF-8.
///   - passage: byte range of the passage.
/// - Returns: a range inside `passage`; all of it when nothing but markers would be trimmed away.
func statementBounds(in bytes: [UInt8], _ passage: Range<Int>) -> Range<Int> {
    let passage = trimmingWhiteSpace(bytes, passage)
    let withoutMarker = trimmingWhiteSpace(bytes, endOfListMarker(in: bytes, passage)..<passage.upperBound)
    let clause = endOfConnectives(in: bytes, withoutMarker)..<withoutMarker.upperBound
    let statement = trimmingCitationMarks(bytes, clause)
    return statement.isEmpty ? passage : statement
}

// MARK: List markers

/// Bullets that stand before an item, alone or several: text that readers keep as it is printed.
private let bullets: Set<Unicode.Scalar> = [
    "•", "‣", "◦", "▪", "▫", "■", "□", "●", "○", "◆", "◇", "►", "▶", "▸", "➢", "➤", "✓", "✔", "✗", "❖", "·", "∙", "⁃",
    "–", "—", "−", "-", "*", "→", "\u{F0B7}", "\u{F0A7}", "\u{F0D8}", "\u{F0FC}",
]

/// Behind the marker at the start of a passage, or the start if there is none.
private func endOfListMarker(in bytes: [UInt8], _ passage: Range<Int>) -> Int {
    let afterBullet = endOfBullet(in: bytes, passage)
    if afterBullet > passage.lowerBound { return afterBullet }
    return endOfNumber(in: bytes, passage)
}

private func endOfBullet(in bytes: [UInt8], _ passage: Range<Int>) -> Int {
    guard !passage.isEmpty else { return passage.lowerBound }
    // Most passages begin with a letter, which is none of them.
    if isASCIILetter(bytes[passage.lowerBound]) { return passage.lowerBound }
    let first = scalar(bytes, at: passage.lowerBound, before: passage.upperBound)
    guard bullets.contains(first) else { return passage.lowerBound }
    let after = passage.lowerBound + first.utf8.count
    // "-5 degrees" and "*p < .05" have no marker; bullets proper may stick to the text.
    let mustStandApart = first.isASCII || ["–", "—", "−", "·"].contains(first)
    if mustStandApart, whiteSpaceLength(bytes, at: after, before: passage.upperBound) == 0 { return passage.lowerBound }
    return after
}

/// `1.`, `2.3.`, `12)`, `(4)`, `a)`, `(b)`, `iv.` with white space behind it. A capital with a full stop is an
/// initial, and a number without a mark behind it belongs to the sentence ("2.3 million").
private func endOfNumber(in bytes: [UInt8], _ passage: Range<Int>) -> Int {
    var position = passage.lowerBound
    let isOpened = position < passage.upperBound && bytes[position] == UInt8(ascii: "(")
    if isOpened { position += 1 }
    let start = position
    let limit = min(passage.upperBound, start + longestNumber)
    while position < limit, isASCIIDigit(bytes[position]) || isASCIILetter(bytes[position]) || isDotInside(position) {
        position += 1
    }
    guard position > start, position < passage.upperBound else { return passage.lowerBound }
    let isBracketed = bytes[position] == UInt8(ascii: ")")
    let isStopped = bytes[position] == UInt8(ascii: ".") && !isOpened
    guard isBracketed || isStopped, isNumbering(bytes[start..<position], capitalAllowed: isBracketed),
        whiteSpaceLength(bytes, at: position + 1, before: passage.upperBound) > 0
    else { return passage.lowerBound }
    return position + 1

    /// The full stop between two digits of `2.3`.
    func isDotInside(_ position: Int) -> Bool {
        bytes[position] == UInt8(ascii: ".") && position > start && position + 1 < passage.upperBound
            && isASCIIDigit(bytes[position - 1]) && isASCIIDigit(bytes[position + 1])
    }
}

/// `10.12.3` is about the longest number that lists and sections bear.
private let longestNumber = 8

/// Digits (no year), one letter, or a small Roman numeral.
private func isNumbering(_ number: ArraySlice<UInt8>, capitalAllowed: Bool) -> Bool {
    if number.allSatisfy({ isASCIIDigit($0) || $0 == UInt8(ascii: ".") }) {
        return number.split(separator: UInt8(ascii: ".")).allSatisfy { $0.count <= 3 }
    }
    if number.count == 1, let letter = number.first {
        return isASCIILetter(letter) && (capitalAllowed || letter >= UInt8(ascii: "a"))
    }
    return number.allSatisfy("ivx".utf8.contains)
}

// MARK: Citation marks

/// Drops citation marks at the end: `[12]`, `[3, 4–6]`, raised digits, and plain digits stuck to a full stop.
private func trimmingCitationMarks(_ bytes: [UInt8], _ statement: Range<Int>) -> Range<Int> {
    var end = statement.upperBound
    while end > statement.lowerBound {
        let shorter = trimmingWhiteSpace(
            bytes, statement.lowerBound..<startOfCitationMark(bytes, statement.lowerBound..<end)
        ).upperBound
        guard shorter < end else { break }
        end = shorter
    }
    return statement.lowerBound..<end
}

/// Where the citation mark at the end begins; the end if there is none.
private func startOfCitationMark(_ bytes: [UInt8], _ statement: Range<Int>) -> Int {
    let last = startOfScalar(bytes, before: statement.upperBound)
    switch scalar(bytes, at: last, before: statement.upperBound).value {
    case 0x5D: return startOfBracketedMark(bytes, statement)
    case 0xB9, 0xB2, 0xB3, 0x2070, 0x2074...0x2079: return startOfRaisedMark(bytes, statement)
    case 0x30...0x39: return startOfStuckMark(bytes, statement)
    default: return statement.upperBound
    }
}

private func startOfBracketedMark(_ bytes: [UInt8], _ statement: Range<Int>) -> Int {
    var position = statement.upperBound - 2
    while position > statement.lowerBound, bytes[position] != UInt8(ascii: "[") {
        guard isMarkByte(bytes[position]) else { return statement.upperBound }
        position -= 1
    }
    let isMark = position < statement.upperBound - 2 && isASCIIDigit(bytes[position + 1])
    return isMark && bytes[position] == UInt8(ascii: "[") ? position : statement.upperBound
}

/// Raised digits after a stop or a quotation mark; after a letter or digit they may be a unit (`m²`).
private func startOfRaisedMark(_ bytes: [UInt8], _ statement: Range<Int>) -> Int {
    var position = statement.upperBound
    while position > statement.lowerBound {
        let start = startOfScalar(bytes, before: position)
        let value = scalar(bytes, at: start, before: position).value
        guard [0xB9, 0xB2, 0xB3, 0x2070, 0x207B].contains(value) || (0x2074...0x2079).contains(value) else { break }
        position = start
    }
    return followsStop(bytes, position, from: statement.lowerBound) ? position : statement.upperBound
}

/// Plain digits stuck to a stop that follows a letter: `care.12,13`, neither `4.2` nor `no.5`.
private func startOfStuckMark(_ bytes: [UInt8], _ statement: Range<Int>) -> Int {
    var position = statement.upperBound
    while position > statement.lowerBound, isMarkByte(bytes[position - 1]), bytes[position - 1] != 0x20 {
        position -= 1
    }
    guard position < statement.upperBound, isASCIIDigit(bytes[position]),
        followsStop(bytes, position, from: statement.lowerBound)
    else { return statement.upperBound }
    return endsInAbbreviation(bytes, statement.lowerBound..<position) ? statement.upperBound : position
}

/// Digits, and what stands between the numbers of a citation: comma, hyphen, en dash, space.
private func isMarkByte(_ byte: UInt8) -> Bool {
    isASCIIDigit(byte) || [0x2C, 0x2D, 0x20, 0xE2, 0x80, 0x93].contains(byte)
}

private func followsStop(_ bytes: [UInt8], _ position: Int, from start: Int) -> Bool {
    guard position - start >= 2 else { return false }
    let last = startOfScalar(bytes, before: position)
    switch scalar(bytes, at: last, before: position) {
    case ".", "!", "?": return !isASCIIDigit(bytes[last - 1])
    case "”", "\"", "’", ")": return true
    default: return false
    }
}

private func endsInAbbreviation(_ bytes: [UInt8], _ statement: Range<Int>) -> Bool {
    guard bytes[statement.upperBound - 1] == UInt8(ascii: ".") else { return false }
    var start = statement.upperBound - 1
    while start > statement.lowerBound, isASCIILetter(bytes[start - 1]) { start -= 1 }
    let word = bytes[start..<statement.upperBound - 1]
    return word.count <= 1 || openAbbreviations.containsInAnyCase(word)
        || abbreviationsBeforeDigits.containsInAnyCase(word)
}
