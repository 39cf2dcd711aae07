/// The bytes of a text with zeros behind them, so that whole machine words can be read at its end.
struct PaddedText: ~Copyable {
    private var bytes = Buffer<UInt8>(capacity: 4096)
    /// Number of UTF-8 bytes of the text.
    private(set) var count = 0

    /// As many zeros follow a text.
    static let padding = 32

    /// - Parameter text: valid UTF-8.
    mutating func load(_ text: UnsafeBufferPointer<UInt8>) {
        count = text.count
        bytes.resize(to: count + Self.padding)
        if let source = text.baseAddress { bytes.base.update(from: source, count: count) }
        (bytes.base + count).initialize(repeating: 0, count: Self.padding)
    }

    /// Valid until the next text is loaded.
    var base: UnsafePointer<UInt8> { UnsafePointer(bytes.base) }

    @inline(__always)
    subscript(index: Int) -> UInt8 { bytes[index] }

    func isDigit(_ position: Int) -> Bool {
        position >= 0 && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position])
    }

    /// The code point that begins at a byte, and how many bytes it has.
    func scalar(at position: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let length = sequenceLength(bytes[position])
        var value = length == 1 ? UInt32(bytes[position]) : UInt32(bytes[position]) & (0xFF >> UInt32(length + 1))
        for index in 1..<max(1, length) { value = value << 6 | UInt32(bytes[position + index] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }
}
