/// Which patterns match a word, remembered from word to word: texts repeat their words, and to find one again costs
/// less than to ask the tables of all patterns, however many there are.
struct WordMemory: ~Copyable {
    // Not private: the compiler (6.3.1) cannot destroy a private element type from another file.
    struct Answer: BitwiseCopyable {
        var low: UInt64
        var high: UInt64
        /// The beginning of the list of patterns in ``lists``, or ``none``.
        var list: Int32
        /// Two answers fill a line of the processor's memory.
        private let padding: (Int32, Int32, Int32) = (0, 0, 0)

        init(low: UInt64, high: UInt64, list: Int32) {
            self.low = low
            self.high = high
            self.list = list
        }
    }

    private let vocabulary: Vocabulary
    private let stems: StemLookup
    /// A word has two places, side by side. No word's first number is zero.
    let answers: Buffer<Answer>
    /// One after the other: how many patterns and sets, and their ids.
    private(set) var lists = Buffer<Int32>()
    private var found = Buffer<Int32>()

    /// No pattern matches.
    static let none: Int32 = -1

    /// So many places hold nearly all words of a corpus, and fit into a processor's own memory.
    private static let bits: UInt64 = 16
    /// Beyond so many numbers everything is forgotten: words that pushed each other out are in the lists twice.
    private static let longestLists = 1 << 18

    init(vocabulary: Vocabulary, language: String) {
        self.vocabulary = vocabulary
        stems = StemLookup(vocabulary, language: language)
        let nothing = Answer(low: 0, high: 0, list: Self.none)
        answers = Buffer(
            repeating: nothing, count: 1 << Int(Self.bits), alignment: 2 * MemoryLayout<Answer>.stride)
    }

    /// The first place in ``answers`` of a word with a hash.
    @inline(__always)
    static func place(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash &>> (64 - bits)) }

    /// Where the list of the patterns that match a word begins in ``lists``, or ``none``; valid until the next call.
    @inline(__always)
    mutating func patterns(of word: Word) -> Int32 {
        let place = Self.place(of: word.hash)
        let answer = answers[place]
        if answer.low == word.low, answer.high == word.high, word.count <= Word.keyLength { return answer.list }
        return lookUp(word, place)
    }

    /// Asks the second place, then the tables. A new word does not push one from its first place, which came earlier
    /// and may be frequent.
    @inline(never)
    private mutating func lookUp(_ word: Word, _ place: Int) -> Int32 {
        if word.count > Word.keyLength { return newList(for: word) }
        let second = place ^ 1
        let answer = answers[second]
        if answer.low == word.low, answer.high == word.high { return answer.list }
        let list = newList(for: word)
        answers[answers[place].low == 0 ? place : second] = Answer(low: word.low, high: word.high, list: list)
        return list
    }

    private mutating func newList(for word: Word) -> Int32 {
        found.removeAll()
        vocabulary.lookUp(word, into: &found)
        if let stemmed = stems.pattern(of: word) { found.append(stemmed) }
        vocabulary.appendSets(to: &found)
        if found.count == 0 { return Self.none }
        if lists.count > Self.longestLists { forget() }
        let list = Int32(lists.count)
        lists.append(Int32(found.count))
        for index in 0..<found.count { lists.append(found[index]) }
        return list
    }

    private mutating func forget() {
        lists.removeAll()
        for place in 0..<answers.count { answers[place] = Answer(low: 0, high: 0, list: Self.none) }
    }
}
