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

    /// Eight bytes at a time by multiplicative hashing (Knuth 1998, 6.4): the same in every run, unlike `Hasher`. Two
    /// quotes of one fingerprint would only count each other's occurrences; their ids still differ.
    private func fingerprint(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.withUnsafeBytes { bytes in
            var hash = UInt64(bytes.count)
            var position = 0
            while position + 8 <= bytes.count {
                mix(bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self), into: &hash)
                position += 8
            }
            var rest: UInt64 = 0
            for byte in bytes[position...] { rest = rest << 8 | UInt64(byte) }
            mix(rest, into: &hash)
            return hash
        }
    }

    private func mix(_ bytes: UInt64, into hash: inout UInt64) {
        let mixed = (hash ^ bytes) &* 0x9E37_79B9_7F4A_7C15
        hash = mixed ^ (mixed >> 32)
    }
}
