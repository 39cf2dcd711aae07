import CStemmer

/// Whether Snowball knows the language: a code such as `en`, or a name such as `english`.
package func isStemmingLanguage(_ language: String) -> Bool { Stemmer(language: language) != nil }

/// Gives the Snowball stems of words in lower case; words themselves in a language that Snowball does not know.
package func stemming(language: String) -> (String) -> String {
    guard let stemmer = Stemmer(language: language) else { return { $0 } }
    return { word in
        String(decoding: Array(word.utf8).withUnsafeBufferPointer { stemmer.stem($0) }, as: UTF8.self)
    }
}

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
