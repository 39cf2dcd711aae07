package import Codebooks
package import DocumentModel

/// Agreement between gold and codings of the same passages.
package struct Agreement: Sendable, Hashable {
    /// Over all passages, in the codebooks' order.
    package var dimensions: [DimensionAgreement]
    /// The same without ambiguous passages; as long as ``dimensions``.
    package var unambiguous: [DimensionAgreement]
    package var passages: Int
    package var ambiguousPassages: Int
}

/// Agreement in one dimension.
package struct DimensionAgreement: Sendable, Hashable {
    package var dimension: String
    /// Every code of the dimension, in the codebook's order.
    package var codes: [CodeAgreement]
    /// Whether a passage has any code of the dimension: the unit is the passage.
    package var coded: Counts

    /// Pairs of passage and code, all codes together.
    package var micro: Counts { codes.map(\.counts).reduce(Counts(), +) }
}

/// Agreement on one code.
package struct CodeAgreement: Sendable, Hashable {
    package var code: String
    package var counts: Counts
}

/// Compares gold with what was coded.
///
/// Every passage counts in every dimension of a passage's unit; a dimension without a code there is a "none",
/// on either side.
///
/// - Parameters:
///   - gold: with the codebooks' names, see ``resolved(_:with:)``.
///   - codes: for each gold passage, in its order.
///   - codebooks: whose dimensions are compared.
package func agreement(of gold: [GoldPassage], with codes: [PassageCodes], codebooks: [Codebook]) -> Agreement {
    precondition(gold.count == codes.count, "one coding for each gold passage")
    let dimensions = codebooks.flatMap(\.dimensions).filter { $0.unit == .passage }
    let pairs = Array(zip(gold, codes))
    let clear = pairs.filter { !$0.0.isAmbiguous }
    return Agreement(
        dimensions: dimensions.map { compare(pairs, in: $0) }, unambiguous: dimensions.map { compare(clear, in: $0) },
        passages: pairs.count, ambiguousPassages: pairs.count - clear.count)
}

private func compare(_ pairs: [(GoldPassage, PassageCodes)], in dimension: Dimension) -> DimensionAgreement {
    var coded = Counts()
    var counts = [Counts](repeating: Counts(), count: dimension.codes.count)
    for (gold, codes) in pairs {
        let expected = gold.codes(in: dimension.id)
        let found = codes.codes(in: dimension.id)
        coded.add(gold: !expected.isEmpty, found: !found.isEmpty)
        for (index, code) in dimension.codes.enumerated() {
            counts[index].add(gold: expected.contains(code.id), found: found.contains(code.id))
        }
    }
    return DimensionAgreement(
        dimension: dimension.id,
        codes: zip(dimension.codes, counts).map { CodeAgreement(code: $0.id, counts: $1) }, coded: coded)
}
