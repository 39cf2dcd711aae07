package import Codebooks

/// A passage and dimension in which coders part.
package struct Disagreement: Sendable {
    package var passage: GoldPassage
    package var dimension: String
    /// By coder; nil where the coder did not code it.
    package var codes: [[String]?]
}

/// Where coders who coded the same passage gave it different codes, in the order of passages.
package func disagreements(among units: CodedUnits, codebooks: [Codebook]) -> [Disagreement] {
    let named = Set(units.units.flatMap { $0.codings.flatMap { $0?.codes.map(\.dimension) ?? [] } })
    let dimensions = codebooks.flatMap(\.dimensions).filter { $0.unit == .passage && named.contains($0.id) }
    return units.units.flatMap { unit in
        dimensions.compactMap { dimension in
            let codes = unit.codings.map { $0?.codes(in: dimension.id) }
            guard Set(codes.compactMap { $0.map { Set($0) } }).count > 1 else { return nil }
            return Disagreement(passage: unit.passage, dimension: dimension.id, codes: codes)
        }
    }
}
