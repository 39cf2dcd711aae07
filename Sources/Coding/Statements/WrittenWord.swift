import DocumentModel

/// A word as it is written, read once from its first byte to its last.
struct WrittenWord {
    /// Behind its last byte.
    private(set) var end: Int
    private(set) var hasDigit = false
    private(set) var hasApostrophe = false
    /// Undefined if it has a digit.
    private(set) var letters = WordLetters()

    /// - Parameters:
    ///   - text: valid UTF-8.
    ///   - rest: from the word's first byte to the end of the text that it may be in.
    init(in text: UnsafeBufferPointer<UInt8>, _ rest: Range<Int>) {
        end = rest.lowerBound
        var isSpelledOut = true
        while end < rest.upperBound {
            let byte = text[end]
            if isASCIILetter(byte) {
                letters.add(byte | 0x20)
                end += 1
                continue
            }
            if separatorLength(text, at: end, before: rest.upperBound) > 0 { break }
            if isPunctuation(text, at: end, before: rest.upperBound) {
                hasApostrophe = hasApostrophe || text[end + 2] == 0x99
                end += 3
            } else {
                hasDigit = hasDigit || isASCIIDigit(byte)
                hasApostrophe = hasApostrophe || byte == UInt8(ascii: "'")
                isSpelledOut = isSpelledOut && byte < 0x80
                end += 1
            }
        }
        if !isSpelledOut, !hasDigit { readLetters(of: UnsafeBufferPointer(rebasing: text[rest.lowerBound..<end])) }
    }

    /// Reads a word with letters beyond ASCII.
    private mutating func readLetters(of word: UnsafeBufferPointer<UInt8>) {
        letters = WordLetters()
        for letter in DocumentModel.letters(of: String(decoding: word, as: UTF8.self)) { letters.add(letter) }
        hasApostrophe = word.contains { $0 == UInt8(ascii: "'") || $0 == 0x99 }
    }
}

/// The letters of a word, in lower case.
struct WordLetters: BitwiseCopyable {
    private(set) var all = WordFingerprint()
    private(set) var count = 0
    private var withoutLast = WordFingerprint()
    private var last: UInt8 = 0
    private var lastButOne: UInt8 = 0

    mutating func add(_ letter: UInt8) {
        withoutLast = all
        all.add(letter)
        lastButOne = last
        last = letter
        count += 1
    }

    /// `services` as `service`, `takes` as `take`; not `less` and `gas`.
    var withoutPlural: WordFingerprint {
        let s = UInt8(ascii: "s")
        return count > 3 && last == s && lastButOne != s ? withoutLast : all
    }

    /// As those of `don't` and `couldn’t` do.
    var endInNT: Bool { lastButOne == UInt8(ascii: "n") && last == UInt8(ascii: "t") }
}

/// White space, slashes and dashes stand between words; hyphens and apostrophes in them.
@inline(__always)
func separatorLength(_ text: UnsafeBufferPointer<UInt8>, at position: Int, before end: Int) -> Int {
    guard position < end else { return 0 }
    switch text[position] {
    case 0x20, UInt8(ascii: "/"): return 1
    case 0x21...0x7F: return 0
    case 0xE2 where position + 2 < end && text[position + 1] == 0x80 && (0x93...0x94).contains(text[position + 2]):
        return 3
    default: return whiteSpaceLength(text, at: position, before: end)
    }
}

/// Whether a code point of U+2000–203F begins at a position: typographic quotation marks and the like, which are three
/// bytes and no letters.
private func isPunctuation(_ text: UnsafeBufferPointer<UInt8>, at position: Int, before end: Int) -> Bool {
    text[position] == 0xE2 && position + 2 < end && text[position + 1] == 0x80
}
