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
        /// A pattern or set without whose hits the node does not hold; −1 if there is none.
        var need: Int32 = -1

        var operands: Range<Int> { Int(first)..<Int(first + count) }
    }

    struct Entry: BitwiseCopyable, Sendable {
        /// Negative if there is no negation.
        var negation: NodeID
        /// The pattern or set whose hits negate; negative if there is no negation, or it is none.
        var negationPattern: Int32
    }

    /// What an entry holds where: it all, or one operand of its OR. They are looked at one by one, for of a rule's many
    /// phrases and proximities a text has one or two.
    struct Alternative: BitwiseCopyable, Sendable {
        var root: NodeID
        var entry: Int32
        /// The pattern or set whose hits are all that it asks for; negative if it asks for more.
        var pattern: Int32
    }

    /// An alternative that is worth a look where a pattern has a hit.
    struct Triggered: BitwiseCopyable, Sendable {
        var alternative: Int32
        /// Patterns and sets without whose hits it cannot hold either; −1 where there are fewer.
        var companions: (Int32, Int32)
    }

    private let memory: TableMemory
    /// A node's index is its id; operands come before what they are operands of.
    let nodes: Table<Node>
    let operands: Table<NodeID>
    let entries: Table<Entry>
    /// By entry.
    let alternatives: Table<Alternative>
    let vocabulary: Vocabulary
    /// For each pattern where its alternatives begin in ``triggered``, and at last where they all end.
    private let triggers: Table<Int32>
    private let triggered: Table<Triggered>

    init(entries: [Matcher.Entry], language: String) {
        var compiler = Compiler(language: language)
        let roots = entries.map { entry in
            (root: compiler.node(for: entry.expression), negation: entry.negation.map { compiler.node(for: $0) } ?? -1)
        }
        compiler.numberSets()
        vocabulary = Vocabulary(patterns: compiler.patterns, sets: compiler.sets)
        var finder = TriggerFinder(compiler)
        let nodes = compiler.nodes.indices.map { finder.nodeWithNeed(NodeID($0)) }
        func pattern(_ node: NodeID) -> Int32 {
            node >= 0 && nodes[Int(node)].kind == .pattern ? nodes[Int(node)].first : -1
        }
        var alternatives: [Alternative] = []
        var triggeredByPattern = [[Triggered]](repeating: [], count: vocabulary.count)
        for (entry, (root, _)) in roots.enumerated() {
            let node = nodes[Int(root)]
            for root in node.kind == .any ? Array(compiler.operands[node.operands]) : [root] {
                let trigger = finder.trigger(of: root)
                let triggered = Triggered(alternative: Int32(alternatives.count), companions: trigger.companions)
                for pattern in trigger.patterns { triggeredByPattern[Int(pattern)].append(triggered) }
                alternatives.append(Alternative(root: root, entry: Int32(entry), pattern: pattern(root)))
            }
        }
        var memory = TableMemory()
        self.nodes = memory.table(nodes)
        operands = memory.table(compiler.operands)
        self.entries = memory.table(
            roots.map { Entry(negation: $0.negation, negationPattern: pattern($0.negation)) })
        self.alternatives = memory.table(alternatives)
        (triggers, triggered) = memory.lists(triggeredByPattern)
        self.memory = memory
    }

    /// Calls `body` for the alternatives that cannot hold without the pattern or another one like it.
    @inline(__always)
    func forEachAlternative(triggeredBy pattern: Int32, _ body: (Triggered) -> Void) {
        for index in Int(triggers[Int(pattern)])..<Int(triggers[Int(pattern) + 1]) { body(triggered[index]) }
    }
}
