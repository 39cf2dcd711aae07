package import Codebooks
package import DocumentModel

/// What passages are grouped by.
package enum Grouping: String, Sendable, CaseIterable {
    case document, section, coder

    /// The group of a passage, as it is printed.
    func group(of gold: GoldPassage) -> String {
        switch self {
        case .document: gold.document ?? "no document named"
        case .section: gold.passage.section?.rawValue ?? "section unknown"
        case .coder: gold.coder ?? "no coder named"
        }
    }
}

/// Agreement in one group of passages.
package struct GroupAgreement: Sendable, Hashable {
    package var name: String
    package var agreement: Agreement
}

/// Agreement in each group, in the order in which groups first come.
///
/// - Parameter gold: with the codebooks' names, see ``resolved(_:with:)``.
package func agreement(
    of gold: [GoldPassage], with codes: [PassageCodes], codebooks: [Codebook], by grouping: Grouping
) -> [GroupAgreement] {
    var names: [String] = []
    var members: [String: [Int]] = [:]
    for (index, passage) in gold.enumerated() {
        let name = grouping.group(of: passage)
        if members[name] == nil { names.append(name) }
        members[name, default: []].append(index)
    }
    return names.map { name in
        let indices = members[name] ?? []
        return GroupAgreement(
            name: name,
            agreement: agreement(of: indices.map { gold[$0] }, with: indices.map { codes[$0] }, codebooks: codebooks))
    }
}
