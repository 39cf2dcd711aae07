func mentionsText(_ settings: TableSettings) -> TableText {
    TableText(
        notes: [
            "How often a document says something of a theme: each statement and each further passage that says the same. "
                + "A statement with several themes counts in each; one in several categories counts in each of them, "
                + "and once in ‘All’. Documents that were not read have no rows."
        ],
        columns: [
            TableColumn("author", heading: "Author", .group, width: 24),
            TableColumn("title", heading: "Title", .group, width: 32),
            TableColumn("file", heading: "File", .group, width: 20),
            TableColumn("theme", heading: "Theme", width: 28),
        ]
            + settings.categories.map { category in
                TableColumn(
                    settings.chart.categoryDimension + "." + category.id, heading: category.label, .count, width: 15)
            }
            + [TableColumn("all", heading: "All", .count, width: 8)],
        frozenColumns: 2)
}

/// A row for each theme; none for a document that was not read.
func mentionsRows(_ builder: RowBuilder, _ tally: DocumentMentions, _ settings: TableSettings) -> [[ReviewCell]] {
    guard tally.isRead else { return [] }
    let names = documentCells(builder) + [.text(builder.document.path)]
    let categories = settings.categories.count
    var counts = settings.themes.map { _ in [Int](repeating: 0, count: categories + 1) }
    for statement in tally.statements {
        for theme in statement.themes {
            for category in statement.categories { counts[theme][category] += statement.mentions }
            counts[theme][categories] += statement.mentions
        }
    }
    return zip(settings.themes, counts).map { theme, counts in
        names + [.text(shortened(theme.label))] + counts.map { .count($0) }
    }
}
