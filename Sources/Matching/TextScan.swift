import Expressions

/// One pass over a text: its words, and the hits of the vocabulary's patterns among them.
struct TextScan: ~Copyable {
    private(set) var words = Buffer<TextWord>(capacity: 1024)
    private(set) var hits = Buffer<Hit>()
    /// For each pattern its last hit, or −1.
    private(set) var lastHit: Buffer<Int32>
    /// Whether offsets in bytes are offsets in code points.
    private var countsCodePoints = true
    private var text = PaddedText()

    private let vocabulary: Vocabulary
    private var stems: StemLookup
    private var folding = Folding()
    private var found = Buffer<Int32>()
    /// The word being folded.
    private var folded = Buffer<UInt8>(capacity: 256)
    private var clause: Int32 = 0
    /// Where the last word ended, its possessive ending included.
    private var lastEnd = -1
    /// How many words up to the last one are joined by hyphens.
    private var run = 0

    /// A solid term also matches as many words joined by hyphens as this: more would be no spelling of one word.
    static let maximumRun = 4

    init(vocabulary: Vocabulary, language: String) {
        self.vocabulary = vocabulary
        stems = StemLookup(vocabulary, language: language)
        lastHit = Buffer(repeating: -1, count: vocabulary.patterns.count)
    }

    /// - Parameter text: valid UTF-8.
    mutating func scan(_ text: UnsafeBufferPointer<UInt8>) {
        forget()
        self.text.load(text)
        readWords()
    }

    private mutating func forget() {
        for index in 0..<hits.count { lastHit[Int(hits[index].pattern)] = -1 }
        hits.removeAll()
        words.removeAll()
        countsCodePoints = true
        clause = 0
        lastEnd = -1
        run = 0
    }
}

extension TextScan {
    /// Turns the offsets of the words from bytes into code points.
    mutating func countInCodePoints() {
        if countsCodePoints { return }
        countsCodePoints = true
        var position = 0
        var codePoints: Int32 = 0
        func advance(to end: Int32) -> Int32 {
            while position < Int(end) {
                if text[position] & 0xC0 != 0x80 { codePoints += 1 }
                position += 1
            }
            return codePoints
        }
        for index in 0..<words.count {
            words[index].start = advance(to: words[index].start)
            words[index].end = advance(to: words[index].end)
        }
    }
}

// MARK: - Words

extension TextScan {
    private mutating func readWords() {
        let classes = ByteClass.table
        let bytes = text.base
        var position = 0
        while position < text.count {
            switch classes[Int(bytes[position])] {
            case ByteClass.separator, ByteClass.apostrophe: position += 1
            case ByteClass.boundary, ByteClass.point:
                clause += 1
                position += 1
            case ByteClass.word:
                var end = position + 1
                while classes[Int(bytes[end])] == ByteClass.word { end += 1 }
                if endsWord(classes[Int(bytes[end])], at: end), end - position <= Word.keyLength {
                    add(Word(unfolded: bytes + position, count: end - position), position, end, consumed: end)
                    position = end
                } else {
                    position = readLongWord(at: position)
                }
            default: position = readBeyondASCII(at: position)
            }
        }
    }

    /// Whether a word of ASCII letters and digits ends before a byte of that class.
    @inline(__always)
    private func endsWord(_ byteClass: UInt8, at end: Int) -> Bool {
        byteClass <= ByteClass.boundary
            || (byteClass == ByteClass.point && !(text.isDigit(end - 1) && text.isDigit(end + 1)))
    }

    private mutating func readBeyondASCII(at position: Int) -> Int {
        let (kind, length) = kind(at: position)
        return kind == .word ? readLongWord(at: position) : position + length
    }

    /// Reads a word by the rules of ``ScalarKind``, whatever it consists of.
    ///
    /// - Returns: where it ends.
    private mutating func readLongWord(at start: Int) -> Int {
        folded.removeAll()
        var position = start
        var apostrophe = -1
        while position < text.count {
            let byte = text[position]
            let (kind, length) = kind(at: position)
            if kind == .apostrophe {
                guard self.kind(at: position + length).kind == .word else { break }
                apostrophe = position
            } else if kind == .separator || kind == .hyphen {
                guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: ","), text.isDigit(position - 1),
                    text.isDigit(position + 1), position > start
                else { break }
            }
            appendFolded(position, kind)
            position += length
        }
        var end = position
        if folded.count > 2, folded[folded.count - 2] == UInt8(ascii: "'"),
            folded[folded.count - 1] == UInt8(ascii: "s")
        {
            folded.truncate(to: folded.count - 2)
            end = apostrophe
        }
        add(foldedWord(), start, end, consumed: position)
        return position
    }

    private mutating func appendFolded(_ position: Int, _ kind: ScalarKind) {
        let byte = text[position]
        if kind == .apostrophe {
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
        for _ in 0..<PaddedText.padding { folded.append(0) }
        folded.truncate(to: length)
        return Word(bytes: folded.base, count: length)
    }

    /// The kind of the code point and its length in bytes.
    private mutating func kind(at position: Int) -> (kind: ScalarKind, length: Int) {
        let byte = text[position]
        if byte < 0x80 { return (ScalarKind(Unicode.Scalar(byte)), 1) }
        countsCodePoints = false
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
        words.append(TextWord(start: Int32(start), end: Int32(end), clause: clause))
        lastEnd = consumed
        addHits(of: word, WordInterval(first: index, last: index))
        run = joined ? min(run + 1, Self.maximumRun) : 1
        if joined { addJoinedHits() }
    }

    @inline(__always)
    private mutating func addHits(of word: Word, _ interval: WordInterval) {
        vocabulary.lookUp(word, into: &found)
        if !stems.isEmpty {
            let pattern = stems.pattern(of: word)
            if pattern != LiteralTable.none { found.append(pattern) }
        }
        if found.count > 0 { record(interval) }
    }

    @inline(never)
    private mutating func record(_ interval: WordInterval) {
        for index in 0..<found.count {
            let pattern = Int(found[index])
            // Of words joined by hyphens, the fewest that match: `integrat*` matches "integrated" in
            // "integrated-care", not the whole.
            if interval.first < interval.last, hasHit(pattern, inside: interval) { continue }
            hits.append(Hit(pattern: Int32(pattern), words: interval, previous: lastHit[pattern]))
            lastHit[pattern] = Int32(hits.count - 1)
        }
        found.removeAll()
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
    private func isJoined(to start: Int) -> Bool {
        guard lastEnd >= 0, start > lastEnd else { return false }
        if start == lastEnd + 1 { return text[lastEnd] == UInt8(ascii: "-") }
        guard start == lastEnd + 3, text[lastEnd] >= 0xE0 else { return false }
        return ScalarKind(text.scalar(at: lastEnd).scalar) == .hyphen
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
