import CSandbox
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
    /// Letters that may be compared for one quote, as a multiple of the letters of its pages: a page that says the
    /// same thing a thousand times would cost the square of its length.
    static let comparisonsPerLetter = 64

    private let pages: [[UInt8]]
    /// Where the last quote was found on each page: quotes come in reading order, so the next is mostly behind it.
    private var cursors: [Int]

    /// - Parameter pages: the letters of each page, as `letters(of:)` makes them.
    init(pages: [String]) {
        self.pages = pages.map { Array($0.utf8) }
        cursors = [Int](repeating: 0, count: pages.count)
    }

    /// Whether the letters of a quote stand on its pages in at most `pieces` pieces.
    ///
    /// - Parameters:
    ///   - quote: the quote's letters.
    ///   - first: its first page, 1-based.
    ///   - last: its last page.
    mutating func contains(_ quote: [UInt8], from first: Int, through last: Int, pieces: Int) -> Bool {
        let range = max(first - 1, 0)..<max(first - 1, 0, min(last, pages.count))
        if quote.isEmpty || range.contains(where: { findsWhole(quote, onPage: $0) }) { return true }
        var budget = range.reduce(quote.count) { $0 + pages[$1].count } * Self.comparisonsPerLetter
        var start = 0
        var lettersInShortPieces = 0
        for _ in 0..<max(pieces, 1) where start < quote.count {
            let length = range.map { longestPiece(of: quote[start...], in: pages[$0], &budget) }.max() ?? 0
            guard length > 0, budget > 0 else { return false }
            start += length
            if length < Self.shortestPiece, start < quote.count { lettersInShortPieces += length }
        }
        return start == quote.count && lettersInShortPieces * Self.lettersForOneInShortPieces <= quote.count
    }

    /// Whether a page has the quote in one piece, looked for behind the last one first.
    private mutating func findsWhole(_ quote: [UInt8], onPage page: Int) -> Bool {
        let letters = pages[page]
        for start in Set([cursors[page], 0]).sorted(by: >) where start + quote.count <= letters.count {
            let position = letters.withUnsafeBytes { letters in
                csandbox_find(letters.baseAddress! + start, letters.count - start, quote, quote.count)
                    .map { letters.baseAddress!.distance(to: $0) }
            }
            if let position {
                cursors[page] = position
                return true
            }
        }
        return false
    }

    /// Length of the longest beginning of `quote` that stands in `page`; 0 if there is none.
    ///
    /// - Parameter budget: lowered by the letters compared; at 0 the search ends.
    private func longestPiece(of quote: ArraySlice<UInt8>, in page: [UInt8], _ budget: inout Int) -> Int {
        quote.withUnsafeBufferPointer { quote in
            page.withUnsafeBufferPointer { page in
                var longest = 0
                var position = 0
                while position + longest < page.count, longest < quote.count, budget > 0,
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
                    budget -= length + 1
                    position += 1
                }
                return longest
            }
        }
    }
}
