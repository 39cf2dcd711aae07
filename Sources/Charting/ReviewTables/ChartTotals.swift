import DocumentModel

/// What the chart itself adds up to, counted from its rows: the tables beside it are held against this.
struct ChartTotals {
    private let settings: TableSettings
    /// Documents that were read.
    private(set) var documents = 0
    /// Statements; one in several cells counts once.
    private(set) var statements = 0
    /// Documents with an item, by category.
    private(set) var documentsOfCategory: [String: Int] = [:]
    /// Documents with an item, by theme.
    private(set) var documentsOfTheme: [String: Int] = [:]
    /// Statements by theme.
    private(set) var statementsOfTheme: [String: Int] = [:]
    /// Items by theme; a statement in several cells counts in each.
    private(set) var itemsOfTheme: [String: Int] = [:]
    /// Statements with both themes, by both.
    private(set) var statementsOfPair: [[String]: Int] = [:]

    init(_ settings: TableSettings) {
        self.settings = settings
    }

    mutating func add(_ row: ChartRow) {
        guard row.status.isRead else { return }
        documents += 1
        var known: Set<String> = []
        var themes: Set<String> = []
        for cell in row.cells where !cell.items.isEmpty {
            documentsOfCategory[cell.items[0].category, default: 0] += 1
            for item in cell.items {
                let own = item.passage.codes.codes(in: settings.chart.themeDimension)
                themes.formUnion(own)
                for theme in own { itemsOfTheme[theme, default: 0] += 1 }
                if known.insert(item.passage.id).inserted { add(statement: own) }
            }
        }
        for theme in themes { documentsOfTheme[theme, default: 0] += 1 }
    }

    private mutating func add(statement themes: [String]) {
        statements += 1
        for theme in themes {
            statementsOfTheme[theme, default: 0] += 1
            for other in themes where other != theme { statementsOfPair[[theme, other], default: 0] += 1 }
        }
    }
}
