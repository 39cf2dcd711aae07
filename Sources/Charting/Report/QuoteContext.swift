import DocumentModel

/// Finds the paragraphs around quotes.
struct QuoteContext {
    /// A text with a quote in it.
    struct Excerpt: Hashable {
        /// Of the block, in code points from the start of the document's text.
        var start: Int
        var end: Int
        /// Whether the block goes on before `start`, and after `end`.
        var isCutBefore = false
        var isCutAfter = false
    }

    /// A longer block, in code points, is no paragraph that a reader wants whole: a text without blank lines.
    static let longestParagraph = 4000
    /// What is shown of such a block before and after a quote, in code points.
    static let surroundings = 1000

    private let blocks: [Block]

    /// - Parameter blocks: in the order of the text.
    init(_ blocks: [Block]) {
        self.blocks = blocks.sorted { $0.start < $1.start }
    }

    /// The paragraph, list item or table row around a quote; only the quote when no block has it.
    func excerpt(around passage: CodedPassage) -> Excerpt {
        guard let block = block(at: passage.start), passage.end <= block.end else {
            return Excerpt(start: passage.start, end: passage.end)
        }
        guard block.end - block.start > Self.longestParagraph else {
            return Excerpt(start: block.start, end: block.end)
        }
        let start = max(block.start, passage.start - Self.surroundings)
        let end = min(block.end, passage.end + Self.surroundings)
        return Excerpt(start: start, end: end, isCutBefore: start > block.start, isCutAfter: end < block.end)
    }

    private func block(at offset: Int) -> Block? {
        var low = 0
        var high = blocks.count
        while low < high {
            let middle = (low + high) / 2
            if blocks[middle].start <= offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 && offset < blocks[low - 1].end ? blocks[low - 1] : nil
    }
}
