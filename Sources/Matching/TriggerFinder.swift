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
    private let operands: Table<Program.NodeID>
    /// How often each pattern and set has hits.
    private let frequencies: [Int]
    private var known: [Program.NodeID: [[Int32]]] = [:]

    /// More conditions than a trigger uses.
    private static let maximumConditions = 3

    init(nodes: [Program.Node], operands: Table<Program.NodeID>, frequencies: [Int]) {
        self.nodes = nodes
        self.operands = operands
        self.frequencies = frequencies
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
            let rarest = node.operands.map { conditions(of: operands[$0]).first ?? [] }
            // Where nothing need stand for one of them, nothing need for the whole.
            found = rarest.contains { $0.isEmpty } ? [] : [Set(rarest.joined()).sorted()]
        case .phrase, .near, .precedes, .all:
            let all = node.operands.flatMap { conditions(of: operands[$0]) }
            let sorted = all.enumerated().sorted {
                (frequency(of: $0.element), $0.offset) < (frequency(of: $1.element), $1.offset)
            }
            found = Array(sorted.map(\.element).prefix(Self.maximumConditions))
        }
        known[id] = found
        return found
    }

    private func frequency(of condition: [Int32]) -> Int { condition.reduce(0) { $0 + frequencies[Int($1)] } }
}
