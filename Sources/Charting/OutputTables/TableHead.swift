/// What stands above the rows of a table, and what its columns hold.
package struct TableHead: Sendable, Hashable {
    /// Names the table in file names and JSON: `synthesis`.
    package var id: String
    /// Names it for people, and its sheet: `Synthesis`.
    package var name: String
    /// Title of the review.
    package var title: String
    /// How much of it a person has checked.
    package var banner: String
    /// What the table counts, and how many there are: `n = 33 read of 35 included`.
    package var caption: String
    package var notes: [String]
    /// From left to right; ids are unique.
    package var columns: [TableColumn]
    /// Columns on the left that name a row, and stay in view.
    package var frozenColumns: Int
    /// BCP 47 tag of the language of the cells.
    package var language: String
}

/// A column of a table.
package struct TableColumn: Sendable, Hashable {
    /// What the cells of a column hold, unless they say why they hold nothing.
    package enum Kind: Sendable, Hashable {
        case text
        /// A text that the rows of a group share; formats may show it once.
        case group
        case count
        /// A number with so many decimal places, at most 3.
        case decimal(places: Int)
        /// Statements by category.
        case statements
    }

    /// Names the column in JSON.
    package var id: String
    package var heading: String
    package var kind: Kind
    /// In characters, for spreadsheets.
    package var width: Int

    package init(_ id: String, heading: String, _ kind: Kind = .text, width: Int) {
        self.id = id
        self.heading = shortened(heading)
        self.kind = kind
        self.width = width
    }

    var isNumber: Bool {
        switch kind {
        case .count, .decimal: true
        case .text, .group, .statements: false
        }
    }
}
