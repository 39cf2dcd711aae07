import Glibc

/// The letters of a document's pages as the format's library gives them, searchable for quotes.
///
/// A quote is found when its letters are a chain of pieces that stand on its pages. One piece is the rule;
/// more are needed where the library's order of lines differs from reading order, or where something that
/// is no part of the sentence (a running head, a footnote) stands between two of its lines.
struct PageLetters {
    /// The shortest piece that counts: two words. What is left at the end of a quote may be shorter.
    static let shortestPiece = 8

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
    ///   - pieces: at most that many; a quote of n lines is in at most n pieces.
    func contains(_ quote: [UInt8], from first: Int, through last: Int, pieces: Int) -> Bool {
        let range = max(first - 1, 0)..<max(first - 1, 0, min(last, pages.count))
        guard !quote.isEmpty else { return true }
        var start = 0
        for _ in 0..<max(pieces, 1) {
            let length = range.map { longestPiece(of: quote[start...], in: pages[$0]) }.max() ?? 0
            guard length > 0 else { return false }
            start += length
            if start == quote.count { return true }
        }
        return false
    }

    /// Length of the longest beginning of `quote` that stands in `page`; 0 if there is none.
    private func longestPiece(of quote: ArraySlice<UInt8>, in page: [UInt8]) -> Int {
        let least = min(quote.count, Self.shortestPiece)
        return quote.withUnsafeBufferPointer { quote in
            page.withUnsafeBufferPointer { page in
                var longest = 0
                var position = 0
                while position + least <= page.count,
                    let hit = memchr(page.baseAddress! + position, Int32(quote[0]), page.count - least + 1 - position)
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
                return longest >= least ? longest : 0
            }
        }
    }
}
