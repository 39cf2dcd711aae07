// Fingerprints are the same in every run, unlike those of `Hasher`.

/// The fingerprint of a word, byte after byte: FNV-1a (Fowler, Noll and Vo 1991) over 64 bits.
struct WordFingerprint: BitwiseCopyable {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    init() {}

    init(_ word: some Sequence<UInt8>) {
        for byte in word { add(byte) }
    }

    mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
}

/// The fingerprint of a text, eight bytes at a time by multiplicative hashing (Knuth 1998, 6.4).
func fingerprint(_ text: UnsafeRawBufferPointer) -> UInt64 {
    var hash = UInt64(text.count)
    var position = 0
    while position + 8 <= text.count {
        mix(text.loadUnaligned(fromByteOffset: position, as: UInt64.self), into: &hash)
        position += 8
    }
    var rest: UInt64 = 0
    for byte in text[position...] { rest = rest << 8 | UInt64(byte) }
    mix(rest, into: &hash)
    return hash
}

private func mix(_ bytes: UInt64, into hash: inout UInt64) {
    let mixed = (hash ^ bytes) &* 0x9E37_79B9_7F4A_7C15
    hash = mixed ^ (mixed >> 32)
}
