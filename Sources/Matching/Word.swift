/// A folded word. Its first sixteen bytes are two numbers, so that most words are compared without a loop.
struct Word {
    /// Bytes 0–7, the first one lowest; zero where the word is shorter.
    var low: UInt64
    /// Bytes 8–15.
    var high: UInt64
    /// Length in bytes.
    var count: Int
    /// All bytes, only where `count` exceeds ``keyLength``.
    var bytes: UnsafePointer<UInt8>

    static let keyLength = 16

    /// - Parameter bytes: folded; sixteen bytes from there can be read.
    @inline(__always)
    init(bytes: UnsafePointer<UInt8>, count: Int) {
        let raw = UnsafeRawPointer(bytes)
        low = raw.loadUnaligned(as: UInt64.self) & Self.mask(count)
        high = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self) & Self.mask(count - 8)
        self.count = count
        self.bytes = bytes
    }

    /// A word of one to sixteen bytes, folded if they are ASCII: letters and digits in any case, and what stands
    /// between them in numbers and contractions.
    @inline(__always)
    init(unfolded bytes: UnsafePointer<UInt8>, count: Int) {
        (low, high) = Self.key(
            at: UnsafeRawPointer(bytes), low: Self.mask(count), high: Self.mask(count - 8))
        self.count = count
        self.bytes = bytes
    }

    /// The two numbers of such a word, its bytes under masks of ones.
    @inline(__always)
    static func key(at bytes: UnsafeRawPointer, low: UInt64, high: UInt64) -> (low: UInt64, high: UInt64) {
        let low = bytes.loadUnaligned(as: UInt64.self) & low
        let high = bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self) & high
        // Of these bytes letters, and only they, have bit 6; bit 5 makes them lower-case.
        return (low | (low & 0x4040_4040_4040_4040) >> 1, high | (high & 0x4040_4040_4040_4040) >> 1)
    }

    /// Whether all bytes of a word of at most sixteen are ASCII.
    var isASCII: Bool { (low | high) & 0x8080_8080_8080_8080 == 0 }

    /// The first `length` bytes of a word of at most sixteen.
    func prefix(_ length: Int) -> Word {
        var word = self
        word.low &= Self.mask(length)
        word.high &= Self.mask(length - 8)
        word.count = length
        return word
    }

    /// This word and another written together, if they have at most sixteen bytes.
    func joined(to next: Word) -> Word? {
        guard count + next.count <= Self.keyLength else { return nil }
        let shift = UInt128(8 * count)
        let all = UInt128(low) | UInt128(high) << 64 | (UInt128(next.low) | UInt128(next.high) << 64) << shift
        var word = self
        word.low = UInt64(truncatingIfNeeded: all)
        word.high = UInt64(truncatingIfNeeded: all >> 64)
        word.count = count + next.count
        return word
    }

    /// Ones over the first `count` bytes of eight.
    @inline(__always)
    static func mask(_ count: Int) -> UInt64 {
        count >= 8 ? .max : count <= 0 ? 0 : (1 << UInt64(8 * count)) &- 1
    }

    /// The last four bytes, the last one highest; zero where the word is shorter.
    @inline(__always)
    var ending: UInt32 {
        if count > Self.keyLength {
            return UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
        }
        let all = UInt128(high) << 64 | UInt128(low)
        return count >= 4
            ? UInt32(truncatingIfNeeded: all >> UInt128(8 * (count - 4))) : UInt32(low) << (8 * (4 - count))
    }

    /// Runs `body` with the bytes, wherever they are.
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if count > Self.keyLength { return body(UnsafeBufferPointer(start: bytes, count: count)) }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.keyLength) { copy in
            let raw = UnsafeMutableRawPointer(copy.baseAddress!)
            raw.storeBytes(of: low, as: UInt64.self)
            raw.storeBytes(of: high, toByteOffset: 8, as: UInt64.self)
            return body(UnsafeBufferPointer(start: copy.baseAddress!, count: count))
        }
    }

    @inline(__always)
    var hash: UInt64 { Self.hash(low, high) }

    /// Multiplicative hashing; the upper bits are the good ones.
    @inline(__always)
    static func hash(_ low: UInt64, _ high: UInt64) -> UInt64 {
        let mixed = (low ^ (high &* 0xC2B2_AE3D_27D4_EB4F)) &* 0x9E37_79B9_7F4A_7C15
        return mixed ^ (mixed >> 32)
    }
}
