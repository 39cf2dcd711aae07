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

        /// Zero if this is the answer for a word with the key.
        @inline(__always)
        func differs(from key: (low: UInt64, high: UInt64)) -> UInt64 { (low ^ key.low) | (high ^ key.high) }
    }

    private let vocabulary: Vocabulary
    private let stems: StemLookup
    /// A word has two places, side by side. No word's first number is zero.
    let answers: Buffer<Answer>
    /// One after the other: of how many patterns and sets the word is a hit, and their ids; then how many patterns match
    /// it, and their ids.
    private(set) var lists = Buffer<Int32>()
    private var found = Buffer<Int32>()

    /// No pattern matches.
    static let none: Int32 = -1

    /// So many places hold nearly all words of a corpus, and fit into a processor's own memory.
    private static let bits: UInt64 = 16
    /// So many ids can be read behind a list's count, however few there are.
    static let padding = 4
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

    /// Where the list of the patterns that match a word begins in ``lists``, or ``none``; valid until ``forgetIfLong()``.
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
        if found.count == 0 { return Self.none }
        let list = lists.count
        lists.append(0)
        for index in 0..<found.count where vocabulary.isSought(found[index]) { lists.append(found[index]) }
        vocabulary.appendSets(of: found, to: &lists)
        lists[list] = Int32(lists.count - list - 1)
        lists.append(Int32(found.count))
        for index in 0..<found.count { lists.append(found[index]) }
        let end = lists.count
        for _ in 0..<Self.padding { lists.append(0) }
        lists.truncate(to: end)
        return Int32(list)
    }

    /// The patterns that match the words of a list, as indices into ``lists``; without sets.
    func matching(_ list: Int32) -> Range<Int> {
        let count = Int(list) + 1 + Int(lists[Int(list)])
        return count + 1..<count + 1 + Int(lists[count])
    }

    /// Begins anew where words have pushed each other out too often, or too many long ones came.
    mutating func forgetIfLong() {
        if lists.count <= Self.longestLists { return }
        lists.removeAll()
        for place in 0..<answers.count { answers[place] = Answer(low: 0, high: 0, list: Self.none) }
    }
}
