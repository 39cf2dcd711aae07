package import DocumentModel

/// What decisions.ndjson holds after further decisions.
package struct MergedDecisions: Sendable {
    /// A decision that another one took the place of.
    package struct Replacement: Sendable {
        package var old: Decision
        /// nil when it was taken back.
        package var new: Decision?
        package var row: RowDecision
    }

    /// Sorted by document, place and id, so that a line stays where it is from one version to the next.
    package private(set) var decisions: [Decision] = []
    package private(set) var new: [Decision] = []
    package private(set) var replacements: [Replacement] = []
    package private(set) var unchanged = 0

    /// - Parameters:
    ///   - decisions: what was decided before.
    ///   - rows: what was decided further, in the order in which it counts.
    package init(_ decisions: [Decision], with rows: [RowDecision]) {
        var all = Dictionary(decisions.map { (Key($0.anchor), $0) }, uniquingKeysWith: { first, _ in first })
        for row in rows { take(row, into: &all) }
        self.decisions = all.values.sorted(by: isBefore)
    }

    private mutating func take(_ row: RowDecision, into all: inout [Key: Decision]) {
        let key = Key(row.anchor)
        let old = all[key]
        switch row.change {
        case .takeBack:
            if let old { replacements.append(Replacement(old: old, new: nil, row: row)) }
            all[key] = nil
        case .decide(let decision):
            guard let old else {
                new.append(decision)
                all[key] = decision
                return
            }
            if old.saysTheSame(as: decision) {
                unchanged += 1
            } else {
                replacements.append(Replacement(old: old, new: decision, row: row))
                all[key] = decision
            }
        }
    }

    private struct Key: Hashable {
        var document: String
        var id: String

        init(_ anchor: DecisionAnchor) {
            document = anchor.document.sha256
            id = anchor.id
        }
    }
}

/// Texts by their bytes, which no locale changes.
private func isBefore(_ first: Decision, _ second: Decision) -> Bool {
    let paths = (Array(first.anchor.document.path.utf8), Array(second.anchor.document.path.utf8))
    if paths.0 != paths.1 { return paths.0.lexicographicallyPrecedes(paths.1) }
    if first.anchor.start != second.anchor.start { return first.anchor.start < second.anchor.start }
    return (first.anchor.id, first.anchor.document.sha256) < (second.anchor.id, second.anchor.document.sha256)
}
