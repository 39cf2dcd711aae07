func themesText(_ summary: ChartSummary) -> TableText {
    TableText(
        notes: [
            "Documents with a statement of the theme, and their share of the documents read. Mentions: each statement and "
                + "each further passage that says the same. A document or statement with several themes counts in each.",
            "Nobody checked: statements that no person has decided on, and documents that cite the theme by such "
                + "statements alone.",
        ],
        columns: [
            TableColumn("theme", heading: "Theme", width: 34),
            TableColumn("documents", heading: "Documents (n=\(summary.read))", .count, width: 13),
            TableColumn("percentage", heading: "Percentage (%)", .decimal(places: 1), width: 13),
            TableColumn("statements", heading: "Statements", .count, width: 13),
            TableColumn("mentions", heading: "Mentions", .count, width: 13),
            TableColumn("unchecked_statements", heading: "Statements that nobody checked", .count, width: 18),
            TableColumn("unchecked_documents", heading: "Documents that nobody checked", .count, width: 18),
        ],
        frozenColumns: 1)
}

/// Counts documents, statements and mentions of each theme.
struct ThemeCount {
    struct Sums {
        var documents = 0
        var statements = 0
        var mentions = 0
        /// Statements that no person decided on.
        var uncheckedStatements = 0
        /// Documents with no other statements of the theme than such.
        var uncheckedDocuments = 0
    }

    private(set) var sums: [Sums]

    init(themes: Int) {
        sums = Array(repeating: Sums(), count: themes)
    }

    mutating func add(_ tally: DocumentMentions) {
        for theme in tally.themes {
            let statements = tally.statements.filter { $0.themes.contains(theme) }
            let unchecked = statements.count { !$0.isChecked }
            sums[theme].documents += 1
            sums[theme].statements += statements.count
            sums[theme].mentions += statements.reduce(0) { $0 + $1.mentions }
            sums[theme].uncheckedStatements += unchecked
            sums[theme].uncheckedDocuments += unchecked == statements.count ? 1 : 0
        }
    }

    func rows(_ themes: [TableSettings.Code], documents: Int) -> [[ReviewCell]] {
        zip(themes, sums).map { theme, sums in
            [
                .text(shortened(theme.label)), .count(sums.documents), .percentage(sums.documents, of: documents),
                .count(sums.statements), .count(sums.mentions), .count(sums.uncheckedStatements),
                .count(sums.uncheckedDocuments),
            ]
        }
    }
}
