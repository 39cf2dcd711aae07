/// A hash table of words of at most sixteen bytes with linear probing.
///
/// Two bytes a slot are looked at first, so that the words of a text that are in no expression (nearly all) touch
/// little memory.
struct LiteralTable: BitwiseCopyable, Sendable {
    private struct Slot: BitwiseCopyable {
        var low: UInt64
        var high: UInt64
        var pattern: Int32
    }

    private let tags: Table<UInt16>
    private let slots: Table<Slot>
    private let shift: UInt64
    private let mask: Int

    static let none: Int32 = -1

    init(_ words: [(word: Word, pattern: Int32)], in memory: inout TableMemory) {
        // At most a quarter full: a probe for an absent word ends at once.
        let bits = max(6, Int.bitWidth - (4 * words.count).leadingZeroBitCount)
        shift = UInt64(64 - bits)
        mask = 1 << bits - 1
        var tags = [UInt16](repeating: 0, count: 1 << bits)
        var slots = [Slot](repeating: Slot(low: 0, high: 0, pattern: Self.none), count: 1 << bits)
        for (word, pattern) in words {
            var slot = Int(word.hash >> shift)
            while tags[slot] != 0 { slot = (slot + 1) & mask }
            tags[slot] = Self.tag(word.hash)
            slots[slot] = Slot(low: word.low, high: word.high, pattern: pattern)
        }
        self.tags = memory.table(tags)
        self.slots = memory.table(slots)
    }

    /// Never zero, which marks an empty slot.
    @inline(__always)
    private static func tag(_ hash: UInt64) -> UInt16 { UInt16(truncatingIfNeeded: hash) | 1 }

    /// The pattern that is the word, or ``none``. The word has at most sixteen bytes.
    @inline(__always)
    func pattern(of word: Word) -> Int32 {
        let hash = word.hash
        let wanted = Self.tag(hash)
        var slot = Int(hash >> shift)
        while true {
            let tag = tags[slot]
            if tag == 0 { return Self.none }
            if tag == wanted {
                let entry = slots[slot]
                if entry.low == word.low, entry.high == word.high { return entry.pattern }
            }
            slot = (slot + 1) & mask
        }
    }
}
