/// Where a quote's letters begin in a text's letters, ascending; hits may overlap.
///
/// In linear time, whatever repeats (Knuth, Morris and Pratt 1977).
///
/// - Parameters:
///   - quote: as ``letters(of:)`` makes it; an empty one stands nowhere.
///   - limit: the search ends after so many hits.
package func occurrences(of quote: [UInt8], in text: [UInt8], limit: Int = .max) -> [Int] {
    guard !quote.isEmpty, quote.count <= text.count, limit > 0 else { return [] }
    // For each beginning of the quote how much of it is a beginning again at its end.
    var border = [Int](repeating: 0, count: quote.count)
    var length = 0
    for index in quote.indices.dropFirst() {
        while length > 0, quote[index] != quote[length] { length = border[length - 1] }
        if quote[index] == quote[length] { length += 1 }
        border[index] = length
    }
    var hits: [Int] = []
    length = 0
    for index in text.indices {
        while length > 0, text[index] != quote[length] { length = border[length - 1] }
        if text[index] == quote[length] { length += 1 }
        if length == quote.count {
            hits.append(index + 1 - length)
            if hits.count == limit { break }
            length = border[length - 1]
        }
    }
    return hits
}

/// The letters of a text with the place of each, so that what is found among letters leads back to the text.
package struct LetterIndex: Sendable {
    /// As ``letters(of:)`` makes them.
    package let letters: [UInt8]
    /// The code point of the text that each of ``letters`` belongs to.
    private let offsets: [Int32]

    /// - Precondition: the text has fewer than 2³¹ code points.
    package init(_ text: String) {
        var letters: [UInt8] = []
        var offsets: [Int32] = []
        letters.reserveCapacity(text.utf8.count)
        offsets.reserveCapacity(text.utf8.count)
        var offset: Int32 = 0
        for scalar in text.unicodeScalars {
            defer { offset += 1 }
            switch scalar {
            case "a"..."z", "0"..."9":
                letters.append(UInt8(scalar.value))
                offsets.append(offset)
            case "A"..."Z":
                letters.append(UInt8(scalar.value) | 0x20)
                offsets.append(offset)
            case "\0"..."\u{7F}": break
            default:
                for letter in DocumentModel.letters(of: String(Character(scalar))) {
                    letters.append(letter)
                    offsets.append(offset)
                }
            }
        }
        self.letters = letters
        self.offsets = offsets
    }

    /// The code points from the first to the last of some letters.
    ///
    /// - Parameter range: of ``letters``; not empty.
    package func span(of range: Range<Int>) -> Range<Int> {
        Int(offsets[range.lowerBound])..<Int(offsets[range.upperBound - 1]) + 1
    }

    /// The letters of a piece of the text.
    package func range(of span: Range<Int>) -> Range<Int> {
        let start = firstLetter(from: span.lowerBound)
        return start..<max(start, firstLetter(from: span.upperBound))
    }

    /// Index of the first letter that stands at a code point or behind it.
    private func firstLetter(from offset: Int) -> Int {
        var low = 0
        var high = offsets.count
        while low < high {
            let middle = (low + high) / 2
            if offsets[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
