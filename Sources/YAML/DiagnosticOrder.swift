package import Diagnostics

/// By file, line and column; those of one place stay as they were found, and each is given once.
///
/// - Parameter files: which file comes first; those that are not named come before all of these.
package func inOrderOfLines(_ diagnostics: [Diagnostic], files: [String] = []) -> [Diagnostic] {
    let ranks = Dictionary(files.enumerated().map { ($1, $0) }) { first, _ in first }
    var seen: Set<Diagnostic> = []
    return diagnostics.enumerated()
        .filter { seen.insert($0.element).inserted }
        .sorted { first, second in
            let (a, b) = (first.element.place, second.element.place)
            let (rankA, rankB) = (a?.file.flatMap { ranks[$0] } ?? -1, b?.file.flatMap { ranks[$0] } ?? -1)
            return (rankA, a?.line ?? 0, a?.column ?? 0, first.offset)
                < (rankB, b?.line ?? 0, b?.column ?? 0, second.offset)
        }
        .map(\.element)
}
