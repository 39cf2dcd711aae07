/// The words of statements by which they are held against each other: in order, without those that carry no meaning of
/// their own, without references in brackets, and without an ending in `s`.
///
/// In flat lists, for lists of its own for each statement would cost more than finding its words.
struct StatementWords {
    /// A fingerprint of each word, one statement after the other.
    private(set) var words: [UInt64] = []
    /// For each word whether a statement without it says something else: numbers, negations, conditions, quantities.
    private(set) var isDecisive: [Bool] = []
    /// Where each statement's words end.
    private var ends = [0]

    /// Numbers of the statements, in the order in which they were appended.
    var indices: Range<Int> { 0..<ends.count - 1 }

    /// Where the words of a statement stand in ``words``.
    subscript(statement: Int) -> Range<Int> { ends[statement]..<ends[statement + 1] }

    /// Appends the words of a statement.
    ///
    /// - Parameters:
    ///   - statement: its byte range.
    ///   - text: valid UTF-8.
    mutating func append(_ statement: Range<Int>, of text: [UInt8]) {
        text.withUnsafeBufferPointer { append(statement, of: $0) }
        ends.append(words.count)
    }

    private mutating func append(_ statement: Range<Int>, of text: UnsafeBufferPointer<UInt8>) {
        let end = statement.upperBound
        var position = statement.lowerBound
        while position < end {
            if let behind = endOfReference(text, position..<end) {
                position = behind
                continue
            }
            let word = WrittenWord(in: text, position..<end)
            if word.hasDigit {
                append(WordFingerprint(ofNumber: text[position..<word.end]), isDecisive: true)
            } else if word.letters.count > 0, !emptyWords.contains(word.letters.all) {
                let isContractedNot = word.letters.endInNT && word.hasApostrophe
                append(
                    word.letters.withoutPlural,
                    isDecisive: isContractedNot || decisiveWords.contains(word.letters.all))
            }
            position =
                word.end > position ? word.end : position + max(1, separatorLength(text, at: position, before: end))
        }
    }

    private mutating func append(_ word: WordFingerprint, isDecisive: Bool) {
        words.append(word.value)
        self.isDecisive.append(isDecisive)
    }
}

extension WordFingerprint {
    /// A number with its signs: `3.1` is not `31`, and `5%` is not `5`.
    fileprivate init(ofNumber written: Slice<UnsafeBufferPointer<UInt8>>) {
        var number = written
        while let last = number.last, ".,;:)]".utf8.contains(last) { number.removeLast() }
        while let first = number.first, "([".utf8.contains(first) { number.removeFirst() }
        self.init(number.lazy.map { isASCIILetter($0) ? $0 | 0x20 : $0 })
    }
}

// MARK: Lists

/// Words, in lower case and without their apostrophes, that come and go without a change of what is said: articles,
/// words that point back, and forms of `be` and `have`.
private let emptyWords = WordList([
    "a", "an", "and", "are", "be", "been", "being", "had", "has", "have", "her", "his", "is", "its", "of", "our",
    "that", "the", "their", "these", "this", "those", "was", "were", "which",
])

/// Words, in lower case and without their apostrophes, whose addition changes what is said.
private let decisiveWords = WordList([
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
