/// What is asked first of a text: for each alternative the rarest of what it cannot hold without.
///
/// Any plan finds the same; a good one looks at few alternatives that do not hold.
final class Plan: Sendable {
    /// An alternative that is worth a look where a pattern has a hit.
    struct Triggered: BitwiseCopyable, Sendable {
        var alternative: Int32
        /// Patterns and sets without whose hits it cannot hold either; −1 where there are fewer.
        var companions: (Int32, Int32)
    }

    /// The alternatives by what triggers them, without a reference to the plan that holds them.
    struct Triggers: BitwiseCopyable, Sendable {
        /// For each pattern and set where its alternatives begin in ``triggered``, and at last where they all end.
        fileprivate let begins: Table<Int32>
        fileprivate let triggered: Table<Triggered>
    }

    private let memory: TableMemory
    /// The program's nodes with their needs.
    let nodes: Table<Program.Node>
    let triggers: Triggers

    /// - Parameter frequencies: of each pattern and set, in any unit.
    init(
        nodes: [Program.Node], operands: Table<Program.NodeID>, alternatives: Table<Program.Alternative>,
        frequencies: [Int]
    ) {
        var finder = TriggerFinder(nodes: nodes, operands: operands, frequencies: frequencies)
        var triggered = [[Triggered]](repeating: [], count: frequencies.count)
        for index in alternatives.indices {
            let trigger = finder.trigger(of: alternatives[index].root)
            for pattern in trigger.patterns {
                triggered[Int(pattern)].append(
                    Triggered(alternative: Int32(index), companions: trigger.companions))
            }
        }
        var memory = TableMemory()
        self.nodes = memory.table(nodes.indices.map { finder.nodeWithNeed(Program.NodeID($0)) })
        let (begins, elements) = memory.lists(triggered)
        triggers = Triggers(begins: begins, triggered: elements)
        self.memory = memory
    }

    /// A guess before anything is known of the texts: short words and short beginnings are frequent.
    static func guessedFrequencies(_ patterns: [Pattern], _ sets: [[Int32]]) -> [Int] {
        let frequencies = patterns.map { pattern in
            let letters = pattern.bytes.count { $0 != Pattern.star && $0 != Pattern.question }
            return (pattern.isLiteral ? 1 : 4) * (letters < 3 ? 64 : letters < 5 ? 8 : 1)
        }
        return frequencies + sets.map { $0.reduce(0) { $0 + frequencies[Int($1)] } }
    }
}

extension Plan.Triggers {
    /// Whether a pattern or set is asked for first anywhere.
    func isTrigger(_ pattern: Int) -> Bool { begins[pattern] < begins[pattern + 1] }

    /// Calls `body` for the alternatives that cannot hold without the pattern or another one like it.
    @inline(__always)
    func forEachAlternative(of pattern: Int32, _ body: (Plan.Triggered) -> Void) {
        for index in Int(begins[Int(pattern)])..<Int(begins[Int(pattern) + 1]) { body(triggered[index]) }
    }
}
