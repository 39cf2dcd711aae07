/// A word of up to 16 bytes as two numbers, compared without a string; what is longer is cut.
struct PackedWord: Hashable {
    private(set) var low: UInt64 = 0
    private(set) var high: UInt64 = 0
    /// How many bytes were added.
    private(set) var count = 0

    init() {}

    init(_ word: String) {
        for byte in word.utf8 { append(byte) }
    }

    init(_ word: UnsafeBufferPointer<UInt8>) {
        for byte in word { append(byte) }
    }

    init(lowercasing word: Slice<UnsafeBufferPointer<UInt8>>) {
        for byte in word { append(asciiLowercased(byte)) }
    }

    mutating func append(_ byte: UInt8) {
        if count < 8 {
            low |= UInt64(byte) << (8 * count)
        } else if count < 16 {
            high |= UInt64(byte) << (8 * (count - 8))
        }
        count += 1
    }

    static func == (first: PackedWord, second: PackedWord) -> Bool {
        first.low == second.low && first.high == second.high
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(low)
        hasher.combine(high)
    }
}
