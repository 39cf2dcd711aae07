package import DocumentModel

/// The words of a page as text recognition (OCR) found them.
package struct RecognisedPage: Sendable, Hashable {
    /// 1-based.
    package var page: Int
    /// Lines of words in reading order.
    package var lines: [[RecognisedWord]]

    package init(page: Int, lines: [[RecognisedWord]]) {
        self.page = page
        self.lines = lines
    }

    /// Mean confidence of its letters in percent; nil when there are no words.
    var confidence: Double? {
        var sum = 0.0
        var count = 0
        for word in lines.joined() {
            let letters = word.text.unicodeScalars.count
            sum += word.confidence * Double(letters)
            count += letters
        }
        return count == 0 ? nil : sum / Double(count)
    }
}

/// A word that was recognised.
package struct RecognisedWord: Sendable, Hashable {
    package var text: String
    /// In points of the page; the box holds what is printed, from the top of the highest letter to the bottom of the
    /// lowest.
    package var box: Box
    /// Percent.
    package var confidence: Double

    package init(text: String, box: Box, confidence: Double) {
        self.text = text
        self.box = box
        self.confidence = confidence
    }
}
