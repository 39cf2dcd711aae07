import Expressions

/// Turns expressions into the nodes of a program.
struct Compiler {
    private(set) var nodes: [Program.Node] = []
    private(set) var operands: [Program.NodeID] = []
    private(set) var patterns: [Pattern] = []
    /// Ids of the patterns of ORs, ascending.
    private(set) var sets: [[Int32]] = []
    private var setIDs: [[Int32]: Program.NodeID] = [:]
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
        case .any(let operands): any(operands.map { node(for: $0) })
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

    /// An OR; those of its operands that are patterns become a set.
    private mutating func any(_ operands: [Program.NodeID]) -> Program.NodeID {
        let isPattern = operands.map { nodes[Int($0)].kind == .pattern && nodes[Int($0)].first >= 0 }
        let members = Set(zip(operands, isPattern).compactMap { $1 ? nodes[Int($0)].first : nil })
        guard members.count > 1 else { return add(.any, operands) }
        let set = set(of: members.sorted())
        let others = zip(operands, isPattern).compactMap { $1 ? nil : $0 }
        return others.isEmpty ? set : add(.any, [set] + others)
    }

    /// A set's number is negative until ``numberSets()``.
    private mutating func set(of patterns: [Int32]) -> Program.NodeID {
        if let known = setIDs[patterns] { return known }
        let id = Program.NodeID(nodes.count)
        nodes.append(Program.Node(kind: .pattern, words: 0, first: Int32(-1 - sets.count), count: 0))
        sets.append(patterns)
        setIDs[patterns] = id
        return id
    }

    /// Gives the sets their ids, behind those of all patterns.
    mutating func numberSets() {
        for index in nodes.indices where nodes[index].kind == .pattern && nodes[index].first < 0 {
            nodes[index].first = Int32(patterns.count) - 1 - nodes[index].first
        }
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
            rest[first] = any(ways)
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
