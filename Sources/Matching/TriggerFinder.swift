/// Finds for a node what has to stand in every text where it holds.
struct TriggerFinder {
    /// What a node cannot hold without.
    struct Trigger {
        /// One of these patterns and sets has a hit.
        var patterns: [Int32]
        /// Each of these has one; −1 stands for none.
        var companions: (Int32, Int32)
    }

    private let nodes: [Program.Node]
    private let operands: [Program.NodeID]
    /// For each pattern and set a guess at how often it has hits.
    private let costs: [Int]
    private var known: [Program.NodeID: [[Int32]]] = [:]

    /// More conditions than a trigger uses.
    private static let maximumConditions = 3

    init(_ compiler: Compiler) {
        nodes = compiler.nodes
        operands = compiler.operands
        let patterns = compiler.patterns.map(Self.cost)
        costs = patterns + compiler.sets.map { $0.reduce(0) { $0 + patterns[Int($1)] } }
    }

    mutating func trigger(of id: Program.NodeID) -> Trigger {
        let conditions = conditions(of: id)
        var single = conditions.dropFirst().filter { $0.count == 1 }.map { $0[0] }
        while single.count < 2 { single.append(-1) }
        return Trigger(patterns: conditions.first ?? [], companions: (single[0], single[1]))
    }

    /// The node with its rarest need.
    mutating func nodeWithNeed(_ id: Program.NodeID) -> Program.Node {
        var node = nodes[Int(id)]
        node.need = conditions(of: id).first { $0.count == 1 }?[0] ?? -1
        return node
    }

    /// Conditions that all hold where the node does, the rarest first: one of these patterns and sets has a hit.
    private mutating func conditions(of id: Program.NodeID) -> [[Int32]] {
        if let found = known[id] { return found }
        let node = nodes[Int(id)]
        let found: [[Int32]]
        switch node.kind {
        case .pattern: found = [[node.first]]
        case .not: found = []
        case .any:
            let rarest = operands[node.operands].map { conditions(of: $0).first ?? [] }
            // Where nothing need stand for one of them, nothing need for the whole.
            found = rarest.contains { $0.isEmpty } ? [] : [Set(rarest.joined()).sorted()]
        case .phrase, .near, .precedes, .all:
            let all = operands[node.operands].flatMap { conditions(of: $0) }
            let sorted = all.enumerated().sorted { (cost($0.element), $0.offset) < (cost($1.element), $1.offset) }
            found = Array(sorted.map(\.element).prefix(Self.maximumConditions))
        }
        known[id] = found
        return found
    }

    private func cost(_ condition: [Int32]) -> Int { condition.reduce(0) { $0 + costs[Int($1)] } }

    /// Short words and short beginnings are frequent.
    private static func cost(_ pattern: Pattern) -> Int {
        let letters = pattern.bytes.count { $0 != Pattern.star && $0 != Pattern.question }
        return (pattern.isLiteral ? 1 : 4) * (letters < 3 ? 64 : letters < 5 ? 8 : 1)
    }
}
