/// Bytes of the longest reference that is looked for.
private let longestReference = 60

/// Behind a bracket at the start of a text that only refers: `(paragraph 2.20)`, `(see Table 3)`, `[14]`, `(BC 59)`,
/// `(ARB)`; nil if there is none. Other brackets are text like any other.
///
/// - Parameters:
///   - bytes: valid UTF-8.
///   - text: not empty.
func endOfReference(_ bytes: UnsafeBufferPointer<UInt8>, _ text: Range<Int>) -> Int? {
    let open = text.lowerBound
    let closing: UInt8
    switch bytes[open] {
    case UInt8(ascii: "("): closing = UInt8(ascii: ")")
    case UInt8(ascii: "["): closing = UInt8(ascii: "]")
    default: return nil
    }
    guard let close = bytes[open..<min(text.upperBound, open + longestReference)].firstIndex(of: closing) else {
        return nil
    }
    var start = open + 1
    for position in start...close where position == close || standsBetweenWords(bytes[position]) {
        guard refers(bytes[start..<position]) else { return nil }
        start = position + 1
    }
    return close + 1
}

/// A per cent sign makes a number one that is said; the dash of `12–15` is three bytes.
private func standsBetweenWords(_ byte: UInt8) -> Bool {
    byte < 0x80
        ? !isASCIILetter(byte) && !isASCIIDigit(byte) && byte != UInt8(ascii: "%")
        : byte == 0xE2 || byte == 0x80 || byte == 0x93
}

/// Numbers, abbreviations in capitals, and words that point to a place; also no word at all.
private func refers(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    word.allSatisfy { isASCIIDigit($0) || (0x41...0x5A).contains($0) } || pointingWords.containsInAnyCase(word)
}

private let pointingWords = WordList([
    "above", "and", "annex", "annexes", "appendices", "appendix", "below", "box", "boxes", "chapter", "chapters",
    "fig", "figs", "figure", "figures", "note", "p", "page", "pages", "para", "paragraph",
    "paragraphs", "paras", "pp", "recommendation", "recommendations", "ref", "refs", "section", "sections", "see",
    "table", "tables", "to",
])
