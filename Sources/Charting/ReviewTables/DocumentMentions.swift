import DocumentModel

/// What the tables count of one document.
struct DocumentMentions {
    /// A statement of the chart. Codes are indices into the settings.
    struct Statement {
        var categories: [Int]
        var themes: [Int]
        /// Passages that say it: the statement and each further mention.
        var mentions: Int
        var isChecked: Bool
    }

    let isRead: Bool
    /// In document order.
    let statements: [Statement]

    /// - Parameter codes: indices of all codes.
    init(_ builder: RowBuilder, codes: CodeIndices) {
        isRead = builder.document.status.isRead
        let settings = builder.settings
        statements = builder.charted.map { passage in
            Statement(
                categories: passage.codes.codes(in: settings.categoryDimension).compactMap { codes.categories[$0] },
                themes: passage.codes.codes(in: settings.themeDimension).compactMap { codes.themes[$0] },
                mentions: 1 + passage.mentions.count, isChecked: passage.state != .machine)
        }
    }

    /// The categories of which there is a statement.
    var categories: Set<Int> { Set(statements.flatMap(\.categories)) }

    /// The themes of which there is a statement.
    var themes: Set<Int> { Set(statements.flatMap(\.themes)) }
}

/// Index of every category and theme in the settings.
struct CodeIndices {
    let categories: [String: Int]
    let themes: [String: Int]

    init(_ settings: TableSettings) {
        func indices(_ codes: [TableSettings.Code]) -> [String: Int] {
            Dictionary(codes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        }
        categories = indices(settings.categories)
        themes = indices(settings.themes)
    }
}
