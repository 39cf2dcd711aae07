package import DocumentModel

/// A statement in the cell of one category.
package struct ChartItem: Sendable, Hashable {
    /// From 1 in each cell.
    package var number: Int
    /// Code of the category in whose cell it stands.
    package var category: String
    /// Labels of its themes, by score; never empty.
    package var themes: [String]
    /// What the item is made of: the exact quote, its place, and what decided its codes.
    package var passage: CodedPassage

    /// The exact quote.
    package var statement: String { passage.statement }

    /// What the chart prints: the quote, or the reviewer's own words, which are marked as such.
    package var printed: String { passage.wording.map(markedWording) ?? statement }
}

/// A reviewer's wording as charts print it.
func markedWording(_ wording: String) -> String { wording + " [reviewer's wording]" }
