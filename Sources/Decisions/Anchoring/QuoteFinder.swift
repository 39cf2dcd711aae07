package import DocumentModel

/// Finds quotes in one document, however white space, hyphens and typographic signs are written.
package struct QuoteFinder: Sendable {
    private let blocks: [Block]
    private let index: TextIndex
    private let letterIndex: LetterIndex

    package init(_ document: Document) {
        blocks = document.blocks
        index = TextIndex(document.text)
        letterIndex = LetterIndex(document.text)
    }

    /// The document's text between two offsets.
    package func text(of place: Range<Int>) -> String { index.text(place.lowerBound, place.upperBound) }

    /// The block that a place lies in; nil if it runs over several.
    package func block(of place: Range<Int>) -> Block? {
        var low = 0
        var high = blocks.count
        while low < high {
            let middle = (low + high) / 2
            if blocks[middle].end <= place.lowerBound { low = middle + 1 } else { high = middle }
        }
        guard low < blocks.count, blocks[low].start <= place.lowerBound, place.upperBound <= blocks[low].end else {
            return nil
        }
        return blocks[low]
    }

    /// Every place in one block where a quote stands as whole words, in document order.
    package func places(of quote: String) -> [Range<Int>] {
        let wanted = letters(of: quote)
        return occurrences(of: wanted, in: letterIndex.letters).compactMap { hit in
            place(ofLetters: hit..<hit + wanted.count, like: quote)
        }
    }

    /// The longest beginning of a quote that stands in the document, as the document has it; nil if no two words do.
    package func longestBeginning(of quote: String) -> String? {
        let wanted = letters(of: quote)
        var found: Range<Int>?
        var low = 0
        var high = wanted.count
        while low < high {
            let middle = (low + high + 1) / 2
            if let hit = occurrences(of: Array(wanted[..<middle]), in: letterIndex.letters, limit: 1).first {
                found = hit..<hit + middle
                low = middle
            } else {
                high = middle - 1
            }
        }
        guard let found, found.count >= Self.fewestLetters else { return nil }
        let span = letterIndex.span(of: found)
        let beginning = text(of: span)
        // Of a word that goes on otherwise nothing is given.
        if isWholeWords(found, span) { return beginning }
        return beginning.lastIndex(of: " ").map { String(beginning[..<$0]) }
    }

    /// About two words.
    private static let fewestLetters = 8

    /// The offsets of letters with the signs at the ends of the quote, if they lie in one block and are whole words.
    func place(ofLetters range: Range<Int>, like quote: String) -> Range<Int>? {
        let span = letterIndex.span(of: range)
        guard let block = block(of: span), isWholeWords(range, span) else { return nil }
        return withSigns(span, of: quote, in: block)
    }

    /// Letters of another word never touch those of the quote.
    private func isWholeWords(_ range: Range<Int>, _ span: Range<Int>) -> Bool {
        let all = letterIndex.letters
        let touchesBefore =
            range.lowerBound > 0
            && letterIndex.span(of: range.lowerBound - 1..<range.lowerBound).upperBound >= span.lowerBound
        let touchesAfter =
            range.upperBound < all.count
            && letterIndex.span(of: range.upperBound..<range.upperBound + 1).lowerBound <= span.upperBound
        return !touchesBefore && !touchesAfter
    }

    // MARK: Anchors

    /// Where the quote of an anchor stands now; nil if it does not stand in the document any more.
    ///
    /// Of several places the one with the most of the anchor's prefix and suffix around it is taken, then the nearest
    /// to where it stood. A quote that the document has no longer to the letter is found by its two ends, if what
    /// stands between them is nearly the same (``nearPlace(of:near:)``).
    package func place(of anchor: DecisionAnchor) -> Range<Int>? {
        let wanted = letters(of: anchor.quote)
        guard !wanted.isEmpty else { return nil }
        let before = letters(of: anchor.prefix)
        let after = letters(of: anchor.suffix)
        let isKept = placeKept(anchor).map { agreement(around: letterIndex.range(of: $0), before, after) }
        if isKept == before.count + after.count, let kept = placeKept(anchor) { return kept }
        var best: (place: Range<Int>, agreement: Int)?
        for hit in occurrences(of: wanted, in: letterIndex.letters) {
            let range = hit..<hit + wanted.count
            guard let place = place(ofLetters: range, like: anchor.quote) else { continue }
            let agreement = agreement(around: range, before, after)
            if let known = best,
                (known.agreement, -distance(known.place, anchor)) >= (agreement, -distance(place, anchor))
            {
                continue
            }
            best = (place, agreement)
        }
        return best?.place ?? nearPlace(of: anchor.quote, near: anchor.start, in: letterIndex)
    }

    /// The place at which the quote stood, if it still stands there byte for byte.
    private func placeKept(_ anchor: DecisionAnchor) -> Range<Int>? {
        let length = anchor.quote.scalarCount
        guard anchor.start >= 0, length > 0, anchor.start <= index.count - length else { return nil }
        let place = anchor.start..<anchor.start + length
        return text(of: place).utf8.elementsEqual(anchor.quote.utf8) && block(of: place) != nil ? place : nil
    }

    private func distance(_ place: Range<Int>, _ anchor: DecisionAnchor) -> Int {
        Int(clamping: place.lowerBound.subtractingReportingOverflow(anchor.start).partialValue.magnitude)
    }

    /// How many letters beside a place are those that stood beside the anchor's quote.
    private func agreement(around range: Range<Int>, _ before: [UInt8], _ after: [UInt8]) -> Int {
        let all = letterIndex.letters
        let left = zip(all[..<range.lowerBound].reversed(), before.reversed()).prefix { $0 == $1 }.count
        let right = zip(all[range.upperBound...], after).prefix { $0 == $1 }.count
        return left + right
    }
}
