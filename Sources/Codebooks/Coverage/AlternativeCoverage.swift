package import Diagnostics
package import DocumentModel

/// Which alternatives of one expression some example fires: the elements of its ORs and lists.
package struct AlternativeCoverage: Sendable, Hashable {
    /// What the expression belongs to.
    package enum Owner: Sendable, Hashable {
        /// A name under `terms`, without the dollar sign.
        case term(String)
        /// A key of a rule: `match`, `under`, `previous` or `unless`.
        case rule(CodeReference, rule: String, key: String)
    }

    package var owner: Owner
    /// As the author wrote them, names not expanded.
    package var alternatives: [String]
    /// Those of ``alternatives`` that no example fires, in the same order.
    package var unfired: [String]
    package var place: Place?
}

/// Which alternatives of a codebook's terms and rules its examples fire.
///
/// An alternative is fired when a rule holds in an example and the alternative's words are among those that made it
/// hold; of a rule with a negative weight in a near miss too; of `unless` where it stands in any of them.
///
/// - Returns: terms first, then rules in the codebook's order; expressions without alternatives are left out.
package func alternativeCoverage(of codebook: Codebook) -> [AlternativeCoverage] {
    var run = AlternativeRun(codebook)
    for dimension in codebook.dimensions {
        for code in dimension.codes {
            for example in code.examples { run.code(example.passage, isNearMiss: false) }
            for nearMiss in code.nearMisses { run.code(nearMiss.passage, isNearMiss: true) }
        }
    }
    return run.finished
}
