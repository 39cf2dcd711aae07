import Expressions

/// The expressions of all entries as one graph: equal parts are one node, evaluated once a text.
final class Program: Sendable {
    typealias NodeID = Int32

    struct Node: BitwiseCopyable, Sendable {
        enum Kind: UInt8, BitwiseCopyable {
            /// Words that match a pattern or a set of the vocabulary.
            case pattern
            case phrase, near, precedes, any, all, not
        }

        var kind: Kind
        /// Of NEAR and PRE: how many words may stand between.
        var words: Int32
        /// The pattern's or set's id; otherwise the index of the first operand in ``operands``.
        var first: Int32
        /// How many operands there are.
        var count: Int32

        var operands: Range<Int> { Int(first)..<Int(first + count) }
    }

    struct Entry: BitwiseCopyable, Sendable {
        var root: NodeID
        /// Negative if there is no negation.
        var negation: NodeID
        /// The pattern or set whose hits are all that the entry asks for; negative if it asks for more.
        var pattern: Int32
        /// The pattern or set whose hits negate; negative if there is no negation, or it is none.
        var negationPattern: Int32
    }

    /// An entry that is worth a look where a pattern has a hit.
    struct Triggered: BitwiseCopyable, Sendable {
        var entry: Int32
        /// Patterns and sets without whose hits the entry cannot hold either; −1 where there are fewer.
        var companions: (Int32, Int32)
    }

    private let memory: TableMemory
    /// A node's index is its id; operands come before what they are operands of.
    let nodes: Table<Node>
    let operands: Table<NodeID>
    let entries: Table<Entry>
    let vocabulary: Vocabulary
    /// For each pattern where its entries begin in ``triggeredEntries``, and at last where they all end.
    private let triggers: Table<Int32>
    private let triggeredEntries: Table<Triggered>

    init(entries: [Matcher.Entry], language: String) {
        var compiler = Compiler(language: language)
        var compiled = entries.map { entry in
            Entry(
                root: compiler.node(for: entry.expression),
                negation: entry.negation.map { compiler.node(for: $0) } ?? -1, pattern: -1, negationPattern: -1)
        }
        compiler.numberSets()
        func pattern(_ node: NodeID) -> Int32 {
            node >= 0 && compiler.nodes[Int(node)].kind == .pattern ? compiler.nodes[Int(node)].first : -1
        }
        for index in compiled.indices {
            compiled[index].pattern = pattern(compiled[index].root)
            compiled[index].negationPattern = pattern(compiled[index].negation)
        }
        vocabulary = Vocabulary(patterns: compiler.patterns, sets: compiler.sets)
        var finder = TriggerFinder(compiler)
        var entriesByPattern = [[Triggered]](repeating: [], count: vocabulary.count)
        for index in compiled.indices {
            let trigger = finder.trigger(of: compiled[index].root)
            let triggered = Triggered(entry: Int32(index), companions: trigger.companions)
            for pattern in trigger.patterns { entriesByPattern[Int(pattern)].append(triggered) }
        }
        var memory = TableMemory()
        nodes = memory.table(compiler.nodes)
        operands = memory.table(compiler.operands)
        self.entries = memory.table(compiled)
        (triggers, triggeredEntries) = memory.lists(entriesByPattern)
        self.memory = memory
    }

    /// Calls `body` for the entries that cannot hold without the pattern or another one like it.
    @inline(__always)
    func forEachEntry(triggeredBy pattern: Int32, _ body: (Triggered) -> Void) {
        for index in Int(triggers[Int(pattern)])..<Int(triggers[Int(pattern) + 1]) { body(triggeredEntries[index]) }
    }
}
