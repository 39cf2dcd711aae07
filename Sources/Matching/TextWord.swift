import CTextMap

/// A word of the text, in UTF-8 offsets; a possessive ending is outside.
struct TextWord: BitwiseCopyable {
    var start: Int32
    var end: Int32
}

/// Words of the text that match a pattern or a set: one word, or several joined by hyphens.
struct Hit: BitwiseCopyable {
    var pattern: Int32
    var words: WordInterval
    /// Index of the pattern's hit before this one, or −1.
    var previous: Int32
}

/// What was found in a part of a text, to be read until the next part is.
struct FoundWords: BitwiseCopyable {
    var wordCount: Int
    var words: UnsafePointer<TextWord>
    var hits: UnsafePointer<Hit>
    /// For each pattern and set its last hit, or −1.
    var lastHit: UnsafePointer<Int32>
    var blocks: UnsafePointer<ctextmap_block>
    /// The code point of the text that the part begins with.
    private let origin: Int

    /// - Parameter start: the part's first byte in the text.
    init(
        wordCount: Int, words: UnsafePointer<TextWord>, hits: UnsafePointer<Hit>, lastHit: UnsafePointer<Int32>,
        blocks: UnsafePointer<ctextmap_block>, start: Int
    ) {
        self.wordCount = wordCount
        self.words = words
        self.hits = hits
        self.lastHit = lastHit
        self.blocks = blocks
        origin = Self.codePoints(before: start, blocks)
    }

    /// How many clause boundaries (`, ; : . ! ?` outside numbers) come before a word.
    func clause(of word: Int32) -> Int32 {
        let position = Int(words[Int(word)].start)
        let block = blocks[position >> 6]
        let below = block.boundary & ((1 << UInt64(position & 63)) &- 1)
        return Int32(truncatingIfNeeded: block.boundaries_before) + Int32(truncatingIfNeeded: below.nonzeroBitCount)
    }

    /// Where an interval of words stands in the part, in code points.
    @inline(__always)
    func span(of interval: WordInterval) -> Range<Int> {
        let start = Self.codePoints(before: Int(words[Int(interval.first)].start), blocks)
        let end = Self.codePoints(before: Int(words[Int(interval.last)].end), blocks)
        return start - origin..<end - origin
    }

    /// The offset in the text of the code point that begins at a byte.
    @inline(__always)
    private static func codePoints(before position: Int, _ blocks: UnsafePointer<ctextmap_block>) -> Int {
        let block = blocks[position >> 6]
        // Most blocks have one byte for each code point.
        if block.continuation == 0 { return position - Int(block.continuations_before) }
        let below = block.continuation & ((1 << UInt64(position & 63)) &- 1)
        return position - Int(block.continuations_before) - below.nonzeroBitCount
    }
}
