import Expressions

/// Ones over the first bytes of a word of at most sixteen.
struct KeyMask: BitwiseCopyable {
    var low: UInt64
    var high: UInt64
}

/// The words of a part of a text, and the hits of the vocabulary's patterns and sets among them.
struct TextScan: ~Copyable {
    private var words = Buffer<TextWord>(capacity: 1024)
    private var hits = Buffer<Hit>()
    /// For each pattern and set its last hit, or −1.
    private var lastHit: Buffer<Int32>
    private var text = TextMap()
    /// The first run of bytes that does not end before the part.
    private var nextRun = 0
    /// Where the part begins and ends.
    private var start = 0
    private var end = 0

    private let vocabulary: Vocabulary
    private var memory: WordMemory
    /// By the number of a word's bytes.
    private var masks = Buffer<KeyMask>()
    private var folding = Folding()
    /// The word being folded.
    private var folded = Buffer<UInt8>(capacity: 256)
    /// Where the last word ended, its possessive ending included.
    private var lastEnd = -1
    /// How many words up to the last one are joined by hyphens.
    private var run = 0

    /// A solid term also matches as many words joined by hyphens as this: more would be no spelling of one word.
    static let maximumRun = 4

    var hitCount: Int { hits.count }

    init(vocabulary: Vocabulary, language: String) {
        memory = WordMemory(vocabulary: vocabulary, language: language)
        self.vocabulary = vocabulary
        lastHit = Buffer(repeating: -1, count: vocabulary.count)
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
        words.removeAll()
        words.reserve(part.count)
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
    /// What this loop touches for a word without hits is in registers, which is why it does nothing else.
    ///
    /// - Returns: the first run that is something else, or ends behind the part.
    private mutating func readPlainWords(from first: Int) -> Int {
        let runs = text.firstRun
        let bytes = UnsafeRawPointer(text.base)
        let masks = UnsafePointer(masks.base)
        let answers = UnsafePointer(memory.answers.base)
        let words = words.base
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
            let answer = answers[WordMemory.place(of: Word.hash(key.low, key.high))]
            if answer.low != key.low || answer.high != key.high { break }
            words[run &- skipped] = TextWord(
                start: Int32(bitPattern: found.flaggedStart), end: Int32(bitPattern: found.flaggedEnd))
            if answer.list != WordMemory.none {
                let word = Int32(truncatingIfNeeded: run &- skipped)
                record(WordInterval(first: word, last: word), answer.list)
            }
            run &+= 1
        }
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

    /// Reads what of a run stands in the part, words or not: beyond ASCII, with apostrophes, long, or cut.
    @inline(never)
    private mutating func readUnusual(_ run: TextMap.Run, in part: Range<Int>) {
        var position = max(run.start, part.lowerBound)
        let stop = min(run.end, part.upperBound)
        if stop - position == run.end - run.start, stop - position <= Word.keyLength {
            let word = Word(unfolded: text.base + position, count: stop - position)
            if word.isASCII {
                let possessive = word.count > 2 && word.ending >> 16 == Self.possessive ? 2 : 0
                add(word.prefix(word.count - possessive), position, stop - possessive, consumed: stop)
                return
            }
        }
        while position < stop {
            let (kind, length) = kind(at: position)
            if case .word = kind { position = readWord(at: position) } else { position += length }
        }
    }

    /// `'s`, the last byte highest.
    private static var possessive: UInt32 { UInt32(UInt8(ascii: "s")) << 8 | UInt32(UInt8(ascii: "'")) }

    /// Reads a word by the rules of ``ScalarKind``, whatever it consists of.
    ///
    /// - Returns: where it ends.
    private mutating func readWord(at start: Int) -> Int {
        folded.removeAll()
        var position = start
        var apostrophe = -1
        while position < end {
            let byte = text[position]
            let (kind, length) = kind(at: position)
            let goesOn: Bool
            switch kind {
            case .word, .ignored: goesOn = true
            case .apostrophe:
                goesOn = position + length < end && isWord(at: position + length)
                if goesOn { apostrophe = position }
            case .separator, .hyphen:
                goesOn =
                    (byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")) && position > start && position + 1 < end
                    && isASCIIDigit(text[position - 1]) && isASCIIDigit(text[position + 1])
            }
            if !goesOn { break }
            appendFolded(position, kind)
            position += length
        }
        var wordEnd = position
        if folded.count > 2, folded[folded.count - 2] == UInt8(ascii: "'"),
            folded[folded.count - 1] == UInt8(ascii: "s")
        {
            folded.truncate(to: folded.count - 2)
            wordEnd = apostrophe
        }
        add(foldedWord(), start, wordEnd, consumed: position)
        return position
    }

    private mutating func appendFolded(_ position: Int, _ kind: ScalarKind) {
        let byte = text[position]
        if case .apostrophe = kind {
            folded.append(UInt8(ascii: "'"))
        } else if byte < 0x80 {
            // Only upper-case letters of ASCII have a lower case; points and commas stay.
            folded.append((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte)
        } else {
            for index in folding.folded(text.scalar(at: position).scalar).range { folded.append(folding.bytes[index]) }
        }
    }

    /// What ``folded`` holds, with zeros behind it.
    private mutating func foldedWord() -> Word {
        let length = folded.count
        for _ in 0..<Word.keyLength { folded.append(0) }
        folded.truncate(to: length)
        return Word(bytes: folded.base, count: length)
    }

    private mutating func isWord(at position: Int) -> Bool {
        if case .word = kind(at: position).kind { true } else { false }
    }

    /// The kind of the code point and its length in bytes.
    private mutating func kind(at position: Int) -> (kind: ScalarKind, length: Int) {
        let byte = text[position]
        if byte < 0x80 { return (ScalarKind(Unicode.Scalar(byte)), 1) }
        let (scalar, length) = text.scalar(at: position)
        return (folding.folded(scalar).kind, length)
    }
}

// MARK: - Hits

extension TextScan {
    @inline(__always)
    private mutating func add(_ word: Word, _ start: Int, _ end: Int, consumed: Int) {
        let joined = isJoined(to: start)
        let index = Int32(words.count)
        words.appendReserved(
            TextWord(start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end)))
        lastEnd = consumed
        addHits(of: word, WordInterval(first: index, last: index))
        run = joined ? min(run + 1, Self.maximumRun) : 1
        if joined { addJoinedHits() }
    }

    @inline(__always)
    private mutating func addHits(of word: Word, _ interval: WordInterval) {
        let list = memory.patterns(of: word)
        if list != WordMemory.none { record(interval, list) }
    }

    @inline(never)
    private mutating func record(_ interval: WordInterval, _ list: Int32) {
        let isJoined = interval.first < interval.last
        for index in Int(list) + 1...Int(list + memory.lists[Int(list)]) {
            let pattern = Int(memory.lists[index])
            if isJoined { recordJoined(interval, pattern) } else { append(interval, pattern) }
        }
    }

    /// Of words joined by hyphens, the fewest that match: `integrat*` matches "integrated" in "integrated-care", not
    /// the whole. A set matches where one of its patterns does.
    private mutating func recordJoined(_ interval: WordInterval, _ pattern: Int) {
        if vocabulary.isSet(pattern) || hasHit(pattern, inside: interval) { return }
        append(interval, pattern)
        vocabulary.forEachSet(with: Int32(pattern)) { set in
            let last = lastHit[Int(set)]
            if last < 0 || hits[Int(last)].words != interval { append(interval, Int(set)) }
        }
    }

    @inline(__always)
    private mutating func append(_ interval: WordInterval, _ pattern: Int) {
        hits.append(Hit(pattern: Int32(truncatingIfNeeded: pattern), words: interval, previous: lastHit[pattern]))
        lastHit[pattern] = Int32(truncatingIfNeeded: hits.count - 1)
    }

    @inline(__always)
    private func hasHit(_ pattern: Int, inside interval: WordInterval) -> Bool {
        var index = lastHit[pattern]
        // Hits come by their last word.
        while index >= 0, hits[Int(index)].words.last >= interval.first {
            if hits[Int(index)].words.first >= interval.first { return true }
            index = hits[Int(index)].previous
        }
        return false
    }

    /// Whether exactly one hyphen stands between the last word and `start`.
    @inline(__always)
    private mutating func isJoined(to start: Int) -> Bool {
        if start == lastEnd + 1 { return lastEnd >= 0 && text[lastEnd] == UInt8(ascii: "-") }
        return start == lastEnd + 3 && lastEnd >= 0 && text[lastEnd] >= 0xE0 && isHyphen(at: lastEnd)
    }

    private mutating func isHyphen(at position: Int) -> Bool {
        if case .hyphen = kind(at: position).kind { true } else { false }
    }

    /// The last words of a run joined by hyphens, two and more of them, as if they were one.
    @inline(never)
    private mutating func addJoinedHits() {
        let last = words.count - 1
        var together = asciiWord(last)
        for length in 2...run {
            let first = last - length + 1
            together = together.flatMap { behind in asciiWord(first).flatMap { $0.joined(to: behind) } }
            let word = together ?? foldedWords(first...last)
            addHits(of: word, WordInterval(first: Int32(first), last: Int32(last)))
        }
    }

    /// A word of the text if it is short and ASCII.
    @inline(__always)
    private func asciiWord(_ index: Int) -> Word? {
        let start = Int(words[index].start)
        let count = Int(words[index].end) - start
        guard count <= Word.keyLength else { return nil }
        let word = Word(unfolded: text.base + start, count: count)
        return word.isASCII ? word : nil
    }

    private mutating func foldedWords(_ range: ClosedRange<Int>) -> Word {
        folded.removeAll()
        for index in range {
            var position = Int(words[index].start)
            while position < Int(words[index].end) {
                let (kind, length) = kind(at: position)
                appendFolded(position, kind)
                position += length
            }
        }
        return foldedWord()
    }
}
