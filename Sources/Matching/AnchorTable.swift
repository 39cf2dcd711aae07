/// Patterns found by the bytes that every match begins or ends with, one to four of them.
struct AnchorTable: BitwiseCopyable, Sendable {
    /// A pattern and the part of it that two comparisons decide.
    struct Candidate: BitwiseCopyable {
        var pattern: Int32
        /// The first bytes, up to sixteen, under a mask of ones.
        var low: UInt64
        var lowMask: UInt64
        var high: UInt64
        var highMask: UInt64
        /// Whether these bytes are all there is to compare.
        var decided: Bool
    }

    private struct Bucket: BitwiseCopyable {
        var key: UInt32
        var first: Int32
        /// Zero in an empty bucket.
        var count: Int32
    }

    let filter: AnchorFilter
    private let buckets: Table<Bucket>
    private let candidates: Table<Candidate>
    private let shift: UInt32
    private let mask: Int

    /// - Parameter patterns: with their anchors, zero outside the mask.
    init(_ patterns: [(key: UInt32, candidate: Candidate)], mask anchorMask: UInt32, in memory: inout TableMemory) {
        let groups = Dictionary(grouping: patterns, by: \.key).sorted { $0.key < $1.key }
        let bits = max(4, Int.bitWidth - (4 * groups.count).leadingZeroBitCount)
        shift = UInt32(32 - bits)
        mask = 1 << bits - 1
        filter = AnchorFilter(keys: groups.map(\.key), mask: anchorMask, in: &memory)
        var buckets = [Bucket](repeating: Bucket(key: 0, first: 0, count: 0), count: 1 << bits)
        var candidates: [Candidate] = []
        for (key, members) in groups {
            var slot = Int(AnchorFilter.hash(key) >> shift)
            while buckets[slot].count != 0 { slot = (slot + 1) & mask }
            buckets[slot] = Bucket(key: key, first: Int32(candidates.count), count: Int32(members.count))
            candidates += members.map(\.candidate)
        }
        self.buckets = memory.table(buckets)
        self.candidates = memory.table(candidates)
    }

    /// Calls `body` for the patterns with the key whose first bytes are those of the word.
    @inline(__always)
    func forEachCandidate(key: UInt32, word: Word, _ body: (Candidate) -> Void) {
        var slot = Int(AnchorFilter.hash(key) >> shift)
        while true {
            let bucket = buckets[slot]
            if bucket.count == 0 { return }
            if bucket.key == key {
                for index in Int(bucket.first)..<Int(bucket.first + bucket.count) {
                    let candidate = candidates[index]
                    if word.low & candidate.lowMask == candidate.low, word.high & candidate.highMask == candidate.high {
                        body(candidate)
                    }
                }
                return
            }
            slot = (slot + 1) & mask
        }
    }
}

/// Tells at once of most words that no pattern of a table has their anchor.
struct AnchorFilter: BitwiseCopyable, Sendable {
    /// Ones over the bytes of a word's first (or last) four that are the anchor.
    let mask: UInt32
    /// One bit for each hash.
    private let bits: Table<UInt64>

    private static let size: UInt32 = 15

    init(keys: [UInt32], mask: UInt32, in memory: inout TableMemory) {
        self.mask = mask
        var bits = [UInt64](repeating: 0, count: 1 << Int(Self.size - 6))
        for key in keys {
            let bit = Int(Self.hash(key) >> (32 - Self.size))
            bits[bit >> 6] |= 1 << UInt64(bit & 63)
        }
        self.bits = memory.table(bits)
    }

    @inline(__always)
    static func hash(_ key: UInt32) -> UInt32 {
        let mixed = key &* 0x9E37_79B1
        return mixed ^ (mixed >> 15)
    }

    /// Whether any pattern may have the key; wrong only when it says yes.
    @inline(__always)
    func mayContain(_ key: UInt32) -> Bool {
        let bit = Int(Self.hash(key) >> (32 - Self.size))
        return bits[bit >> 6] >> UInt64(bit & 63) & 1 != 0
    }
}
