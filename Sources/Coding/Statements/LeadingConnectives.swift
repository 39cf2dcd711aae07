/// Words, in lower case, that at the front of a sentence and before a comma only join it to what was said before.
///
/// What says under which condition, of whom or how far a sentence holds is none (`If so`, `Without this`, `Overall`,
/// `For example`); nor is what takes back or replaces what went before (`Instead`, `Otherwise`, `Conversely`), or may
/// be a point in time (`First`, `Then`, `Finally`).
private let connectives = [
    // And.
    "additionally", "also", "besides", "further", "furthermore", "in addition", "in addition to this", "likewise",
    "moreover", "similarly", "what is more",
    // But.
    "even so", "having said that", "however", "nevertheless", "nonetheless", "still", "that said", "yet",
    // So.
    "accordingly", "as a consequence", "as a result", "because of this", "consequently", "for these reasons",
    "for this reason", "hence", "in consequence", "so", "therefore", "thus",
    // What numbers points, and what sums them up.
    "firstly", "fourthly", "in conclusion", "in short", "in sum", "in summary", "lastly", "secondly", "thirdly",
    "to conclude", "to sum up", "to summarise", "to summarize",
]

/// The connectives by their first byte.
private let connectivesByByte = (0...UInt8.max).map { byte in
    connectives.map { Array($0.utf8) }.filter { $0[0] == byte }
}

/// Bytes in which the comma behind a connective stands, with room for the blanks of a broken line.
private let longestConnective = 32

/// Words that a clause has at the least: somebody, who does, something.
private let fewestWordsOfClause = 3

/// Bytes of a clause that tell whether it is one.
private let longestStartOfClause = 120

/// Words that begin no clause of their own: "Thus, and because of it, …", "However, which …".
private let joiners: Set<String> = ["and", "but", "nor", "or", "which", "who", "whose"]

/// Behind the connectives at the front of a passage, each with its comma and the white space after it; the start if
/// there are none.
///
/// A connective goes only when a clause with a start of its own follows, so that the quote stands alone.
///
/// - Parameter passage: without white space around it.
func endOfConnectives(in bytes: [UInt8], _ passage: Range<Int>) -> Int {
    var start = passage.lowerBound
    while let next = endOfConnective(in: bytes, start..<passage.upperBound) { start = next }
    return start
}

/// Where the clause behind one connective begins; nil if there is none.
private func endOfConnective(in bytes: [UInt8], _ passage: Range<Int>) -> Int? {
    guard !passage.isEmpty else { return nil }
    let known = connectivesByByte[Int(bytes[passage.lowerBound] | 0x20)]
    if known.isEmpty { return nil }
    let front = passage.lowerBound..<min(passage.upperBound, passage.lowerBound + longestConnective)
    guard let comma = bytes[front].firstIndex(of: UInt8(ascii: ",")),
        known.contains(where: { isWritten($0, in: bytes[front.lowerBound..<comma]) })
    else { return nil }
    let clause = trimmingWhiteSpace(bytes, comma + 1..<passage.upperBound)
    return clause.lowerBound > comma + 1 && beginsClause(bytes[clause]) ? clause.lowerBound : nil
}

/// Whether a text is a connective in any case, with any blanks between its words.
private func isWritten(_ connective: [UInt8], in text: ArraySlice<UInt8>) -> Bool {
    var position = text.startIndex
    for byte in connective {
        let start = position
        if byte == 0x20 {
            while position < text.endIndex, text[position] <= 0x20 { position += 1 }
        } else if position < text.endIndex, text[position] | 0x20 == byte {
            position += 1
        }
        if position == start { return false }
    }
    return position == text.endIndex
}

private func beginsClause(_ text: ArraySlice<UInt8>) -> Bool {
    let words = text.prefix(longestStartOfClause).split { $0 <= 0x20 }
    guard words.count >= fewestWordsOfClause, let first = words.first?.first else { return false }
    let isWord = isASCIILetter(first) || isASCIIDigit(first) || first >= 0x80 || first == UInt8(ascii: "\"")
    return isWord && !joiners.contains(String(decoding: words[0], as: UTF8.self).lowercased())
}
