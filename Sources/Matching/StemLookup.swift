/// Finds the patterns `word~` that match a word.
struct StemLookup: ~Copyable {
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
/// English stemming (Porter 2) takes endings away and changes little of what it leaves: a final `y` to `i`, a final
/// `e` added (*hoping*, *hope*), `bility` to `ble` or `bl`. Exceptions change up to two letters, of short words only
/// (*dying*, *die*). So a stem tells how its words begin. Nothing is assumed of other languages.
struct StemBeginnings: ~Copyable {
    private let isEnglish: Bool
    private let memory: TableMemory
    /// For words of at most ``longestException`` letters, and for longer ones; one filter for each length of
    /// beginning, at most four bytes.
    private let short: Table<AnchorFilter>
    private let long: Table<AnchorFilter>

    static let longestException = 6

    init(of stems: [[UInt8]], language: String) {
        isEnglish = ["en", "eng", "english"].contains(language)
        var memory = TableMemory()
        short = Self.filters(stems.map { $0.prefix(Self.kept(of: $0, isShort: true)) }, in: &memory)
        long = Self.filters(stems.map { $0.prefix(Self.kept(of: $0, isShort: false)) }, in: &memory)
        self.memory = memory
    }

    /// How many letters at the beginning of a stem are those of its words.
    static func kept(of stem: [UInt8], isShort: Bool) -> Int {
        let changes: [(ending: String, letters: Int)] = [("ble", 2), ("bl", 1), ("e", 1), ("i", 1)]
        let changed = changes.first { stem.reversed().starts(with: $0.ending.utf8.reversed()) }?.letters ?? 0
        return max(0, stem.count - (isShort ? 2 : changed))
    }

    private static func filters(_ beginnings: [ArraySlice<UInt8>], in memory: inout TableMemory) -> Table<AnchorFilter>
    {
        let byLength = Dictionary(grouping: beginnings.map { $0.prefix(4) }, by: \.count)
        var filters: [AnchorFilter] = []
        for (length, beginnings) in byLength.sorted(by: { $0.key < $1.key }) {
            let keys = beginnings.map { $0.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) } }
            let mask = UInt32(truncatingIfNeeded: Word.mask(length))
            filters.append(AnchorFilter(keys: keys, mask: mask, in: &memory))
        }
        return memory.table(filters)
    }

    func mayBegin(_ word: Word) -> Bool {
        if !isEnglish { return true }
        let filters = word.count <= Self.longestException ? short : long
        let beginning = UInt32(truncatingIfNeeded: word.low)
        return filters.indices.contains { filters[$0].mayContain(beginning & filters[$0].mask) }
    }
}
