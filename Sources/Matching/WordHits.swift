/// Words with what they match, alone and joined by hyphens.
extension TextScan {
    @inline(__always)
    mutating func add(_ word: Word, _ start: Int, _ end: Int, consumed: Int) {
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
    mutating func addHits(of word: Word, _ interval: WordInterval) {
        let list = memory.patterns(of: word)
        if list != WordMemory.none { record(interval, list) }
    }

    @inline(never)
    mutating func record(_ interval: WordInterval, _ list: Int32) {
        let isJoined = interval.first < interval.last
        for index in Int(list) + 1...Int(list + memory.lists[Int(list)]) {
            let pattern = Int(memory.lists[index])
            if isJoined { recordJoined(interval, pattern) } else { append(interval, pattern) }
        }
    }

    /// Of words joined by hyphens, the fewest that match: `integrat*` matches "integrated" in "integrated-care", not
    /// the whole. A set matches where one of its patterns does.
    mutating func recordJoined(_ interval: WordInterval, _ pattern: Int) {
        if vocabulary.isSet(pattern) || hasHit(pattern, inside: interval) { return }
        append(interval, pattern)
        vocabulary.forEachSet(with: Int32(pattern)) { set in
            let last = lastHit[Int(set)]
            if last < 0 || hits[Int(last)].words != interval { append(interval, Int(set)) }
        }
    }

    @inline(__always)
    mutating func append(_ interval: WordInterval, _ pattern: Int) {
        hits.append(Hit(pattern: Int32(truncatingIfNeeded: pattern), words: interval, previous: lastHit[pattern]))
        lastHit[pattern] = Int32(truncatingIfNeeded: hits.count - 1)
    }

    @inline(__always)
    func hasHit(_ pattern: Int, inside interval: WordInterval) -> Bool {
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
    mutating func isJoined(to start: Int) -> Bool {
        if start == lastEnd + 1 { return lastEnd >= 0 && text[lastEnd] == UInt8(ascii: "-") }
        return start == lastEnd + 3 && lastEnd >= 0 && text[lastEnd] >= 0xE0 && isHyphen(at: lastEnd)
    }

    mutating func isHyphen(at position: Int) -> Bool {
        if case .hyphen = kind(at: position).kind { true } else { false }
    }

    /// The last words of a run joined by hyphens, two and more of them, as if they were one.
    @inline(never)
    mutating func addJoinedHits() {
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
    func asciiWord(_ index: Int) -> Word? {
        let start = Int(words[index].start)
        let count = Int(words[index].end) - start
        guard count <= Word.keyLength else { return nil }
        let word = Word(unfolded: text.base + start, count: count)
        return word.isASCII ? word : nil
    }

    mutating func foldedWords(_ range: ClosedRange<Int>) -> Word {
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
