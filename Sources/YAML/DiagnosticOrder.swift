package import Diagnostics

/// By line and column; those of one place stay as they were found, and each is given once.
package func inOrderOfLines(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return diagnostics.enumerated()
        .filter { seen.insert($0.element).inserted }
        .sorted { first, second in
            let (a, b) = (first.element.place, second.element.place)
            return (a?.line ?? 0, a?.column ?? 0, first.offset) < (b?.line ?? 0, b?.column ?? 0, second.offset)
        }
        .map(\.element)
}
