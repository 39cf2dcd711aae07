/// A pattern for one word: `lack`, `integrat*`, `wom?n`, `co-ordinat*`, `plan~`.
package struct Term: Sendable, Hashable {
    /// The hyphenated parts in order, as written; most terms have one. A part holds at least one letter or digit,
    /// `*` (any characters, or none) and `?` (exactly one), no possessive ending.
    package var parts: [String]
    /// `word~`: any word with the same Snowball stem. Such a term has no wildcard.
    package var stemmed: Bool

    /// More parts than any compound has; the ways to join them grow with the square of their number.
    package static let maximumParts = 8

    package init(parts: [String], stemmed: Bool = false) {
        self.parts = parts
        self.stemmed = stemmed
    }
}
