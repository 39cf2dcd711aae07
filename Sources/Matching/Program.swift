import Expressions

/// The expressions of all entries as one graph: equal parts are one node, evaluated once a text.
final class Program: Sendable {
    typealias NodeID = Int32

    struct Node: BitwiseCopyable, Sendable {
        enum Kind: UInt8, BitwiseCopyable {
            /// Words that match a pattern of the vocabulary.
            case pattern
            case phrase, near, precedes, any, all, not
        }

        var kind: Kind
        /// Of NEAR and PRE: how many words may stand between.
        var words: Int32
        /// The pattern's id; otherwise the index of the first operand in ``operands``.
        var first: Int32
        /// How many operands there are.
        var count: Int32

        var operands: Range<Int> { Int(first)..<Int(first + count) }
    }

    struct Entry: BitwiseCopyable, Sendable {
        var root: NodeID
        /// Negative if there is no negation.
        var negation: NodeID
    }

    private let memory: TableMemory
    /// A node's index is its id; operands come before what they are operands of.
    let nodes: Table<Node>
    let operands: Table<NodeID>
    let entries: Table<Entry>
    let vocabulary: Vocabulary
    /// For each pattern where its entries begin in ``triggeredEntries``, and at last where they all end.
    private let triggers: Table<Int32>
    private let triggeredEntries: Table<Int32>

    init(entries: [Matcher.Entry], language: String) {
        var compiler = Compiler(language: language)
        let compiled = entries.map { entry in
            Entry(
                root: compiler.node(for: entry.expression),
                negation: entry.negation.map { compiler.node(for: $0) } ?? -1)
        }
        var memory = TableMemory()
        nodes = memory.table(compiler.nodes)
        operands = memory.table(compiler.operands)
        self.entries = memory.table(compiled)
        vocabulary = Vocabulary(patterns: compiler.patterns)
        var finder = TriggerFinder(nodes: compiler.nodes, operands: compiler.operands, patterns: compiler.patterns)
        var entriesByPattern = [[Int32]](repeating: [], count: compiler.patterns.count)
        for (index, entry) in compiled.enumerated() {
            for pattern in finder.patterns(of: entry.root) { entriesByPattern[Int(pattern)].append(Int32(index)) }
        }
        var begins: [Int32] = [0]
        for list in entriesByPattern { begins.append(begins.last! + Int32(list.count)) }
        triggers = memory.table(begins)
        triggeredEntries = memory.table(Array(entriesByPattern.joined()))
        self.memory = memory
    }

    /// Calls `body` for the entries that cannot hold without the pattern or another one like it.
    @inline(__always)
    func forEachEntry(triggeredBy pattern: Int32, _ body: (Int32) -> Void) {
        for index in Int(triggers[Int(pattern)])..<Int(triggers[Int(pattern) + 1]) { body(triggeredEntries[index]) }
    }
}
