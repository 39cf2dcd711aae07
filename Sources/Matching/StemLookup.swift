/// Finds the patterns `word~` that match a word.
struct StemLookup {
    private let stemmer: Stemmer?
    private let beginnings: StemBeginnings
    private var patterns: [[UInt8]: Int32] = [:]

    /// - Parameter language: where Snowball does not know it, a word is its own stem.
    init(_ vocabulary: Vocabulary, language: String) {
        stemmer = vocabulary.stemmed.isEmpty ? nil : Stemmer(language: language)
        let stems = vocabulary.stemmed.map { vocabulary.patterns[Int($0)].bytes }
        beginnings = StemBeginnings(of: stems, language: language)
        for id in vocabulary.stemmed { patterns[vocabulary.patterns[Int(id)].bytes] = id }
    }

    /// The id of the pattern, if one matches.
    func pattern(of word: Word) -> Int32? {
        guard !patterns.isEmpty, beginnings.mayBegin(word) else { return nil }
        return patterns[word.withBytes { stemmer?.stem($0) ?? Array($0) }]
    }
}

/// Tells at once of most words that none of the stems sought can be theirs.
///
/// English stemming (Porter 2) always keeps the first letter of a word, and the second unless the word is short:
/// *dying* becomes *die*, and *aed*, a vowel with an ending, *a*; such words have at most six letters. Nothing is
/// assumed of other languages.
struct StemBeginnings {
    private let isEnglish: Bool
    /// One bit for each pair of first bytes that a stem has.
    private var pairs = Array(repeating: UInt64(0), count: 1 << 16 / 64)
    /// The same for first bytes alone.
    private var singles = Array(repeating: UInt64(0), count: 256 / 64)

    private static let longestException = 6

    init(of stems: [[UInt8]], language: String) {
        isEnglish = ["en", "eng", "english"].contains(language)
        for stem in stems {
            let first = Int(stem.first ?? 0)
            let pair = first | Int(stem.dropFirst().first ?? 0) << 8
            singles[first >> 6] |= 1 << UInt64(first & 63)
            pairs[pair >> 6] |= 1 << UInt64(pair & 63)
        }
    }

    @inline(__always)
    func mayBegin(_ word: Word) -> Bool {
        if !isEnglish { return true }
        if word.count > Self.longestException {
            let pair = Int(word.low & 0xFFFF)
            return pairs[pair >> 6] >> UInt64(pair & 63) & 1 != 0
        }
        let first = Int(word.low & 0xFF)
        return singles[first >> 6] >> UInt64(first & 63) & 1 != 0
    }
}
