import Expressions

/// Ones over the first bytes of a word of at most sixteen.
struct KeyMask: BitwiseCopyable {
    var low: UInt64
    var high: UInt64
}

/// A word of the text that patterns match.
struct KnownWord: BitwiseCopyable {
    var word: Int32
    /// Where the list of the patterns begins: see ``WordMemory/lists``.
    var list: Int32
}

/// A hit of one word.
struct PendingHit: BitwiseCopyable {
    var pattern: Int32
    var word: Int32
}

/// The words of a part of a text, and the hits of the vocabulary's patterns and sets among them.
struct TextScan: ~Copyable {
    var words = Buffer<TextWord>(capacity: 1024)
    var hits = Buffer<Hit>()
    /// For each pattern and set its last hit, or −1.
    var lastHit: Buffer<Int32>
    var text = TextMap()
    /// The first run of bytes that does not end before the part.
    private var nextRun = 0
    /// Where the part begins and ends.
    private var start = 0
    var end = 0

    let vocabulary: Vocabulary
    var memory: WordMemory
    /// Words whose hits are to be recorded.
    var known = Buffer<KnownWord>(capacity: 1024)
    /// Hits that are to be recorded.
    var pending = Buffer<PendingHit>()
    /// Patterns and sets with hits that a plan asks for first.
    var triggers = Buffer<Int32>()
    /// For each pattern and set 1 if the plan asks for it first, 0 if not.
    var isTrigger: Buffer<Int32>
    /// By the number of a word's bytes.
    private var masks = Buffer<KeyMask>()
    var folding = Folding()
    /// The word being folded.
    var folded = Buffer<UInt8>(capacity: 256)
    /// Patterns that match fewer words than those looked at.
    var inside = Buffer<Int32>()
    /// Where the last word ended, its possessive ending included.
    var lastEnd = -1
    /// How many words up to the last one are joined by hyphens.
    var run = 0

    /// A solid term also matches as many words joined by hyphens as this: more would be no spelling of one word.
    static let maximumRun = 4

    var hitCount: Int { hits.count }

    init(vocabulary: Vocabulary, language: String) {
        memory = WordMemory(vocabulary: vocabulary, language: language)
        self.vocabulary = vocabulary
        lastHit = Buffer(repeating: -1, count: vocabulary.count)
        isTrigger = Buffer(repeating: 1, count: vocabulary.count)
        for count in 0...Word.keyLength {
            masks.append(KeyMask(low: Word.mask(count), high: Word.mask(count - 8)))
        }
        text.load(UnsafeBufferPointer(start: nil, count: 0))
    }

    /// - Parameter text: valid UTF-8.
    mutating func load(_ text: UnsafeBufferPointer<UInt8>) {
        self.text.load(text)
        nextRun = 0
    }

    /// Reads the words of a part of the text as if there were nothing around it.
    ///
    /// - Parameter part: UTF-8 offsets, behind the part before; code points are not parted.
    mutating func scan(_ part: Range<Int>) {
        for index in 0..<hits.count { lastHit[Int(hits[index].pattern)] = -1 }
        hits.removeAll()
        triggers.removeAll()
        words.removeAll()
        words.reserve(part.count)
        known.reserve(part.count + 1)
        lastEnd = -1
        run = 0
        start = part.lowerBound
        end = part.upperBound
        readWords(in: part)
    }

    /// What was found in the part.
    var found: FoundWords {
        FoundWords(
            wordCount: words.count, words: UnsafePointer(words.base), hits: UnsafePointer(hits.base),
            lastHit: UnsafePointer(lastHit.base), blocks: text.firstBlock, start: start)
    }
}

// MARK: - Words

extension TextScan {
    private mutating func readWords(in part: Range<Int>) {
        var run = nextRun
        let runs = text.firstRun
        while runs[run].end <= part.lowerBound { run += 1 }
        // What was before the part is no neighbour of it.
        if runs[run].start < part.lowerBound {
            readUnusual(runs[run], in: part)
            if runs[run].end > part.upperBound {
                nextRun = run
                return
            }
            run += 1
        }
        while true {
            run = readPlainWords(from: run)
            let found = runs[run]
            if found.start >= part.upperBound { break }
            if found.isPlain, found.end - found.start <= Word.keyLength, found.end <= part.upperBound {
                add(word(of: found), found.start, found.end, consumed: found.end)
            } else {
                readUnusual(found, in: part)
                // The rest belongs to the next part.
                if found.end > part.upperBound { break }
            }
            run += 1
        }
        nextRun = run
    }

    /// Reads short plain words that are known and not joined to the one before: most words of a text.
    ///
    /// What this loop touches for a word is in registers, and it does the same whether patterns match the word or not,
    /// for no processor could foresee it.
    ///
    /// - Returns: the first run that is something else, or ends behind the part.
    private mutating func readPlainWords(from first: Int) -> Int {
        let runs = text.firstRun
        let answers = UnsafePointer(memory.answers.base)
        let bytes = UnsafeRawPointer(text.base)
        let masks = UnsafePointer(masks.base)
        let words = words.base
        let known = known.base
        var knownCount = 0
        let limit = UInt32(truncatingIfNeeded: end)
        // A word's ordinal is its run's number less this.
        let skipped = first - self.words.count
        var run = first
        while true {
            let found = runs[run]
            // A flag makes one of the two too large.
            let count = found.unflaggedCount
            if count > UInt32(Word.keyLength) || found.flaggedEnd > limit { break }
            let mask = masks[Int(count)]
            let start = Int(found.flaggedStart)
            let key = Word.key(at: bytes + start, low: mask.low, high: mask.high)
            let place = WordMemory.place(of: Word.hash(key.low, key.high))
            let isFirst = answers[place].differs(from: key) == 0
            let answer = answers[isFirst ? place : place ^ 1]
            if answer.differs(from: key) != 0 { break }
            words[run &- skipped] = TextWord(
                start: Int32(bitPattern: found.flaggedStart), end: Int32(bitPattern: found.flaggedEnd))
            known[knownCount] = KnownWord(word: Int32(truncatingIfNeeded: run &- skipped), list: answer.list)
            knownCount &+= answer.list == WordMemory.none ? 0 : 1
            run &+= 1
        }
        recordKnown(knownCount)
        if run > first {
            self.words.resize(to: run - skipped)
            lastEnd = runs[run - 1].end
            self.run = 1
        }
        return run
    }

    // Inlined, for the compiler (6.3.1) copies all of the scan for a call.
    @inline(__always)
    private func word(of run: TextMap.Run) -> Word { Word(unfolded: text.base + run.start, count: run.end - run.start) }
}
