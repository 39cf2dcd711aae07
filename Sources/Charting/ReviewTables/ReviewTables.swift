/// The tables beside the chart. Documents are given one at a time, in the order of the chart; what is kept are sums.
package struct ReviewTables {
    package let settings: TableSettings
    private let summary: ChartSummary
    private let codes: CodeIndices
    private var characteristics: CharacteristicsCount
    private var themes: ThemeCount
    private var pairs: PairCount

    /// - Parameter summary: totals of the chart that the documents stand in.
    package init(settings: TableSettings, summary: ChartSummary) {
        self.settings = settings
        self.summary = summary
        codes = CodeIndices(settings)
        characteristics = CharacteristicsCount(settings)
        themes = ThemeCount(themes: settings.themes.count)
        pairs = PairCount(themes: settings.themes.count)
    }

    /// What stands above the rows of a table.
    package func head(of table: ReviewTable) -> TableHead {
        let text: TableText =
            switch table {
            case .synthesis: synthesisText(settings, summary)
            case .characteristics: characteristicsText(settings, summary)
            case .themes: themesText(summary)
            case .mentions: mentionsText(settings)
            case .coOccurrence: coOccurrenceText(summary)
            }
        return TableHead(
            id: table.rawValue, name: table.name, title: settings.chart.title, banner: summary.banner,
            caption: text.caption ?? summary.caption, notes: text.notes + settings.chart.notes, columns: text.columns,
            frozenColumns: text.frozenColumns, language: settings.chart.language)
    }

    /// Counts a document.
    ///
    /// - Returns: the rows that it has in tables with rows for each document.
    package mutating func add(_ document: ChartedDocument) -> [ReviewTableRows] {
        let builder = RowBuilder(document: document, settings: settings.chart)
        let tally = DocumentMentions(builder, codes: codes)
        if tally.isRead {
            characteristics.add(document, tally)
            themes.add(tally)
            pairs.add(tally)
        }
        return [
            ReviewTableRows(
                table: .synthesis, rows: [synthesisRow(builder, settings, marksStates: summary.marksStates)]),
            ReviewTableRows(table: .mentions, rows: mentionsRows(builder, tally, settings)),
        ]
    }

    /// The rows of the tables of sums, once all documents are counted; those of each characteristic for themselves.
    package func closingRows() -> [ReviewTableRows] {
        characteristics.rows().map { ReviewTableRows(table: .characteristics, rows: $0) } + [
            ReviewTableRows(table: .themes, rows: themes.rows(settings.themes, documents: characteristics.documents)),
            ReviewTableRows(
                table: .coOccurrence,
                rows: pairs.rows(settings.themes, sums: themes, documents: characteristics.documents)),
        ]
    }
}

/// What a table says of itself.
struct TableText {
    /// nil for the numbers of documents that all tables give.
    var caption: String?
    var notes: [String]
    var columns: [TableColumn]
    /// Columns on the left that name a row.
    var frozenColumns: Int
}
