/// Words with what they match, alone and joined by hyphens.
extension TextScan {
    @inline(__always)
    mutating func add(_ word: Word, _ start: Int, _ end: Int, consumed: Int) {
        memory.forgetIfLong()
        let joined = isJoined(to: start)
        let index = Int32(words.count)
        words.appendReserved(
            TextWord(start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end)))
        lastEnd = consumed
        let list = memory.patterns(of: word)
        if list != WordMemory.none {
            known[0] = KnownWord(word: index, list: list)
            recordKnown(1)
        }
        run = joined ? min(run + 1, Self.maximumRun) : 1
        if joined { addJoinedHits() }
    }

    /// Records the hits of the first words of ``known``, each by itself.
    ///
    /// In two loops, without branches for most words: how many hits the next one has, no processor could foresee.
    mutating func recordKnown(_ count: Int) {
        var pendingCount = 0
        for index in 0..<count {
            let word = known[index].word
            let list = memory.lists.base + Int(known[index].list)
            let hitCount = Int(list[0])
            pending.resize(to: pendingCount + hitCount + WordMemory.padding)
            let next = pending.base + pendingCount
            for hit in 0..<WordMemory.padding { next[hit] = PendingHit(pattern: list[1 + hit], word: word) }
            if hitCount > WordMemory.padding {
                for hit in WordMemory.padding..<hitCount { next[hit] = PendingHit(pattern: list[1 + hit], word: word) }
            }
            pendingCount &+= hitCount
        }
        let first = hits.count
        hits.resize(to: first + pendingCount)
        triggers.reserve(hits.count)
        let (pending, hits, lastHit) = (pending.base, hits.base + first, lastHit.base)
        let (isTrigger, triggers) = (isTrigger.base, triggers.base)
        var triggerCount = self.triggers.count
        for index in 0..<pendingCount {
            let (pattern, word) = (pending[index].pattern, pending[index].word)
            let previous = lastHit[Int(pattern)]
            hits[index] = Hit(pattern: pattern, words: WordInterval(first: word, last: word), previous: previous)
            lastHit[Int(pattern)] = Int32(truncatingIfNeeded: first &+ index)
            triggers[triggerCount] = pattern
            // Ones where there is no hit before.
            triggerCount &+= Int(isTrigger[Int(pattern)] & (previous >> 31))
        }
        self.triggers.resize(to: triggerCount)
    }

    /// Records the hits of words joined by hyphens, of which the fewest that match count: `integrat*` matches
    /// "integrated" in "integrated-care", not the whole. A set matches where one of its patterns does.
    private mutating func recordJoined(_ interval: WordInterval, _ list: Int32) {
        listMatches(inside: interval)
        for index in memory.matching(list) {
            let pattern = memory.lists[index]
            if inside.contains(pattern) { continue }
            if vocabulary.isSought(pattern) { append(interval, pattern) }
            vocabulary.forEachSet(with: pattern) { set in
                let last = lastHit[Int(set)]
                if last < 0 || hits[Int(last)].words != interval { append(interval, set) }
            }
        }
    }

    /// Lists the patterns that match fewer of the words of an interval.
    private mutating func listMatches(inside interval: WordInterval) {
        inside.removeAll()
        for first in Int(interval.first)...Int(interval.last) {
            for last in first...Int(interval.last) where last - first < Int(interval.last - interval.first) {
                let list = memory.patterns(of: joined(first...last))
                if list == WordMemory.none { continue }
                for index in memory.matching(list) { inside.append(memory.lists[index]) }
            }
        }
    }

    private mutating func append(_ interval: WordInterval, _ pattern: Int32) {
        let previous = lastHit[Int(pattern)]
        hits.append(Hit(pattern: pattern, words: interval, previous: previous))
        lastHit[Int(pattern)] = Int32(truncatingIfNeeded: hits.count - 1)
        if previous < 0, isTrigger[Int(pattern)] != 0 { triggers.append(pattern) }
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
        for length in 2...run {
            let first = last - length + 1
            let list = memory.patterns(of: joined(first...last))
            if list != WordMemory.none { recordJoined(WordInterval(first: Int32(first), last: Int32(last)), list) }
        }
    }

    /// Words of the text as if they were one, to be used before the next.
    private mutating func joined(_ range: ClosedRange<Int>) -> Word {
        var together = asciiWord(range.lowerBound)
        for index in range.dropFirst() {
            together = together.flatMap { before in asciiWord(index).flatMap { before.joined(to: $0) } }
        }
        return together ?? foldedWords(range)
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
