import Expressions

/// Turns expressions into the nodes of a program.
struct Compiler {
    private(set) var nodes: [Program.Node] = []
    private(set) var operands: [Program.NodeID] = []
    private(set) var patterns: [Pattern] = []
    private var nodeIDs: [Key: Program.NodeID] = [:]
    private var patternIDs: [Pattern: Int32] = [:]
    private var folding = Folding()
    private let stemmer: Stemmer?

    /// What makes two nodes the same one.
    private struct Key: Hashable {
        var kind: Program.Node.Kind
        var words: Int32
        var operands: [Program.NodeID]
    }

    init(language: String) { stemmer = Stemmer(language: language) }

    mutating func node(for expression: Expression) -> Program.NodeID {
        switch expression {
        case .term(let term): node(for: term)
        case .phrase(let elements): add(.phrase, elements.map { node(for: $0) })
        case .proximity(let left, let right, let proximity):
            add(
                proximity.ordered ? .precedes : .near, words: proximity.words, [node(for: left), node(for: right)])
        case .all(let operands): add(.all, operands.map { node(for: $0) })
        case .any(let operands): add(.any, operands.map { node(for: $0) })
        case .not(let operand): add(.not, [node(for: operand)])
        case .name(let name): preconditionFailure("$\(name) is not expanded")
        }
    }

    private mutating func add(
        _ kind: Program.Node.Kind, words: Int = 0, _ operands: [Program.NodeID]
    ) -> Program.NodeID {
        let key = Key(kind: kind, words: Int32(words), operands: operands)
        if let known = nodeIDs[key] { return known }
        let id = Program.NodeID(nodes.count)
        nodes.append(
            Program.Node(
                kind: kind, words: Int32(words), first: Int32(self.operands.count), count: Int32(operands.count)))
        self.operands += operands
        nodeIDs[key] = id
        return id
    }

    /// A term matches its parts as a phrase, any neighbours among them written together. What the parts from
    /// `first` on match is some of them together, followed by what the rest matches.
    private mutating func node(for term: Term) -> Program.NodeID {
        let parts = term.parts
        var rest = [parts.count - 1: node(together: parts[(parts.count - 1)...], stemmed: term.stemmed)]
        for first in stride(from: parts.count - 2, through: 0, by: -1) {
            var ways: [Program.NodeID] = []
            for next in first + 1..<parts.count {
                ways.append(add(.phrase, [node(together: parts[first..<next], stemmed: false), rest[next]!]))
            }
            ways.append(node(together: parts[first...], stemmed: term.stemmed))
            rest[first] = add(.any, ways)
        }
        return rest[0]!
    }

    private mutating func node(together parts: ArraySlice<String>, stemmed: Bool) -> Program.NodeID {
        let pattern =
            stemmed
            ? Pattern(stemOf: parts, folding: &folding, stemmer: stemmer) : Pattern(parts: parts, folding: &folding)
        if let known = patternIDs[pattern] { return known }
        let id = Program.NodeID(nodes.count)
        nodes.append(Program.Node(kind: .pattern, words: 0, first: Int32(patterns.count), count: 0))
        patterns.append(pattern)
        patternIDs[pattern] = id
        return id
    }
}

/// Finds for a node a set of patterns one of which stands in every text where the node holds: of a conjunction the
/// operand whose patterns are rarest.
struct TriggerFinder {
    private let nodes: [Program.Node]
    private let operands: [Program.NodeID]
    private let patterns: [Pattern]
    private var known: [Program.NodeID: [Int32]] = [:]

    init(nodes: [Program.Node], operands: [Program.NodeID], patterns: [Pattern]) {
        self.nodes = nodes
        self.operands = operands
        self.patterns = patterns
    }

    mutating func patterns(of id: Program.NodeID) -> [Int32] {
        if let set = known[id] { return set }
        let node = nodes[Int(id)]
        let set: [Int32] =
            switch node.kind {
            case .pattern: [node.first]
            case .any: Set(operands[node.operands].flatMap { patterns(of: $0) }).sorted()
            case .phrase, .near, .precedes, .all: rarest(operands[node.operands])
            case .not: []
            }
        known[id] = set
        return set
    }

    private mutating func rarest(_ operands: ArraySlice<Program.NodeID>) -> [Int32] {
        let sets = operands.map { patterns(of: $0) }.filter { !$0.isEmpty }
        return sets.min { cost($0) < cost($1) } ?? []
    }

    /// A guess at how often the patterns occur: short words and short beginnings are frequent.
    private func cost(_ set: [Int32]) -> Int {
        set.reduce(0) { sum, id in
            let pattern = patterns[Int(id)]
            let letters = pattern.bytes.count { $0 != Pattern.star && $0 != Pattern.question }
            return sum + (pattern.isLiteral ? 1 : 4) * (letters < 3 ? 64 : letters < 5 ? 8 : 1)
        }
    }
}
