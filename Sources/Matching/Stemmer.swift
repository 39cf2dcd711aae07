import CStemmer

/// Whether Snowball knows the language: a code such as `en`, or a name such as `english`.
package func isStemmingLanguage(_ language: String) -> Bool { Stemmer(language: language) != nil }

/// A Snowball stemmer; for one thread at a time.
final class Stemmer {
    private let stemmer: OpaquePointer

    /// Nil if Snowball does not know the language.
    init?(language: String) {
        guard let stemmer = sb_stemmer_new(language, nil) else { return nil }
        self.stemmer = stemmer
    }

    deinit { sb_stemmer_delete(stemmer) }

    /// - Parameter word: folded, UTF-8, of letters and signs that words consist of.
    func stem(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        guard let stem = sb_stemmer_stem(stemmer, word.baseAddress, Int32(word.count)) else {
            preconditionFailure("libstemmer is out of memory")
        }
        return Array(UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(stemmer))))
    }
}
