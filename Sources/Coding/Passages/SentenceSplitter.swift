/// Splits a block's text into sentences, without the white space around them.
///
/// Rules, each with its counter-example in the tests:
/// - A sentence ends at `.`, `!`, `?` or `…` with its closing quotes and brackets and the citation marks
///   behind it (`care.12`, `care. [3, 4]`), when white space follows and what comes next can begin a sentence:
///   no lower-case letter and no comma or the like.
/// - The full stop of an abbreviation, an initial, a section or list number ends none.
/// - Brackets are never split, unless they are long or stay open.
/// - A stop without white space after it (decimals, addresses, DOIs) ends none.
///
/// Linear in the text.
///
/// - Parameters:
///   - bytes: valid UTF-8.
///   - range: byte range of one block.
/// - Returns: byte ranges in order, none empty.
package func sentences(in bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    let splitter = SentenceSplitter(bytes: bytes, range: range)
    var result: [Range<Int>] = []
    var start = range.lowerBound
    var position = start
    while let boundary = splitter.nextBoundary(from: &position, sentenceStart: start) {
        let sentence = trimmingWhiteSpace(bytes, start..<boundary)
        if !sentence.isEmpty { result.append(sentence) }
        start = boundary
    }
    let last = trimmingWhiteSpace(bytes, start..<range.upperBound)
    if !last.isEmpty { result.append(last) }
    return result
}

/// Bytes of `10.12.3`, about the longest number that sections and items bear.
private let longestListNumber = 8

/// Bytes of opening quotes and brackets that may stand before a sentence's first word.
private let longestOpening = 6

/// One block's text on its way into sentences.
struct SentenceSplitter {
    let bytes: [UInt8]
    let range: Range<Int>

    var end: Int { range.upperBound }

    /// The end of the first sentence that ends at or after `position`; nil when the block ends first.
    ///
    /// - Parameters:
    ///   - position: where to look from; moved behind what was looked at.
    ///   - sentenceStart: where the sentence began.
    func nextBoundary(from position: inout Int, sentenceStart: Int) -> Int? {
        while position < end {
            switch bytes[position] {
            case UInt8(ascii: "("), UInt8(ascii: "["):
                position = endOfSkippedBracket(at: position, sentenceStart: sentenceStart)
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
                if let boundary = boundary(atStop: &position, sentenceStart: sentenceStart) { return boundary }
            case 0xE2 where isEllipsis(at: position):
                if let boundary = boundary(atStop: &position, sentenceStart: sentenceStart) { return boundary }
            default:
                position = endOfLettersAndBlanks(bytes, from: position + 1, before: end)
            }
        }
        return nil
    }

    // MARK: Stops

    /// Whether a sentence ends at the stop at `position`, which is moved behind the stop and its closing marks.
    private func boundary(atStop position: inout Int, sentenceStart: Int) -> Int? {
        let stop = position
        let afterStops = endOfStops(from: stop)
        let isFullStop = afterStops == stop + 1 && bytes[stop] == UInt8(ascii: ".")
        let afterClosers = endOfClosers(from: afterStops)
        let afterMarks = endOfSuperscripts(from: afterClosers)
        position = afterMarks
        let boundary = endOfBracketedCitations(from: afterMarks)
        guard whiteSpaceLength(bytes, at: boundary, before: end) > 0 else { return nil }
        let next = startOfNextWord(from: boundary)
        guard next < end, canBeginSentence(at: next) else { return nil }
        if isFullStop, afterClosers == afterStops,
            !fullStopEndsSentence(at: stop, sentenceStart: sentenceStart, next: next)
        {
            return nil
        }
        position = boundary
        return boundary
    }

    // MARK: What a full stop means

