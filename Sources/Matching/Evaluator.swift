/// Evaluates the nodes of a program over the hits of one text.
///
/// First come the values: word intervals where a node holds. Where an entry holds, a second walk goes down again and
/// keeps the words that take part in a value that counts.
struct Evaluator: ~Copyable {
    private let program: Program
    private var nodes: Table<Program.Node>
    private let operands: Table<Program.NodeID>
    private var arena = IntervalArena()
    /// For each node its value, known if the stamp is the current text's.
    private var values: Buffer<Value>
    private var stamp: UInt32 = 0
    /// The current text.
    private var found: FoundWords
    private var negation = Negation()
    /// Last words of operands that no negation stands before, ascending.
    private var openLefts = Buffer<Int32>()
    private var openRights = Buffer<Int32>()
    /// Where matches stand: the words of a term, a phrase from its first word to its last; unsorted.
    private(set) var spans = Buffer<WordInterval>()

    // Not private: the compiler (6.3.1) cannot destroy a private element type from another file.
    struct Value: BitwiseCopyable {
        var text: UInt32
        var start: Int32
        var end: Int32
    }

    init(program: Program, text: FoundWords) {
        self.program = program
        found = text
        nodes = program.firstPlan.nodes
        operands = program.operands
        values = Buffer(repeating: Value(text: 0, start: 0, end: 0), count: program.nodes.count)
    }

    /// - Parameter plan: to be kept as long as it is used.
    mutating func use(_ plan: Plan) { nodes = plan.nodes }

    /// Forgets the text before.
    mutating func begin(_ text: FoundWords) {
        found = text
        arena.begin(words: text.wordCount)
        negation.forget()
        stamp &+= 1
        if stamp == 0 {
            for index in nodes.indices { values[index] = Value(text: 0, start: 0, end: 0) }
            stamp = 1
        }
    }

    /// Begins an entry, of which ``spans`` will be.
    mutating func begin(_ entry: Program.Entry) {
        spans.removeAll()
        if entry.negation != negation.node {
            let hits = entry.negation < 0 ? 0..<0 : value(of: entry.negation)
            negation.take(hits, of: entry.negation, arena)
        }
    }

    /// Whether an alternative of the entry holds; appends its spans if so.
    mutating func evaluate(_ alternative: Program.Alternative) -> Bool {
        collect(alternative.root, negated: !negation.isEmpty)
    }
}

extension Evaluator {
    @inline(__always)
    func sortSpans() {
        if spans.count > 1 { spans.sort(from: 0) }
    }
}

// MARK: - About the whole text

extension Evaluator {
    /// Whether the node holds; appends its spans if so.
    ///
    /// - Parameter negated: whether negated hits do not count.
    private mutating func collect(_ id: Program.NodeID, negated: Bool) -> Bool {
        let start = spans.count
        let node = nodes[Int(id)]
        if isWithoutNeed(node) { return false }
        switch node.kind {
        case .all:
            for index in node.operands where !collect(operands[index], negated: negated) {
                spans.truncate(to: start)
                return false
            }
            return true
        case .any:
            var holds = false
            for index in node.operands where collect(operands[index], negated: negated) { holds = true }
            return holds
        case .not:
            // What takes a passage away does so negated or not.
            let holds = collect(operands[Int(node.first)], negated: false)
            spans.truncate(to: start)
            return !holds
        case .near, .precedes:
            return collectPairs(node, negated: negated)
        case .pattern:
            var hit = found.lastHit[Int(node.first)]
            while hit >= 0 {
                let (words, previous) = (found.hits[Int(hit)].words, found.hits[Int(hit)].previous)
                if isOpen(words, negated) { spans.append(words) }
                hit = previous
            }
            return spans.count > start
        case .phrase:
            for index in value(of: id) where isOpen(arena[index], negated) { spans.append(arena[index]) }
            return spans.count > start
        }
    }

    /// A proximity that is no part of another: hulls need not be made, only the operands that have a partner found.
    ///
    /// A hull begins with the earlier operand, so that is the one that a negation can stand before.
    private mutating func collectPairs(_ node: Program.Node, negated: Bool) -> Bool {
        let left = operands[Int(node.first)]
        let right = operands[Int(node.first) + 1]
        let lefts = value(of: left)
        let rights = lefts.isEmpty ? lefts : value(of: right)
        if rights.isEmpty { return false }
        negation.listOpen(lefts, arena, found, negated, into: &openLefts)
        let window = node.words + 1
        let usedLefts = arena.count
        if node.kind == .near {
            negation.listOpen(rights, arena, found, negated, into: &openRights)
        } else {
            openRights.removeAll()
        }
        for index in lefts {
            let interval = arena[index]
            let leads = arena.begins(rights, after: interval.last, window) && isOpen(interval, negated)
            if leads || openRights.holds(before: interval.first, window) { arena.append(interval) }
        }
        let usedRights = arena.count
        if usedRights == usedLefts { return false }
        for index in rights {
            let interval = arena[index]
            let leads =
                node.kind == .near && arena.begins(lefts, after: interval.last, window)
                && isOpen(interval, negated)
            if leads || openLefts.holds(before: interval.first, window) { arena.append(interval) }
        }
        let end = arena.count
        keep(usedLefts..<usedRights, of: left)
        keep(usedRights..<end, of: right)
        return true
    }

