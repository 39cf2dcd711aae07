import Diagnostics

/// In which order dimensions are evaluated, so that `when` finds what it asks for.
struct DimensionOrder {
    /// Indices into the codebook's dimensions; those of a cycle, and what depends on them, are left out.
    private(set) var order: [Int] = []
    /// Dimensions that wait for each other: each asks for the next, the last for the first. Empty if there
    /// are none.
    private(set) var cycle: [Int] = []

    init(_ dimensions: [Dimension]) {
        let numbers = Dictionary(dimensions.enumerated().map { ($1.id, $0) }) { first, _ in first }
        let needs = dimensions.map { dimension in
            let conditions = dimension.codes.flatMap { $0.rules.flatMap(\.when) }
            return Set(conditions.compactMap { numbers[$0.dimension] }).sorted()
        }
        var users = [[Int]](repeating: [], count: dimensions.count)
        for (dimension, needed) in needs.enumerated() {
            for other in needed { users[other].append(dimension) }
        }
        var missing = needs.map(\.count)
        order = dimensions.indices.filter { missing[$0] == 0 }
        var next = 0
        while next < order.count {
            for user in users[order[next]] {
                missing[user] -= 1
                if missing[user] == 0 { order.append(user) }
            }
            next += 1
        }
        cycle = Self.cycle(needs, missing)
    }

    private static func cycle(_ needs: [[Int]], _ missing: [Int]) -> [Int] {
        guard var current = missing.firstIndex(where: { $0 > 0 }) else { return [] }
        var steps: [Int: Int] = [:]
        var path: [Int] = []
        while steps[current] == nil {
            steps[current] = path.count
            path.append(current)
            // What waits has at least one need that waits too.
            current = needs[current].first { missing[$0] > 0 }!
        }
        return Array(path[steps[current]!...])
    }
}

/// Conditions that can never be evaluated.
func checkOrder(_ codebook: Codebook) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let cycle = DimensionOrder(codebook.dimensions).cycle
    if let first = cycle.first {
        let names = (cycle + [first]).map { "'\(codebook.dimensions[$0].id)'" }
        let path = names.joined(separator: " asks for ")
        diagnostics.append(
            .error(
                "dimension-cycle", "dimensions wait for each other: \(path)", at: codebook.dimensions[first].place,
                help: "'when' names codes of dimensions that do not depend on this one"))
    }
    let ofDocuments = Set(codebook.dimensions.filter { $0.unit == .document }.map(\.id))
    for dimension in codebook.dimensions {
        for rule in dimension.codes.flatMap(\.rules) {
            for condition in rule.when where ofDocuments.contains(condition.dimension) {
                diagnostics.append(
                    .error(
                        "document-condition",
                        "'\(condition.dimension)' has unit: document and is known only when all passages are",
                        at: rule.place, help: "'when' names codes of dimensions with unit: passage"))
            }
        }
    }
    return diagnostics
}
