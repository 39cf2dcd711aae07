/// What a written chart says of one document.
package struct ReadBackRow: Sendable, Hashable {
    /// Path of the document.
    package var document: String
    /// By column, then by number.
    package var statements: [ChartedStatement]
}

/// A statement as it stands in a written chart.
///
/// Two are equal when their bytes are: Swift's strings would call `é` and `e` with U+0301 the same.
package struct ChartedStatement: Sendable, Hashable {
    /// Code of the category in whose cell it stands.
    package var category: String
    package var number: Int
    package var themes: [String]
    /// As printed: the quote, or the reviewer's wording with its mark.
    package var statement: String

    package static func == (left: ChartedStatement, right: ChartedStatement) -> Bool {
        left.category == right.category && left.number == right.number && left.themes == right.themes
            && left.statement.utf8.elementsEqual(right.statement.utf8)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(category)
        hasher.combine(number)
    }
}

extension ChartRow {
    /// What must come back from every written chart.
    package var readBack: ReadBackRow {
        let statements = cells.flatMap(\.items).map { item in
            ChartedStatement(
                category: item.category, number: item.number, themes: item.themes, statement: item.printed)
        }
        return ReadBackRow(document: document, statements: statements)
    }
}
