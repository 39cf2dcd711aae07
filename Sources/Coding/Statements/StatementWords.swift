import DocumentModel

/// The words of a statement by which it is held against others: in order, without those that carry no meaning of their
/// own, without references in brackets, and without an ending in `s`.
struct StatementWords {
    struct Word {
        /// Of its letters: the same in every run, unlike what `Hasher` gives.
        var fingerprint: UInt64
        /// Of its letters, in bytes: long words are rare ones.
        var length: Int
        /// Whether a statement without it says something else: numbers, negations, conditions, quantities.
        var isDecisive: Bool
    }

    private(set) var words: [Word] = []

    /// - Parameter statement: valid UTF-8.
    init(_ statement: [UInt8]) {
        words.reserveCapacity(statement.count / 6)
        var position = 0
        while position < statement.count {
            if let end = endOfReference(statement, at: position) {
                position = end
            } else if case let separator = separatorLength(statement, at: position), separator > 0 {
                position += separator
            } else {
                let end = endOfWord(statement, from: position)
                add(statement[position..<end])
                position = end
            }
        }
    }

    private mutating func add(_ written: ArraySlice<UInt8>) {
        let isNumber = written.contains(where: isASCIIDigit)
        var letters = FoldedLetters()
        if isNumber {
            for byte in number(written) { letters.add(byte) }
        } else if written.allSatisfy({ $0 < 0x80 }) {
            for byte in written where isASCIILetter(byte) { letters.add(byte | 0x20) }
        } else {
            for byte in DocumentModel.letters(of: String(decoding: written, as: UTF8.self)) { letters.add(byte) }
        }
        guard letters.count > 0, !emptyWords.contains(letters.fingerprint) else { return }
        let isDecisive = isNumber || decisiveWords.contains(letters.fingerprint) || isContractedNot(written)
        if !isNumber { letters.dropPlural() }
        words.append(Word(fingerprint: letters.fingerprint, length: letters.count, isDecisive: isDecisive))
    }

    /// A number with its signs: `3.1` is not `31`, and `5%` is not `5`.
    private func number(_ written: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var number = written
        while let last = number.last, ".,;:)]".utf8.contains(last) { number.removeLast() }
        while let first = number.first, "([".utf8.contains(first) { number.removeFirst() }
        return number
    }

    /// `don't`, `couldn’t`.
    private func isContractedNot(_ written: ArraySlice<UInt8>) -> Bool {
        let letters = written.reversed().drop { !isASCIILetter($0) }
        guard let last = letters.first, last | 0x20 == UInt8(ascii: "t"), let mark = letters.dropFirst().first else {
            return false
        }
        // The last byte of ’.
        return mark == UInt8(ascii: "'") || mark == 0x99
    }
}

/// A fingerprint of letters that come one at a time: FNV-1a over 64 bits (Fowler, Noll and Vo 1991).
private struct FoldedLetters {
    private(set) var fingerprint: UInt64 = 0xCBF2_9CE4_8422_2325
    private(set) var count = 0
    private var before: UInt64 = 0
    private var last: (UInt8, UInt8) = (0, 0)

    mutating func add(_ byte: UInt8) {
        before = fingerprint
        last = (last.1, byte)
        fingerprint = (fingerprint ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        count += 1
    }

    /// Makes `services` `service` and `takes` `take`, and leaves `less` and `gas`.
    mutating func dropPlural() {
        let s = UInt8(ascii: "s")
        guard count > 3, last.1 == s, last.0 != s else { return }
        fingerprint = before
        count -= 1
    }

    static func set(_ words: [String]) -> Set<UInt64> {
        Set(
            words.map { word in
                var letters = FoldedLetters()
                for byte in word.utf8 { letters.add(byte) }
                return letters.fingerprint
            })
    }
}

// MARK: Words and brackets

/// White space, slashes and dashes stand between words; hyphens and apostrophes in them.
private func separatorLength(_ bytes: [UInt8], at position: Int) -> Int {
    let byte = bytes[position]
    if byte < 0x80 { return byte <= 0x20 || byte == UInt8(ascii: "/") ? 1 : 0 }
    if byte == 0xE2, position + 2 < bytes.count, bytes[position + 1] == 0x80,
        [0x93, 0x94].contains(bytes[position + 2])
    {
        return 3
    }
    return whiteSpaceLength(bytes, at: position, before: bytes.count)
}

private func endOfWord(_ bytes: [UInt8], from start: Int) -> Int {
    var position = start + 1
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
private let emptyWords = FoldedLetters.set([
    "a", "an", "and", "are", "be", "been", "being", "had", "has", "have", "her", "his", "is", "its", "of", "our",
    "that",
    "the", "their", "these", "this", "those", "was", "were", "which",
])

/// Words, in lower case and without their apostrophes, whose addition changes what is said.
private let decisiveWords = FoldedLetters.set([
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
])
