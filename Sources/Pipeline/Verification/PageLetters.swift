import Glibc

/// The letters of a document's pages as the format's library gives them, searchable for quotes.
///
/// A quote is found when its letters are a chain of pieces that stand on its pages. One piece is the rule;
/// more are needed where the library's order of lines differs from reading order, or where something that
/// is no part of the sentence (a running head, a footnote mark) stands between two of its words.
struct PageLetters {
    /// A shorter piece, about two words, stands on any page by chance.
    static let shortestPiece = 8
    /// At most one letter in so many may be in shorter pieces: footnote marks, or a first line of one word.
    static let lettersForOneInShortPieces = 4

    private let pages: [[UInt8]]

    /// - Parameter pages: the letters of each page, as `letters(of:)` makes them.
    init(pages: [String]) {
        self.pages = pages.map { Array($0.utf8) }
    }

    /// Whether the letters of a quote stand on its pages in at most `pieces` pieces.
    ///
    /// - Parameters:
    ///   - quote: the quote's letters.
    ///   - first: its first page, 1-based.
    ///   - last: its last page.
    func contains(_ quote: [UInt8], from first: Int, through last: Int, pieces: Int) -> Bool {
        let range = max(first - 1, 0)..<max(first - 1, 0, min(last, pages.count))
        var start = 0
        var lettersInShortPieces = 0
        for _ in 0..<max(pieces, 1) where start < quote.count {
            let length = range.map { longestPiece(of: quote[start...], in: pages[$0]) }.max() ?? 0
            guard length > 0 else { return false }
            start += length
            if length < Self.shortestPiece, start < quote.count { lettersInShortPieces += length }
        }
        return start == quote.count && lettersInShortPieces * Self.lettersForOneInShortPieces <= quote.count
    }

    /// Length of the longest beginning of `quote` that stands in `page`; 0 if there is none.
    private func longestPiece(of quote: ArraySlice<UInt8>, in page: [UInt8]) -> Int {
        quote.withUnsafeBufferPointer { quote in
            page.withUnsafeBufferPointer { page in
                var longest = 0
                var position = 0
                while position + longest < page.count,
                    let hit = memchr(page.baseAddress! + position, Int32(quote[0]), page.count - longest - position)
                {
                    position = UnsafeRawPointer(page.baseAddress!).distance(to: hit)
                    var length = 0
                    while length < quote.count, position + length < page.count,
                        quote[length] == page[position + length]
                    {
                        length += 1
                    }
                    longest = max(longest, length)
                    position += 1
                }
                return longest
            }
        }
    }
}
