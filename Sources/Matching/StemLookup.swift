/// Finds the patterns `word~` that match a word. Words repeat, and Snowball is slow: answers are remembered.
struct StemLookup {
    private let stemmer: Stemmer?
    private let beginnings: StemBeginnings
    private var patterns: [[UInt8]: Int32] = [:]
    private var remembered: [Answer]

    private struct Answer {
        var low: UInt64 = 0
        var high: UInt64 = 0
        var pattern: Int32 = LiteralTable.none
    }

    /// Words with one place in the memory push each other out; so many hold the usual words of a corpus.
    private static let memoryBits: UInt64 = 14

    /// - Parameter language: where Snowball does not know it, a word is its own stem.
    init(_ vocabulary: Vocabulary, language: String) {
        stemmer = vocabulary.stemmed.isEmpty ? nil : Stemmer(language: language)
        remembered = vocabulary.stemmed.isEmpty ? [] : Array(repeating: Answer(), count: 1 << Int(Self.memoryBits))
        let stems = vocabulary.stemmed.map { vocabulary.patterns[Int($0)].bytes }
        beginnings = StemBeginnings(of: stems, language: language)
        for id in vocabulary.stemmed { patterns[vocabulary.patterns[Int(id)].bytes] = id }
    }

    var isEmpty: Bool { remembered.isEmpty }

    /// The id of the pattern, or ``LiteralTable/none``.
    @inline(__always)
    mutating func pattern(of word: Word) -> Int32 {
        beginnings.mayBegin(word) ? rememberedPattern(of: word) : LiteralTable.none
    }

    @inline(never)
    private mutating func rememberedPattern(of word: Word) -> Int32 {
        guard word.count <= Word.keyLength else { return computed(word) }
        let place = Int(word.hash >> (64 - Self.memoryBits))
        let answer = remembered[place]
        if answer.low == word.low, answer.high == word.high { return answer.pattern }
        let pattern = computed(word)
        remembered[place] = Answer(low: word.low, high: word.high, pattern: pattern)
        return pattern
    }

    private func computed(_ word: Word) -> Int32 {
        let stem = word.withBytes { stemmer?.stem($0) ?? Array($0) }
        return patterns[stem] ?? LiteralTable.none
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
