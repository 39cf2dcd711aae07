import CTextMap

/// A text's bytes, where they stand together as words do, and what counts its clauses and code points.
///
/// Made in one pass with the arithmetic of machine words; what is read byte by byte afterwards is the text's rare
/// parts only.
struct TextMap: ~Copyable {
    /// Bytes that stand together, in UTF-8 offsets: mostly one word.
    struct Run: BitwiseCopyable {
        /// With flags: see `ctextmap_run`.
        var flaggedStart: UInt32
        var flaggedEnd: UInt32

        @inline(__always)
        var start: Int { Int(flaggedStart & ~CTEXTMAP_FLAG) }

        @inline(__always)
        var end: Int { Int(flaggedEnd & ~CTEXTMAP_FLAG) }

        /// Whether there are neither bytes beyond ASCII nor apostrophes in it.
        var isPlain: Bool { flaggedEnd & CTEXTMAP_FLAG == 0 }

        /// How many bytes it has where both or no flags are set, otherwise a huge number.
        @inline(__always)
        var unflaggedCount: UInt32 { flaggedEnd &- flaggedStart }
    }

    private var bytes = Buffer<UInt8>(capacity: 4096)
    private var blocks = Buffer<ctextmap_block>()
    private var runs = Buffer<Run>()

    /// So many zeros follow a text at least, so that whole blocks and machine words can be read at its end.
    static let padding = 192

    /// - Parameter text: valid UTF-8.
    mutating func load(_ text: UnsafeBufferPointer<UInt8>) {
        let length = text.count
        bytes.resize(to: length + Self.padding)
        if let source = text.baseAddress { bytes.base.update(from: source, count: length) }
        (bytes.base + length).initialize(repeating: 0, count: Self.padding)
        // One more than the text fills, where its last run ends.
        let blockCount = length >> 6 + 2
        blocks.resize(to: blockCount)
        runs.resize(to: 32 * blockCount + 1)
        let count = runs.base.withMemoryRebound(to: ctextmap_run.self, capacity: runs.count) {
            ctextmap_make(bytes.base, blockCount, blocks.base, $0)
        }
        runs.truncate(to: count)
    }

    /// Valid until the next text is loaded.
    @inline(__always)
    var base: UnsafePointer<UInt8> { UnsafePointer(bytes.base) }

    @inline(__always)
    subscript(index: Int) -> UInt8 { bytes[index] }

    /// The runs, and one behind them that begins behind every text.
    var firstRun: UnsafePointer<Run> { UnsafePointer(runs.base) }

    /// What counts clauses and code points.
    var firstBlock: UnsafePointer<ctextmap_block> { UnsafePointer(blocks.base) }

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
