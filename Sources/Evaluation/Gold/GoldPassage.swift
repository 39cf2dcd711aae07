package import Diagnostics
package import DocumentModel

/// A passage with the codes that a person gave it.
package struct GoldPassage: Sendable, Hashable {
    package var passage: Passage
    /// By name of the dimension; codes in the file's order, the main one first. A dimension with no code is an
    /// empty list or missing, which means the same: the person looked and found none.
    package var codes: [DimensionCodes]
    /// The document that it comes from; unit of resampling and of splits.
    package var document: String?
    package var coder: String?
    /// A case on the border: figures are given with and without these.
    package var isAmbiguous: Bool
    /// Whether the person had seen the machine's codes. Such gold tells which of these are right, and nothing of those
    /// that the machine missed: it counts for precision only.
    package var isSeen: Bool
    package var place: Place

    package init(
        passage: Passage, codes: [DimensionCodes], document: String? = nil, coder: String? = nil,
        isAmbiguous: Bool = false, isSeen: Bool = false, place: Place = Place()
    ) {
        self.passage = passage
        self.codes = codes
        self.document = document
        self.coder = coder
        self.isAmbiguous = isAmbiguous
        self.isSeen = isSeen
        self.place = place
    }

    /// The codes of a dimension, the main one first.
    package func codes(in dimension: String) -> [String] {
        codes.first { $0.dimension == dimension }?.codes ?? []
    }
}
