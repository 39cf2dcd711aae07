import DocumentModel

func synthesisText(_ settings: TableSettings, _ summary: ChartSummary) -> TableText {
    TableText(
        notes: [
            "Statements stand under each of their themes, in document order, numbered anew in each category. "
                + summary.legend,
            ChartSummary.emptyCells,
        ],
        columns: [
            TableColumn("author", heading: "Author", width: 18), TableColumn("title", heading: "Title", width: 24),
        ]
            + settings.themes.map { theme in
                TableColumn(
                    settings.chart.themeDimension + "." + theme.id, heading: theme.label, .statements, width: 30)
            }
            + [TableColumn("file", heading: "File", width: 20), TableColumn("status", heading: "Status", width: 15)],
        frozenColumns: 2)
}

/// The document's statements under each of its themes.
///
/// - Parameter marksStates: whether a statement that a person decided on says so.
func synthesisRow(_ builder: RowBuilder, _ settings: TableSettings, marksStates: Bool) -> [ReviewCell] {
    let items = builder.itemsByCategory()
    let themes = settings.themes.map { theme -> ReviewCell in
        guard builder.document.status.isRead else {
            return ReviewCell(.notRead(reason: builder.document.reason))
        }
        return .statements(
            settings.categories.compactMap { category in
                let statements = (items[category.id] ?? [])
                    .filter { $0.passage.codes.codes(in: settings.chart.themeDimension).contains(theme.id) }
                    .map { item in
                        let isMarked = marksStates && item.passage.state != .machine
                        return ListedStatement(state: isMarked ? item.passage.state : nil, text: item.statement)
                    }
                guard !statements.isEmpty else { return nil }
                return CategoryStatements(
                    category: category.id, label: shortened(category.label), statements: statements)
            })
    }
    return documentCells(builder) + themes + [.text(builder.document.path), .text(shortened(builder.statusCell()))]
}

/// Author and title, which name a document in all tables.
func documentCells(_ builder: RowBuilder) -> [ReviewCell] {
    ["authors", "title"].map { ReviewCell(builder.field($0)) }
}
