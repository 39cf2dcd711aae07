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

    private let memory: TableMemory
    /// A node's index is its id; operands come before what they are operands of. Needs are a plan's.
    let nodes: [Node]
    let operands: Table<NodeID>
    let entries: Table<Entry>
    /// By entry.
    let alternatives: Table<Alternative>
    let vocabulary: Vocabulary
    /// What is asked first before anything is known of the texts.
    let firstPlan: Plan

    init(entries: [Matcher.Entry], language: String) {
        var compiler = Compiler(language: language)
        let roots = entries.map { entry in
            (root: compiler.node(for: entry.expression), negation: entry.negation.map { compiler.node(for: $0) } ?? -1)
        }
        compiler.numberSets()
        let nodes = compiler.nodes
        func pattern(_ node: NodeID) -> Int32 {
            node >= 0 && nodes[Int(node)].kind == .pattern ? nodes[Int(node)].first : -1
        }
        let sought = (compiler.operands + roots.flatMap { [$0.root, $0.negation] }).map(pattern)
        vocabulary = Vocabulary(patterns: compiler.patterns, sets: compiler.sets, sought: Set(sought))
        var alternatives: [Alternative] = []
        for (entry, (root, _)) in roots.enumerated() {
            let node = nodes[Int(root)]
            for root in node.kind == .any ? Array(compiler.operands[node.operands]) : [root] {
                alternatives.append(Alternative(root: root, entry: Int32(entry), pattern: pattern(root)))
            }
        }
        var memory = TableMemory()
        self.nodes = nodes
        operands = memory.table(compiler.operands)
        self.entries = memory.table(
            roots.map { Entry(negation: $0.negation, negationPattern: pattern($0.negation)) })
        self.alternatives = memory.table(alternatives)
        self.memory = memory
        firstPlan = Plan(
            nodes: nodes, operands: operands, alternatives: self.alternatives,
            frequencies: Plan.guessedFrequencies(compiler.patterns, compiler.sets))
    }

    /// A plan for texts in which patterns and sets are as frequent as these numbers say.
    func plan(frequencies: [Int]) -> Plan {
        Plan(nodes: nodes, operands: operands, alternatives: alternatives, frequencies: frequencies)
    }
}
