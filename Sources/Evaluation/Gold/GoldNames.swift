package import Codebooks
package import Diagnostics
import DocumentModel

/// Gold with the names of its dimensions and codes turned into the codebooks' ids: gold may name a code by its id,
/// its label or an alias, in any case. A code without a dimension is that of the first dimension that has it.
///
/// - Returns: the gold, without codes that no codebook has, and for each such name an error where it first stands.
///   Dimensions that no codebook has are left out with a warning.
package func resolved(
    _ gold: [GoldPassage], with codebooks: [Codebook]
) -> (gold: [GoldPassage], diagnostics: [Diagnostic]) {
    var resolver = NameResolver(dimensions: codebooks.flatMap(\.dimensions))
    let resolved = gold.map { resolver.resolved($0) }
    return (resolved, resolver.diagnostics)
}

private struct NameResolver {
    private let dimensions: [Dimension]
    /// By dimension, then by lower-case name.
    private let codes: [String: [String: String]]
    private var reported: Set<CodeReference> = []
    private(set) var diagnostics: [Diagnostic] = []

    init(dimensions: [Dimension]) {
        self.dimensions = dimensions
        var codes: [String: [String: String]] = [:]
        for dimension in dimensions {
            // Ids go first: a label of one code may be the id of another.
            for names in [\Code.ids, \Code.otherNames] {
                for code in dimension.codes {
                    for name in code[keyPath: names] where codes[dimension.id]?[name.lowercased()] == nil {
                        codes[dimension.id, default: [:]][name.lowercased()] = code.id
                    }
                }
            }
        }
        self.codes = codes
    }

    mutating func resolved(_ gold: GoldPassage) -> GoldPassage {
        var gold = gold
        let placed = gold.codes.flatMap { $0.dimension.isEmpty ? inDimensions($0.codes, gold) : [$0] }
        gold.codes = placed.compactMap { dimension in
            guard let names = codes[dimension.dimension] else {
                reportDimension(dimension.dimension, gold)
                return nil
            }
            let found = dimension.codes.compactMap { name -> String? in
                if let code = names[name.lowercased()] { return code }
                reportCode(CodeReference(dimension: dimension.dimension, code: name), gold)
                return nil
            }
            return DimensionCodes(dimension: dimension.dimension, codes: found)
        }
        return gold
    }

    /// Codes that stand without a dimension, by the dimension that has them.
    private mutating func inDimensions(_ names: [String], _ gold: GoldPassage) -> [DimensionCodes] {
        names.reduce(into: []) { result, name in
            guard let owner = dimensions.first(where: { codes[$0.id]?[name.lowercased()] != nil }) else {
                guard reported.insert(CodeReference(dimension: "", code: name)).inserted else { return }
                diagnostics.append(
                    .error(
                        "unknown-code", "no codebook has the code '\(name)'", at: gold.place,
                        help: "further names stand under 'aliases' of a code",
                        suggestion: nearestName(to: name, among: dimensions.flatMap { $0.codes.map(\.id) })))
                return
            }
            result = merged(result, [DimensionCodes(dimension: owner.id, codes: [name])])
        }
    }

    private mutating func reportDimension(_ name: String, _ gold: GoldPassage) {
        guard reported.insert(CodeReference(dimension: name, code: "")).inserted else { return }
        let ids = dimensions.map(\.id)
        diagnostics.append(
            .warning(
                "unknown-dimension", "no codebook has the dimension '\(name)', its codes are left out", at: gold.place,
                help: "dimensions: " + ids.joined(separator: ", "), suggestion: nearestName(to: name, among: ids)))
    }

    private mutating func reportCode(_ reference: CodeReference, _ gold: GoldPassage) {
        guard reported.insert(reference).inserted else { return }
        let ids = dimensions.first { $0.id == reference.dimension }?.codes.map(\.id) ?? []
        diagnostics.append(
            .error(
                "unknown-code", "the dimension '\(reference.dimension)' has no code '\(reference.code)'",
                at: gold.place,
                help: "codes: " + ids.joined(separator: ", ") + "; further names stand under 'aliases' of a code",
                suggestion: nearestName(to: reference.code, among: ids)))
    }
}

extension Code {
    fileprivate var ids: [String] { [id] }
    fileprivate var otherNames: [String] { [label] + aliases }
}