    private func fullStopEndsSentence(at stop: Int, sentenceStart: Int, next: Int) -> Bool {
        let word = word(before: stop, from: sentenceStart)
        guard !word.isEmpty else { return true }
        if word.lowerBound == startOfNextWord(from: sentenceStart), isListNumber(word) { return false }
        let text = bytes[word]
        // "c. 1990" and "p. 12" are abbreviations, "vitamin C" and "Appendix P" are not.
        let isCapital = text.count == 1 && text.allSatisfy { (0x41...0x5A).contains($0) }
        if !isCapital, openAbbreviations.containsInAnyCase(text) { return false }
        let isClosedAbbreviation = closedAbbreviations.containsInAnyCase(text)
        if isASCIIDigit(bytes[next]) {
            if isClosedAbbreviation || abbreviationsBeforeDigits.containsInAnyCase(text) { return false }
            return !isBrokenDecimal(word, from: sentenceStart)
        }
        if isClosedAbbreviation || isInitials(word) { return beginsWithStarter(at: next) }
        return true
    }

    /// Letters, digits and stops directly before a stop.
    private func word(before stop: Int, from sentenceStart: Int) -> Range<Int> {
        var start = stop
        while start > sentenceStart {
            let last = startOfScalar(bytes, before: start)
            let byte = bytes[last]
            if byte < 0x80 {
                guard isASCIILetter(byte) || isASCIIDigit(byte) || byte == UInt8(ascii: ".") else { break }
            } else {
                guard scalar(bytes, at: last, before: stop).properties.isAlphabetic else { break }
            }
            start = last
        }
        return start..<stop
    }

    /// `1`, `2.3`, `a`, `iv`: what numbers a section or an item when it stands at the start of a sentence.
    private func isListNumber(_ word: Range<Int>) -> Bool {
        let digits = word.allSatisfy { isASCIIDigit(bytes[$0]) || bytes[$0] == UInt8(ascii: ".") }
        if digits { return word.count <= longestListNumber }
        return word.count == 1 || word.allSatisfy { "ivxIVX".utf8.contains(bytes[$0]) }
    }

    /// `J`, `J.R`, `U.K`: single letters with stops between them.
    private func isInitials(_ word: Range<Int>) -> Bool {
        var letterExpected = true
        for position in word {
            if letterExpected ? !isASCIILetter(bytes[position]) : bytes[position] != UInt8(ascii: ".") { return false }
            letterExpected.toggle()
        }
        return !letterExpected
    }

    /// `n = 3. 4`: a decimal number that lost its place, told by the sign before it.
    private func isBrokenDecimal(_ word: Range<Int>, from sentenceStart: Int) -> Bool {
        guard word.allSatisfy({ isASCIIDigit(bytes[$0]) }) else { return false }
        var position = word.lowerBound - 1
        while position > sentenceStart, bytes[position] == 0x20 { position -= 1 }
        return position >= sentenceStart && "=<>~+-".utf8.contains(bytes[position])
    }

    // MARK: What comes next

    func startOfNextWord(from start: Int) -> Int {
        var position = start
        while case let length = whiteSpaceLength(bytes, at: position, before: end), length > 0 { position += length }
        return position
    }

    private func canBeginSentence(at position: Int) -> Bool {
        switch bytes[position] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): return false
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: ")"), UInt8(ascii: "]"),
            UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "%"):
            return false
        case 0x80...:
            let scalar = scalar(bytes, at: position, before: end)
            return !scalar.properties.isLowercase && ![0x2013, 0x2014, 0x2026].contains(scalar.value)
        default: return true
        }
    }

    private func beginsWithStarter(at position: Int) -> Bool {
        var start = position
        while start < end, !isASCIILetter(bytes[start]), !isASCIIDigit(bytes[start]), start - position < longestOpening
        {
            start += 1
        }
        var stop = start
        while stop < end, isASCIILetter(bytes[stop]) { stop += 1 }
        // The second initial of "J. A. Smith" is no article.
        if stop == start + 1, stop < end, bytes[stop] == UInt8(ascii: ".") { return false }
        return sentenceStarters.containsInAnyCase(bytes[start..<stop])
    }
}