    /// Whether the text lacks what the node cannot hold without.
    @inline(__always)
    private func isWithoutNeed(_ node: Program.Node) -> Bool {
        node.need >= 0 && found.lastHit[Int(node.need)] < 0
    }

    private func isOpen(_ interval: WordInterval, _ negated: Bool) -> Bool {
        !(negated && negation.negates(interval, found))
    }
}

// MARK: - Values

extension Evaluator {
    /// The word intervals where the node holds.
    private mutating func value(of id: Program.NodeID) -> Range<Int> {
        let node = nodes[Int(id)]
        if isWithoutNeed(node) { return 0..<0 }
        let known = values[Int(id)]
        if known.text == stamp { return Int(known.start)..<Int(known.end) }
        let result = computedValue(of: node)
        values[Int(id)] = Value(text: stamp, start: Int32(result.lowerBound), end: Int32(result.upperBound))
        return result
    }

    private mutating func computedValue(of node: Program.Node) -> Range<Int> {
        switch node.kind {
        case .pattern:
            let start = arena.count
            var hit = found.lastHit[Int(node.first)]
            while hit >= 0 {
                arena.append(found.hits[Int(hit)].words)
                hit = found.hits[Int(hit)].previous
            }
            // The last hit came first.
            arena.reverse(from: start)
            return arena.close(from: start)
        case .any:
            // All operands first: what is computed meanwhile would end up among what is appended.
            for index in node.operands { _ = value(of: operands[index]) }
            let start = arena.count
            for index in node.operands { arena.append(contentsOf: value(of: operands[index])) }
            return arena.close(from: start)
        case .phrase:
            var result = value(of: operands[Int(node.first)])
            for index in node.operands.dropFirst() where !result.isEmpty {
                let next = value(of: operands[index])
                let start = arena.count
                arena.appendAdjacent(result, next)
                result = arena.close(from: start)
            }
            return result
        case .near, .precedes:
            let lefts = value(of: operands[Int(node.first)])
            let rights = lefts.isEmpty ? lefts : value(of: operands[Int(node.first) + 1])
            let start = arena.count
            arena.appendHulls(lefts, rights, words: node.words)
            if node.kind == .near { arena.appendHulls(rights, lefts, words: node.words) }
            return arena.close(from: start)
        case .all, .not:
            preconditionFailure("AND and NOT have no words; check(_:at:) refuses them here")
        }
    }
}

// MARK: - Words that take part

extension Evaluator {
    /// Appends the spans of the node's words that take part in the used intervals, values of the node in the arena.
    private mutating func keep(_ used: Range<Int>, of id: Program.NodeID) {
        let node = nodes[Int(id)]
        switch node.kind {
        case .pattern, .phrase:
            for index in used { spans.append(arena[index]) }
        case .any:
            for index in node.operands {
                let values = value(of: operands[index])
                let start = arena.count
                if !values.isEmpty { arena.appendCommon(used, values) }
                let end = arena.count
                if end > start { keep(start..<end, of: operands[index]) }
            }
        case .near, .precedes:
            keepPairs(used, of: node)
        case .all, .not:
            preconditionFailure("AND and NOT have no words")
        }
    }

    /// A proximity within another: the operands whose hull is used.
    private mutating func keepPairs(_ used: Range<Int>, of node: Program.Node) {
        let left = operands[Int(node.first)]
        let right = operands[Int(node.first) + 1]
        let lefts = value(of: left)
        let rights = value(of: right)
        let leftMarks = Buffer(repeating: false, count: lefts.count)
        let rightMarks = Buffer(repeating: false, count: rights.count)
        arena.markOperands(ofHulls: used, before: lefts, after: rights, words: node.words, leftMarks, rightMarks)
        if node.kind == .near {
            arena.markOperands(ofHulls: used, before: rights, after: lefts, words: node.words, rightMarks, leftMarks)
        }
        let usedLefts = arena.append(lefts, where: leftMarks)
        let usedRights = arena.append(rights, where: rightMarks)
        keep(usedLefts, of: left)
        keep(usedRights, of: right)
    }
}
