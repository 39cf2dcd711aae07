import DocumentModel

/// The words of a statement by which it is held against others: in order, without those that carry no meaning of their
/// own, without references in brackets, and without an ending in `s`.
struct StatementWords {
    /// A fingerprint of each word.
    private(set) var words: [UInt64] = []
    /// For each word whether a statement without it says something else: numbers, negations, conditions, quantities.
    private(set) var isDecisive: [Bool] = []

    /// - Parameter statement: valid UTF-8.
    init(_ statement: [UInt8]) {
        var position = 0
        while position < statement.count {
            if let end = endOfReference(statement, at: position) {
                position = end
                continue
            }
            let end = endOfWord(statement, from: position)
            if end > position { add(statement[position..<end]) }
            position = max(end, position + max(1, separatorLength(statement, at: end)))
        }
    }

    private mutating func add(_ written: ArraySlice<UInt8>) {
        let isNumber = written.contains(where: isASCIIDigit)
        let word = isNumber ? number(written) : letters(of: String(decoding: written, as: UTF8.self))
        guard !word.isEmpty else { return }
        let text = String(decoding: word, as: UTF8.self)
        if emptyWords.contains(text) { return }
        words.append(fingerprint(isNumber ? word[...] : withoutPlural(word)))
        isDecisive.append(isNumber || decisiveWords.contains(text) || isContractedNot(written, word))
    }

    /// A number with its signs: `3.1` is not `31`, and `5%` is not `5`.
    private func number(_ written: ArraySlice<UInt8>) -> [UInt8] {
        var number = written
        while let last = number.last, ".,;:)]".utf8.contains(last) { number.removeLast() }
        while let first = number.first, "([".utf8.contains(first) { number.removeFirst() }
        return number.map { isASCIILetter($0) ? $0 | 0x20 : $0 }
    }

    /// `services` as `service`, `takes` as `take`; not `less` and `gas`.
    private func withoutPlural(_ word: [UInt8]) -> ArraySlice<UInt8> {
        let s = UInt8(ascii: "s")
        return word.count > 3 && word.last == s && word[word.count - 2] != s ? word.dropLast() : word[...]
    }

    /// `don't`, `couldn’t`.
    private func isContractedNot(_ written: ArraySlice<UInt8>, _ word: [UInt8]) -> Bool {
        word.suffix(2).elementsEqual("nt".utf8)
            && written.contains { $0 == UInt8(ascii: "'") || $0 == 0x99 }
    }

    /// FNV-1a (Fowler, Noll and Vo 1991) over 64 bits: the same in every run, unlike `Hasher`.
    private func fingerprint(_ word: ArraySlice<UInt8>) -> UInt64 {
        word.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}

// MARK: Words and brackets

/// White space, slashes and dashes stand between words; hyphens and apostrophes in them.
private func separatorLength(_ bytes: [UInt8], at position: Int) -> Int {
    guard position < bytes.count else { return 0 }
    if bytes[position] == UInt8(ascii: "/") { return 1 }
    if bytes[position] == 0xE2, position + 2 < bytes.count, bytes[position + 1] == 0x80,
        [0x93, 0x94].contains(bytes[position + 2])
    {
        return 3
    }
    return whiteSpaceLength(bytes, at: position, before: bytes.count)
}

private func endOfWord(_ bytes: [UInt8], from start: Int) -> Int {
    var position = start
    while position < bytes.count, separatorLength(bytes, at: position) == 0 { position += 1 }
    return position
}

/// Bytes of the longest reference that is looked for.
private let longestReference = 60

/// Behind a bracket that only refers: `(paragraph 2.20)`, `(see Table 3)`, `[14]`, `(BC 59)`, `(ARB)`. Other brackets are
/// text like any other.
private func endOfReference(_ bytes: [UInt8], at open: Int) -> Int? {
    let closing: UInt8
    switch bytes[open] {
    case UInt8(ascii: "("): closing = UInt8(ascii: ")")
    case UInt8(ascii: "["): closing = UInt8(ascii: "]")
    default: return nil
    }
    guard let close = bytes[open..<min(bytes.count, open + longestReference)].firstIndex(of: closing) else {
        return nil
    }
    let words = bytes[open + 1..<close].split { byte in
        // A per cent sign makes a number one that is said; the dash of `12–15` is three bytes.
        byte < 0x80
            ? !isASCIILetter(byte) && !isASCIIDigit(byte) && byte != UInt8(ascii: "%")
            : [0xE2, 0x80, 0x93].contains(byte)
    }
    return words.allSatisfy(refers) ? close + 1 : nil
}

/// Numbers, abbreviations in capitals, and words that point to a place.
private func refers(_ word: ArraySlice<UInt8>) -> Bool {
    if word.allSatisfy({ isASCIIDigit($0) || (0x41...0x5A).contains($0) }) { return true }
    return pointingWords.contains(String(decoding: word, as: UTF8.self).lowercased())
}

private let pointingWords: Set<String> = [
    "above", "and", "annex", "annexes", "appendices", "appendix", "below", "box", "boxes", "chapter", "chapters",
    "fig", "figs", "figure", "figures", "note", "p", "page", "pages", "para", "paragraph",
    "paragraphs", "paras", "pp", "recommendation", "recommendations", "ref", "refs", "section", "sections", "see",
    "table", "tables", "to",
]

// MARK: Lists

/// Words, in lower case and without their apostrophes, that come and go without a change of what is said: articles,
/// words that point back, and forms of `be` and `have`.
private let emptyWords: Set<String> = [
    "a", "an", "and", "are", "be", "been", "being", "had", "has", "have", "her", "his", "is", "its", "of", "our",
    "that",
    "the", "their", "these", "this", "those", "was", "were", "which",
]

/// Words, in lower case and without their apostrophes, whose addition changes what is said.
private let decisiveWords: Set<String> = [
    // Negation, or nearly so.
    "absence", "absent", "barely", "cannot", "except", "fail", "failed", "failing", "fails", "hardly", "lack",
    "lacked", "lacking", "lacks", "neither", "never", "no", "nobody", "none", "nor", "not", "nothing", "nowhere",
    "rarely", "scarcely", "seldom", "unlikely", "without",
    // Condition and possibility.
    "although", "but", "can", "could", "despite", "if", "likely", "may", "might", "must", "need", "needed", "needs",
    "ought", "perhaps", "possibly", "shall", "should", "though", "unless", "until", "when", "whether", "will", "would",
    // Quantity, and which one.
    "all", "another", "any", "both", "few", "fewer", "half", "least", "less", "little", "many", "more", "most", "much",
    "only", "other", "others", "some",
    // Numbers.
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozen",
    "dozens", "hundred", "hundreds", "thousand", "thousands", "million", "millions", "billion", "billions", "third",
    "thirds", "quarter", "quarters", "once", "twice",
]
