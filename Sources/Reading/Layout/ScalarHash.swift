/// FNV-1a over code points: the same on every run, unlike the standard library's hashes.
struct ScalarHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ unit: UInt64) {
        value = (value ^ unit) &* 0x0000_0100_0000_01B3
    }
}
