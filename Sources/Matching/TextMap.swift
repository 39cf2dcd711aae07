import CByteClasses

/// A text's bytes with what each of them is to words, 64 bytes to a machine word.
///
/// Made in one pass with the arithmetic of machine words and no branches: what is read byte by byte afterwards is the
/// text's rare parts only.
struct TextMap: ~Copyable {
    /// What 64 bytes are; the lowest bit is the first byte's.
    struct Block: BitwiseCopyable {
        /// Bytes that may belong to words: ASCII letters and digits, and special ones.
        var wordish: UInt64
        /// Bytes that may belong to words and need a closer look: beyond ASCII, apostrophes and the points and commas
        /// of numbers.
        var special: UInt64
        /// `; : ! ?`, and `.` and `,` outside of numbers: a clause ends here.
        var boundary: UInt64
        /// Bytes that begin no code point.
        var continuation: UInt64
        /// How many boundaries come before the block.
        var boundariesBefore: Int32
        /// How many such bytes come before the block.
        var continuationsBefore: Int32
    }

    private var bytes = Buffer<UInt8>(capacity: 4096)
    private var blocks = Buffer<Block>()
    /// Number of UTF-8 bytes of the text.
    private(set) var count = 0

    /// As many zeros follow a text at least, so that whole blocks and machine words can be read at its end.
    static let padding = 192

    /// - Parameter text: valid UTF-8.
    mutating func load(_ text: UnsafeBufferPointer<UInt8>) {
        count = text.count
        bytes.resize(to: count + Self.padding)
        if let source = text.baseAddress { bytes.base.update(from: source, count: count) }
        (bytes.base + count).initialize(repeating: 0, count: Self.padding)
        map()
    }

    private mutating func map() {
        // Two more than the text fills, for a window that begins at its end.
        let blockCount = count >> 6 + 2
        blocks.resize(to: blockCount)
        var boundaries: Int32 = 0
        var continuations: Int32 = 0
        // The highest bits of the block before.
        var digitBefore: UInt64 = 0
        var letterBefore: UInt64 = 0
        for index in 0..<blockCount {
            let classes = cbyte_classes_of(bytes.base + index << 6)
            let next = bytes[(index + 1) << 6]
            let digitBehind: UInt64 = isASCIIDigit(next) ? 1 << 63 : 0
            let letterBehind: UInt64 = isASCIIDigit(next) || isASCIILetter(next) || next >= 0x80 ? 1 << 63 : 0
            let letters = classes.word | classes.beyond_ascii
            let inNumber =
                classes.point & (classes.digit << 1 | digitBefore) & (classes.digit >> 1 | digitBehind)
            let inWord = classes.apostrophe & (letters << 1 | letterBefore) & (letters >> 1 | letterBehind)
            let boundary = classes.boundary | classes.point & ~inNumber
            let special = classes.beyond_ascii | inWord | inNumber
            blocks[index] = Block(
                wordish: classes.word | special, special: special, boundary: boundary,
                continuation: classes.continuation, boundariesBefore: boundaries, continuationsBefore: continuations)
            boundaries += Int32(truncatingIfNeeded: boundary.nonzeroBitCount)
            continuations += Int32(truncatingIfNeeded: classes.continuation.nonzeroBitCount)
            digitBefore = classes.digit >> 63
            letterBefore = letters >> 63
        }
    }

    /// Valid until the next text is loaded.
    var base: UnsafePointer<UInt8> { UnsafePointer(bytes.base) }

    @inline(__always)
    subscript(index: Int) -> UInt8 { bytes[index] }

    /// The bits of 64 bytes from a position on, whatever blocks they are in: those of bytes that may belong to words,
    /// and those of the special ones among them.
    @inline(__always)
    func window(at position: Int) -> (wordish: UInt64, special: UInt64) {
        let first = blocks[position >> 6]
        let second = blocks[position >> 6 + 1]
        let offset = UInt64(truncatingIfNeeded: position & 63)
        // Two shifts, for one by 64 would be none.
        return (
            (first.wordish &>> offset) | ((second.wordish << 1) &<< (63 - offset)),
            (first.special &>> offset) | ((second.special << 1) &<< (63 - offset))
        )
    }

    /// How many clauses end before a byte.
    func boundaries(before position: Int) -> Int32 {
        let block = blocks[position >> 6]
        let below = block.boundary & ((1 << UInt64(position & 63)) &- 1)
        return block.boundariesBefore + Int32(truncatingIfNeeded: below.nonzeroBitCount)
    }

    /// The offset in code points of the code point that begins at a byte.
    func codePoints(before position: Int) -> Int {
        let block = blocks[position >> 6]
        let below = block.continuation & ((1 << UInt64(position & 63)) &- 1)
        return position - Int(block.continuationsBefore) - below.nonzeroBitCount
    }

    /// The code point that begins at a byte, and how many bytes it has.
    func scalar(at position: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let length = sequenceLength(bytes[position])
        var value = length == 1 ? UInt32(bytes[position]) : UInt32(bytes[position]) & (0xFF >> UInt32(length + 1))
        for index in 1..<max(1, length) { value = value << 6 | UInt32(bytes[position + index] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }
}

@inline(__always)
func isASCIIDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

@inline(__always)
private func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }
