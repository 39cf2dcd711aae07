import Expressions

/// The words of a part of a text, and the hits of the vocabulary's patterns among them.
struct TextScan: ~Copyable {
    private(set) var words = Buffer<TextWord>(capacity: 1024)
    private(set) var hits = Buffer<Hit>()
    /// For each pattern its last hit, or −1.
    private(set) var lastHit: Buffer<Int32>
    private var text = TextMap()
    /// Where the part ends.
    private var end = 0

    private var memory: WordMemory
    private var folding = Folding()
    /// The word being folded.
    private var folded = Buffer<UInt8>(capacity: 256)
    /// Where the last word ended, its possessive ending included.
    private var lastEnd = -1
    /// How many words up to the last one are joined by hyphens.
    private var run = 0

    /// A solid term also matches as many words joined by hyphens as this: more would be no spelling of one word.
    static let maximumRun = 4

    init(vocabulary: Vocabulary, language: String) {
        memory = WordMemory(vocabulary: vocabulary, language: language)
        lastHit = Buffer(repeating: -1, count: vocabulary.patterns.count)
    }

    /// - Parameter text: valid UTF-8.
    mutating func load(_ text: UnsafeBufferPointer<UInt8>) { self.text.load(text) }

    /// Reads the words of a part of the text as if there were nothing around it.
    ///
    /// - Parameter part: UTF-8 offsets; code points are not parted.
    mutating func scan(_ part: Range<Int>) {
        for index in 0..<hits.count { lastHit[Int(hits[index].pattern)] = -1 }
        hits.removeAll()
        words.removeAll()
        lastEnd = -1
        run = 0
        end = part.upperBound
        readWords(from: part.lowerBound)
    }

    /// How many clause boundaries (`, ; : . ! ?` outside numbers) come before a word.
    func clause(of word: Int32) -> Int32 { text.boundaries(before: Int(words[Int(word)].start)) }

    /// Where an interval of words stands in the text, in code points.
    func span(of interval: WordInterval) -> Range<Int> {
        text.codePoints(
            before: Int(words[Int(interval.first)].start))..<text.codePoints(before: Int(words[Int(interval.last)].end))
    }
}

// MARK: - Words

extension TextScan {
    private mutating func readWords(from start: Int) {
        var position = start
        while position < end {
            let (wordish, special) = text.window(at: position)
            let gap = wordish.trailingZeroBitCount
            if gap == 64 {
                position += 64
                continue
            }
            position += gap
            if position >= end { return }
            let length = (~(wordish &>> UInt64(gap))).trailingZeroBitCount
            let mask: UInt64 = (1 &<< UInt64(length)) &- 1
            // What reaches the end of the window may go on behind it; what is special is none of this loop's business.
            if length > Word.keyLength || gap + length == 64 || position + length > end
                || (special &>> UInt64(gap)) & mask != 0
            {
                position = readUnusual(from: position)
                continue
            }
            add(
                Word(unfolded: text.base + position, count: length), position, position + length,
                consumed: position + length)
            position += length
        }
    }

    /// Reads what stands together, words or not: beyond ASCII, long, or at the end of the part.
    ///
    /// - Returns: where it ends.
    @inline(never)
    private mutating func readUnusual(from start: Int) -> Int {
        var stop = start
        var isPlain = true
        var length = 64
        while stop < end, length == 64 {
            let (wordish, special) = text.window(at: stop)
            length = (~wordish).trailingZeroBitCount
            let mask: UInt64 = length == 64 ? .max : (1 << UInt64(length)) &- 1
            if special & mask != 0 { isPlain = false }
            stop += length
        }
        stop = min(stop, end)
        if isPlain, stop - start <= Word.keyLength {
            add(Word(unfolded: text.base + start, count: stop - start), start, stop, consumed: stop)
            return stop
        }
        var position = start
        while position < stop {
            let (kind, length) = kind(at: position)
            if case .word = kind { position = readWord(at: position) } else { position += length }
        }
        return position
    }

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
        words.append(
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
        for index in Int(list) + 1...Int(list + memory.lists[Int(list)]) {
            let pattern = Int(memory.lists[index])
            // Of words joined by hyphens, the fewest that match: `integrat*` matches "integrated" in
            // "integrated-care", not the whole.
            if interval.first < interval.last, hasHit(pattern, inside: interval) { continue }
            hits.append(Hit(pattern: Int32(pattern), words: interval, previous: lastHit[pattern]))
            lastHit[pattern] = Int32(hits.count - 1)
        }
    }

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
        for length in 2...run {
            let first = last - length + 1
            folded.removeAll()
            for index in first...last {
                var position = Int(words[index].start)
                while position < Int(words[index].end) {
                    let (kind, length) = kind(at: position)
                    appendFolded(position, kind)
                    position += length
                }
            }
            addHits(of: foldedWord(), WordInterval(first: Int32(first), last: Int32(last)))
        }
    }
}
