func coOccurrenceText(_ summary: ChartSummary) -> TableText {
    TableText(
        caption: "\(summary.caption); \(summary.items) statements. That two themes stand together is no evidence that "
            + "one influences the other.",
        notes: [
            "Statements that have both themes, and documents that cite both, in the same statement or not. Expected: how "
                + "many there would be if each theme stood independently of the other: (with the one) × (with the "
                + "other) / all. Codebooks whose rules share words make themes stand together too."
        ],
        columns: [
            TableColumn("theme", heading: "Theme", .group, width: 34),
            TableColumn("other_theme", heading: "Other theme", width: 34),
            TableColumn("statements", heading: "Statements with both", .count, width: 14),
            TableColumn("expected_statements", heading: "Expected statements", .decimal(places: 2), width: 14),
            TableColumn("documents", heading: "Documents with both", .count, width: 14),
            TableColumn("expected_documents", heading: "Expected documents", .decimal(places: 2), width: 14),
        ],
        frozenColumns: 2)
}

/// Counts how often two themes stand together.
struct PairCount {
    /// Statements and documents with both themes of each pair, the earlier theme first.
    private var statements: [[Int]]
    private var documents: [[Int]]
    private var allStatements = 0

    init(themes: Int) {
        statements = Array(repeating: Array(repeating: 0, count: themes), count: themes)
        documents = statements
    }

    mutating func add(_ tally: DocumentMentions) {
        allStatements += tally.statements.count
        for statement in tally.statements { Self.count(statement.themes.sorted(), in: &statements) }
        Self.count(tally.themes.sorted(), in: &documents)
    }

    private static func count(_ themes: [Int], in table: inout [[Int]]) {
        for (position, theme) in themes.enumerated() {
            for other in themes[(position + 1)...] { table[theme][other] += 1 }
        }
    }

    /// - Parameters:
    ///   - sums: of the same documents.
    ///   - documents: number of documents read.
    func rows(_ themes: [TableSettings.Code], sums: ThemeCount, documents all: Int) -> [[ReviewCell]] {
        themes.indices.flatMap { theme in
            ((theme + 1)..<max(themes.count, theme + 1)).map { other -> [ReviewCell] in
                let (one, two) = (sums.sums[theme], sums.sums[other])
                return [
                    .text(shortened(themes[theme].label)), .text(shortened(themes[other].label)),
                    .count(statements[theme][other]),
                    expected(one.statements, two.statements, of: allStatements),
                    .count(documents[theme][other]),
                    expected(one.documents, two.documents, of: all),
                ]
            }
        }
    }

    /// Rounded to hundredths, halves up.
    private func expected(_ one: Int, _ other: Int, of all: Int) -> ReviewCell {
        all == 0 ? .absent("–") : .decimal(thousandths: (200 * one * other + all) / (2 * all) * 10)
    }
}
