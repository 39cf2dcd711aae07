/// The candidate that a misspelt name most likely meant, or nil if none is near.
///
/// Distance is Damerau–Levenshtein with adjacent transpositions (optimal string alignment), case
/// folded; a candidate counts when it differs by at most a third of the longer name. Among equals the
/// first candidate wins.
package func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
    guard name.utf8.count <= 4 * 64 else { return nil }
    let wanted = Array(name.lowercased().unicodeScalars)
    // Names are short; what is longer is no misspelt name, and the table below is quadratic.
    guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in candidates.prefix(mostCandidates) where candidate.utf8.count <= 4 * 64 {
        let letters = Array(candidate.lowercased().unicodeScalars)
        guard letters.count <= 64 else { continue }
        let distance = editDistance(wanted, letters)
        guard distance <= max(wanted.count, letters.count) / 3 || (distance == 1 && wanted.count <= 3) else { continue }
        if distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
}

/// More than a person has in mind; hostile input has a million names and misspells each.
private let mostCandidates = 2000

private func editDistance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    guard !first.isEmpty, !second.isEmpty else { return max(first.count, second.count) }
    var beforePrevious = [Int](repeating: 0, count: second.count + 1)
    var previous = Array(0...second.count)
    var current = previous
    for row in 1...first.count {
        current[0] = row
        for column in 1...second.count {
            let substitution = previous[column - 1] + (first[row - 1] == second[column - 1] ? 0 : 1)
            current[column] = min(previous[column] + 1, current[column - 1] + 1, substitution)
            if row > 1, column > 1, first[row - 1] == second[column - 2], first[row - 2] == second[column - 1] {
                current[column] = min(current[column], beforePrevious[column - 2] + 1)
            }
        }
        (beforePrevious, previous, current) = (previous, current, beforePrevious)
    }
    return previous[second.count]
}
