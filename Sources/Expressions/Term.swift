/// A pattern for one word: `lack`, `integrat*`, `wom?n`, `co-ordinat*`, `plan~`.
///
/// A hyphen in a text separates words. A term of one part matches a word, and also up to four words joined by
/// hyphens as if written together, where no fewer of them match (`coordination` matches "co-ordination", never
/// "co ordination"; `integrat*` matches "integrated" in "integrated-care"). A term of several parts matches them as
/// words side by side, with any neighbours among the parts written together: `co-ordination` matches
/// "co-ordination", "co ordination" and "coordination".
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
