/// Numbers fingerprints in the order in which they first come: 0, 1, 2…
///
/// One flat table with open addressing (Knuth 1998, 6.4): a fingerprint is a hash already, and most of what a
/// `Dictionary` costs is hashing it again.
struct FingerprintTable: Sendable {
    private struct Slot: BitwiseCopyable {
        var fingerprint: UInt64 = 0
        var number = free
    }

    /// The number of a slot in which nothing stands.
    private static let free = -1

    /// Odd and unknown before the process starts, so that nobody can write a text whose fingerprints all fall into
    /// one place; the numbers do not depend on it.
    private static let secret = UInt64.random(in: 0...UInt64.max) | 1

    private let secret = Self.secret
    private var slots = [Slot](repeating: Slot(), count: 16)
    /// Leaves as many bits of a product as number the slots.
    private var shift = UInt64(64 - 4)
    /// How many fingerprints have a number.
    private(set) var count = 0

    /// The number of a fingerprint; the next one if it has none yet.
    mutating func number(of fingerprint: UInt64) -> Int {
        let slot = slot(of: fingerprint)
        if slots[slot].number != Self.free { return slots[slot].number }
        slots[slot] = Slot(fingerprint: fingerprint, number: count)
        count += 1
        if count * 2 > slots.count { grow() }
        return count - 1
    }

    /// Whether a fingerprint has a number.
    func contains(_ fingerprint: UInt64) -> Bool { slots[slot(of: fingerprint)].number != Self.free }

    /// Where a fingerprint stands, or would stand.
    private func slot(of fingerprint: UInt64) -> Int {
        // Multiplicative hashing: the upper bits of the product depend on all bits of the fingerprint.
        var slot = Int(truncatingIfNeeded: (fingerprint &* secret) >> shift)
        while slots[slot].number != Self.free, slots[slot].fingerprint != fingerprint {
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 2)
        shift -= 1
        for entry in old where entry.number != Self.free { slots[slot(of: entry.fingerprint)] = entry }
    }
}
