/// What the tables beside the chart add up to, counted from the cells of their rows.
struct TableTotals {
    private let settings: TableSettings
    /// Rows of documents that have the theme somewhere in the mentions table, by index of the theme.
    private(set) var mentionsDocuments: [Int]
    /// Sums of the column ‘All’ of the mentions table, by index of the theme.
    private(set) var mentions: [Int]
    /// Documents with a mention in the mentions table, by index of the category.
    private(set) var categoryDocuments: [Int]
    /// Documents with mentions of both themes in the mentions table, by the indices of both.
    private(set) var pairDocuments: [[Int]: Int] = [:]
    /// Statements in the column of a theme of the synthesis, by index of the theme.
    private(set) var synthesisStatements: [Int]
    private(set) var themeRows: [[ReviewCell]] = []
    /// Rows of each characteristic in turn.
    private(set) var characteristics: [[[ReviewCell]]] = []
    private(set) var pairRows: [[ReviewCell]] = []

    init(_ settings: TableSettings) {
        self.settings = settings
        mentions = settings.themes.map { _ in 0 }
        mentionsDocuments = mentions
        synthesisStatements = mentions
        categoryDocuments = settings.categories.map { _ in 0 }
    }

    /// - Parameter rows: of one document in tables that have rows for each, of one characteristic in theirs.
    mutating func add(_ rows: ReviewTableRows) {
        switch rows.table {
        case .synthesis: addSynthesis(rows.rows)
        case .mentions: addMentions(rows.rows)
        case .themes: themeRows += rows.rows
        case .characteristics: characteristics.append(rows.rows)
        case .coOccurrence: pairRows += rows.rows
        }
    }

    private mutating func addSynthesis(_ rows: [[ReviewCell]]) {
        for row in rows {
            let lists = row.compactMap { cell -> [CategoryStatements]? in
                if case .statements(let categories) = cell { categories } else { nil }
            }
            for (theme, list) in lists.enumerated() {
                synthesisStatements[theme] += list.reduce(0) { $0 + $1.statements.count }
            }
        }
    }

    private mutating func addMentions(_ rows: [[ReviewCell]]) {
        var categories: Set<Int> = []
        var themes: [Int] = []
        for (theme, row) in rows.enumerated() {
            let counts = row.compactMap(\.number)
            let all = counts.last ?? 0
            mentions[theme] += all
            if all > 0 { themes.append(theme) }
            categories.formUnion(counts.dropLast().indices.filter { counts[$0] > 0 })
        }
        for theme in themes {
            mentionsDocuments[theme] += 1
            for other in themes where other > theme { pairDocuments[[theme, other], default: 0] += 1 }
        }
        for category in categories { categoryDocuments[category] += 1 }
    }
}

extension ReviewCell {
    /// The number of a cell that holds a count.
    var number: Int? {
        if case .count(let count) = self { count } else { nil }
    }

    /// The thousandths of a cell that holds a decimal number.
    var thousandths: Int? {
        if case .decimal(let thousandths) = self { thousandths } else { nil }
    }
}
