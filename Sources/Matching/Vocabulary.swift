/// The patterns of all expressions, and which of them match a word.
///
/// Literal words are found through a hash table; patterns with wildcards through what every match begins (or
/// ends) with, up to four bytes of it; only the few that have neither are tried on every word.
///
/// An OR of patterns is a set: it has an id behind the patterns' and matches what any of them does, so that its hits
/// need not be gathered from theirs.
final class Vocabulary: Sendable {
    /// A pattern's index is its id.
    let patterns: [Pattern]
    /// Ids of the patterns `word~`.
    let stemmed: [Int32]
    private let memory: TableMemory
    private let literals: LiteralTable
    /// One table for each length of the anchor that occurs.
    private let beginnings: Table<AnchorTable>
    private let endings: Table<AnchorTable>
    /// The tables' filters, close together.
    private let beginningFilters: Table<AnchorFilter>
    private let endingFilters: Table<AnchorFilter>
    private let unanchored: Table<Int32>
    /// For each pattern where its sets begin in ``setIDs``, and at last where they all end.
    private let setBegins: Table<Int32>
    private let setIDs: Table<Int32>
    /// By pattern: whether it is looked for outside of sets too, so that its own hits are needed.
    private let sought: Table<Bool>
    /// How many patterns and sets there are.
    let count: Int

    /// - Parameters:
    ///   - sets: ids of their patterns.
    ///   - sought: ids of the patterns that are looked for outside of sets.
    init(patterns: [Pattern], sets: [[Int32]], sought: Set<Int32>) {
        self.patterns = patterns
        count = patterns.count + sets.count
        var stemmed: [Int32] = []
        var literals: [(word: Word, pattern: Int32)] = []
        var beginnings: [Int: [(key: UInt32, candidate: AnchorTable.Candidate)]] = [:]
        var endings = beginnings
        var unanchored: [Int32] = []
        for (index, pattern) in patterns.enumerated() {
            let id = Int32(index)
            if pattern.stemmed {
                stemmed.append(id)
            } else if pattern.isLiteral, pattern.bytes.count <= Word.keyLength {
                literals.append((Self.padded(pattern.bytes[...]), id))
            } else if !pattern.prefix.isEmpty {
                let candidate = Self.candidate(id, pattern)
                let length = min(4, pattern.prefix.count)
                let key = UInt32(truncatingIfNeeded: candidate.low) & Self.firstBytes(length)
                beginnings[length, default: []].append((key, candidate))
            } else if !pattern.suffix.isEmpty {
                let length = min(4, pattern.suffix.count)
                let key = Self.padded(pattern.suffix).ending & Self.lastBytes(length)
                endings[length, default: []].append((key, Self.candidate(id, pattern)))
            } else {
                unanchored.append(id)
            }
        }
        self.stemmed = stemmed
        var memory = TableMemory()
        self.literals = LiteralTable(literals, in: &memory)
        var tables: [AnchorTable] = []
        for (length, members) in beginnings.sorted(by: { $0.key < $1.key }) {
            tables.append(AnchorTable(members, mask: Self.firstBytes(length), in: &memory))
        }
        self.beginnings = memory.table(tables)
        beginningFilters = memory.table(tables.map(\.filter))
        tables = []
        for (length, members) in endings.sorted(by: { $0.key < $1.key }) {
            tables.append(AnchorTable(members, mask: Self.lastBytes(length), in: &memory))
        }
        self.endings = memory.table(tables)
        endingFilters = memory.table(tables.map(\.filter))
        self.unanchored = memory.table(unanchored)
        var setsByPattern = [[Int32]](repeating: [], count: patterns.count)
        for (index, members) in sets.enumerated() {
            for pattern in members { setsByPattern[Int(pattern)].append(Int32(patterns.count + index)) }
        }
        (setBegins, setIDs) = memory.lists(setsByPattern)
        self.sought = memory.table(patterns.indices.map { sought.contains(Int32($0)) })
        self.memory = memory
    }

    @inline(__always)
    func isSought(_ pattern: Int32) -> Bool { sought[Int(pattern)] }

    /// Calls `body` for the sets that a pattern belongs to.
    @inline(__always)
    func forEachSet(with pattern: Int32, _ body: (Int32) -> Void) {
        for index in Int(setBegins[Int(pattern)])..<Int(setBegins[Int(pattern) + 1]) { body(setIDs[index]) }
    }

    /// Appends the sets that some patterns belong to.
    func appendSets(of patterns: borrowing Buffer<Int32>, to list: inout Buffer<Int32>) {
        let start = list.count
        for index in 0..<patterns.count { forEachSet(with: patterns[index]) { list.append($0) } }
        list.sort(from: start)
        var end = start
        for index in start..<list.count where end == start || list[index] != list[end - 1] {
            list[end] = list[index]
            end += 1
        }
        list.truncate(to: end)
    }

    private static func firstBytes(_ count: Int) -> UInt32 { UInt32(truncatingIfNeeded: Word.mask(count)) }

    private static func lastBytes(_ count: Int) -> UInt32 { ~firstBytes(4 - count) }

    /// The bytes as a word whose numbers hold all that fits; longer ones serve for these numbers only.
    private static func padded(_ bytes: ArraySlice<UInt8>) -> Word {
        let kept = bytes.count > Word.keyLength ? bytes.suffix(Word.keyLength) : bytes
        let copy = Array(kept) + [UInt8](repeating: 0, count: Word.keyLength)
        return copy.withUnsafeBufferPointer { Word(bytes: $0.baseAddress!, count: kept.count) }
    }

    private static func candidate(_ id: Int32, _ pattern: Pattern) -> AnchorTable.Candidate {
        let first = pattern.prefix.prefix(Word.keyLength)
        let word = padded(first)
        return AnchorTable.Candidate(
            pattern: id, low: word.low, lowMask: Word.mask(first.count), high: word.high,
            highMask: Word.mask(first.count - 8), decided: pattern.isPrefixOnly && pattern.prefix.count == first.count)
    }

    /// Appends the ids of the patterns without stem sign that match the word.
    func lookUp(_ word: Word, into found: inout Buffer<Int32>) {
        if word.count <= Word.keyLength {
            let literal = literals.pattern(of: word)
            if literal != LiteralTable.none { found.append(literal) }
        }
        let beginning = UInt32(truncatingIfNeeded: word.low)
        for index in beginningFilters.indices {
            let filter = beginningFilters[index]
            let key = beginning & filter.mask
            if filter.mayContain(key) { compare(word, with: beginnings[index], key: key, into: &found) }
        }
        if endings.count > 0 || unanchored.count > 0 { lookUpWithoutBeginning(word, into: &found) }
    }

    private func lookUpWithoutBeginning(_ word: Word, into found: inout Buffer<Int32>) {
        let ending = word.ending
        for index in endingFilters.indices {
            let filter = endingFilters[index]
            let key = ending & filter.mask
            if filter.mayContain(key) { compare(word, with: endings[index], key: key, into: &found) }
        }
        for index in unanchored.indices where matches(word, unanchored[index]) { found.append(unanchored[index]) }
    }

    private func compare(_ word: Word, with table: AnchorTable, key: UInt32, into found: inout Buffer<Int32>) {
        table.forEachCandidate(key: key, word: word) { candidate in
            if candidate.decided || matches(word, candidate.pattern) { found.append(candidate.pattern) }
        }
    }

    private func matches(_ word: Word, _ pattern: Int32) -> Bool {
        word.withBytes { patterns[Int(pattern)].matches($0) }
    }
}
