import DocumentModel
import Hashing

/// Gives statements ids that stay the same in every run and with every codebook:
/// the hash of the document's SHA-256, the quote and its occurrence.
struct StatementNamer {
    /// Has seen what all statements of the document begin with.
    private let document: SHA256Hasher
    private var quotes = FingerprintTable()
    /// By the number of a quote.
    private var counts: [Int] = []

    init(document: DocumentSource) {
        var hasher = SHA256Hasher()
        hasher.update(document.sha256 + "\n")
        self.document = hasher
    }

    /// How many passages before this one have the same quote; to be asked for every passage in order, coded or
    /// not, so that the answer does not depend on the codebook.
    ///
    /// Two quotes of one fingerprint would only count each other's occurrences; their ids still differ.
    mutating func countOccurrence(of quote: ArraySlice<UInt8>) -> Int {
        let number = quotes.number(of: quote.withUnsafeBytes { fingerprint($0) })
        if number == counts.count { counts.append(0) }
        counts[number] += 1
        return counts[number] - 1
    }

    /// 16 hexadecimal digits.
    ///
    /// - Parameter quote: UTF-8.
    func id(of quote: ArraySlice<UInt8>, occurrence: Int) -> String {
        var hasher = document
        quote.withUnsafeBytes { hasher.update($0) }
        hasher.update("\n" + String(occurrence))
        return hasher.finish(digits: 16)
    }
}
