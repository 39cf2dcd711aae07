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

/// Agreement in one dimension; the unit of analysis is the passage.
package struct DimensionAgreement: Sendable, Hashable {
    package var dimension: String
    /// Whether the gold names the dimension anywhere: of one that it never names nothing is known.
    package var isJudged: Bool
    /// Every code of the dimension, in the codebook's order.
    package var codes: [CodeAgreement]
    /// Whether a passage has any code of the dimension.
    package var coded: Counts
    /// Codes of the gold (rows) against those found, in the codebook's order, and none; see ``Confusion``.
    package var confusions: ConfusionMatrix
    /// Whether any passage has several codes of the dimension: then they are no categories that exclude each other.
    package var hasSeveralCodes: Bool
    package var sets: SetAgreement

    /// Pairs of passage and code, all codes together.
    package var micro: Counts { codes.map(\.counts).reduce(Counts(), +) }

    /// A coefficient of the codes as categories, none among them.
    package func ofCategories(_ figure: (ConfusionMatrix) -> Figure) -> Figure {
        hasSeveralCodes ? .undefined(reason: "passages have several codes") : figure(confusions)
    }
}

/// Agreement on all codes that a passage has in a dimension.
package struct SetAgreement: Sendable, Hashable {
    /// Passages with the same codes on both sides.
    package var same: Int
    package var all: Int
    /// Krippendorff's alpha with MASI as a difference (Passonneau 2006).
    package var alpha: Figure
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
    AgreementTable(of: gold, with: codes, codebooks: codebooks).agreement
}
