/// A table beside the chart.
package enum ReviewTable: String, Sendable, CaseIterable {
    /// The review's Appendix C: one row a document, one column a theme.
    case synthesis
    /// The review's Table 2: how many documents of each year, study type, database and category.
    case characteristics
    /// How many documents cite each theme.
    case themes
    /// Mentions by document, theme and category.
    case mentions
    /// Themes that stand together.
    case coOccurrence = "co-occurrence"

    /// Whether its rows are sums over all documents; else each document has rows of its own.
    package var hasSums: Bool {
        switch self {
        case .synthesis, .mentions: false
        case .characteristics, .themes, .coOccurrence: true
        }
    }

    /// As people read it.
    var name: String {
        switch self {
        case .synthesis: "Synthesis"
        case .characteristics: "Characteristics"
        case .themes: "Themes"
        case .mentions: "Mentions"
        case .coOccurrence: "Co-occurrence"
        }
    }
}

/// Rows that are ready to be written.
package struct ReviewTableRows: Sendable {
    package var table: ReviewTable
    package var rows: [[ReviewCell]]
}
