import DocumentModel
import Hashing

/// Gives statements ids that stay the same in every run and with every codebook:
/// the hash of the document's SHA-256, the quote and its occurrence.
struct StatementNamer {
    private let document: DocumentSource
    private var counts: [UInt64: Int] = [:]

    init(document: DocumentSource) {
        self.document = document
    }

    /// How many passages before this one have the same quote; to be asked for every passage in order, coded or
    /// not, so that the answer does not depend on the codebook.
    mutating func countOccurrence(of quote: ArraySlice<UInt8>) -> Int {
        let key = fingerprint(quote)
        let count = counts[key, default: 0]
        counts[key] = count + 1
        return count
    }

    /// 16 hexadecimal digits.
    func id(of statement: String, occurrence: Int) -> String {
        String(sha256(document.sha256 + "\n" + statement + "\n" + String(occurrence)).prefix(16))
    }

    /// FNV-1a of 64 bits (Fowler, Noll, Vo; draft-eastlake-fnv): the same in every run, unlike `Hasher`. Two
    /// quotes of one fingerprint would only count each other's occurrences; their ids still differ.
    private func fingerprint(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }
}
