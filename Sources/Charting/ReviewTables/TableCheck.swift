/// Whether the tables of a run agree with each other and with the chart.
///
/// Everything is counted anew from rows, not taken from the sums that the tables were made of.
package struct TableCheck {
    private let settings: TableSettings
    private let summary: ChartSummary
    private var chart: ChartTotals
    private var tables: TableTotals

    package init(settings: TableSettings, summary: ChartSummary) {
        self.settings = settings
        self.summary = summary
        chart = ChartTotals(settings)
        tables = TableTotals(settings)
    }

    /// Counts the row of a document in the chart.
    package mutating func add(_ row: ChartRow) {
        chart.add(row)
    }

    /// Counts rows as ``ReviewTables`` gives them.
    package mutating func add(_ rows: ReviewTableRows) {
        tables.add(rows)
    }

    /// What does not agree, with both figures; all rows of the chart and the tables must have been added.
    package func disagreements() -> [TableDisagreement] {
        var comparison = Comparison()
        comparison.equal(chart.documents, "rows of documents that were read", .chart, summary.read, "the captions")
        comparison.equal(chart.statements, "statements", .chart, summary.items, "the captions")
        checkCharacteristics(&comparison)
        for index in settings.themes.indices { checkTheme(index, &comparison) }
        checkPairs(&comparison)
        return comparison.found
    }

    // MARK: Characteristics

    private func checkCharacteristics(_ comparison: inout Comparison) {
        for (index, characteristic) in settings.characteristics.enumerated() {
            let heading = shortened(characteristic.heading)
            let rows = tables.characteristics.indices.contains(index) ? tables.characteristics[index] : []
            if characteristic.content == .category {
                checkCategories(rows, &comparison)
            } else {
                let sum = rows.reduce(0) { $0 + ($1[2].number ?? 0) }
                let least = characteristic.countsSeveral ? max(sum, chart.documents) : chart.documents
                comparison.equal(sum, "documents by ‘\(heading)’", .table(.characteristics), least, "the chart")
            }
        }
        for row in tables.characteristics.joined() {
            let count = row[2].number ?? 0
            comparison.near(
                row[3].thousandths, "percentage of \(count) documents", .table(.characteristics), count * 100_000,
                of: chart.documents, tolerance: 50)
        }
    }

    private func checkCategories(_ rows: [[ReviewCell]], _ comparison: inout Comparison) {
        for (index, category) in settings.categories.enumerated() {
            let what = "documents with ‘\(category.label)’"
            let inTable = rows.indices.contains(index) ? rows[index][2].number ?? 0 : 0
            let inChart = chart.documentsOfCategory[category.id] ?? 0
            comparison.equal(inTable, what, .table(.characteristics), inChart, "the chart")
            comparison.equal(tables.categoryDocuments[index], what, .table(.mentions), inChart, "the chart")
        }
    }

    // MARK: Themes

    private func checkTheme(_ index: Int, _ comparison: inout Comparison) {
        let theme = settings.themes[index]
        guard tables.themeRows.indices.contains(index) else {
            return comparison.equal(0, "row of ‘\(theme.label)’", .table(.themes), 1, "the codebook")
        }
        let row = tables.themeRows[index]
        let figures = row.map { $0.number ?? 0 }
        let (documents, statements, mentions) = (figures[1], figures[3], figures[4])
        func what(_ thing: String) -> String { "\(thing) with ‘\(theme.label)’" }
        comparison.equal(
            documents, what("documents"), .table(.themes), chart.documentsOfTheme[theme.id] ?? 0, "the chart")
        comparison.equal(
            statements, what("statements"), .table(.themes), chart.statementsOfTheme[theme.id] ?? 0, "the chart")
        comparison.equal(
            tables.synthesisStatements[index], what("statements"), .table(.synthesis),
            chart.itemsOfTheme[theme.id] ?? 0, "the chart")
        comparison.equal(mentions, what("mentions"), .table(.themes), tables.mentions[index], "the mentions table")
        comparison.equal(
            documents, what("documents"), .table(.themes), tables.mentionsDocuments[index], "the mentions table")
        comparison.near(
            row[2].thousandths, what("share of documents"), .table(.themes), documents * 100_000,
            of: chart.documents, tolerance: 50)
    }

    // MARK: Co-occurrence

    private func checkPairs(_ comparison: inout Comparison) {
        var rows = tables.pairRows[...]
        for index in settings.themes.indices {
            for other in settings.themes.indices.dropFirst(index + 1) {
                check(rows.popFirst() ?? [], of: index, other, &comparison)
            }
        }
    }

    private func check(_ row: [ReviewCell], of index: Int, _ other: Int, _ comparison: inout Comparison) {
        let (theme, second) = (settings.themes[index], settings.themes[other])
        let pair = "‘\(theme.label)’ and ‘\(second.label)’"
        guard row.count == 6 else {
            return comparison.equal(0, "row of \(pair)", .table(.coOccurrence), 1, "the codebook")
        }
        let statements = chart.statementsOfPair[[theme.id, second.id]] ?? 0
        comparison.equal(
            row[2].number ?? 0, "statements with \(pair)", .table(.coOccurrence), statements, "the chart")
        let documents = tables.pairDocuments[[index, other]] ?? 0
        comparison.equal(
            row[4].number ?? 0, "documents with \(pair)", .table(.coOccurrence), documents, "the mentions table")
        func product(_ counts: [String: Int]) -> Int { (counts[theme.id] ?? 0) * (counts[second.id] ?? 0) * 1000 }
        comparison.near(
            row[3].thousandths, "expected statements with \(pair)", .table(.coOccurrence),
            product(chart.statementsOfTheme), of: chart.statements, tolerance: 5)
        comparison.near(
            row[5].thousandths, "expected documents with \(pair)", .table(.coOccurrence),
            product(chart.documentsOfTheme), of: chart.documents, tolerance: 5)
    }
}

/// Two figures that should be one.
package struct TableDisagreement: Sendable, Hashable {
    /// Where the first figure stands: `themes`, `chart`.
    package var table: String
    /// `12 documents with ‘Economic’, but 11 in the chart`.
    package var problem: String
}

/// Collects what does not agree.
private struct Comparison {
    enum Source {
        case chart
        case table(ReviewTable)

        var name: String {
            switch self {
            case .chart: "chart"
            case .table(let table): table.rawValue
            }
        }
    }

    private(set) var found: [TableDisagreement] = []

    mutating func equal(_ figure: Int, _ what: String, _ source: Source, _ other: Int, _ otherSource: String) {
        if figure != other { add("\(figure) \(what), but \(other) in \(otherSource)", source) }
    }

    /// - Parameter tolerance: in thousandths, for what rounding may do.
    mutating func near(
        _ thousandths: Int?, _ what: String, _ source: Source, _ dividend: Int, of divisor: Int, tolerance: Int
    ) {
        guard divisor > 0 else { return }
        let figure = thousandths ?? 0
        guard abs(figure * divisor - dividend) > tolerance * divisor else { return }
        let expected = decimalText(thousandths: dividend / divisor, places: 3)
        add("\(decimalText(thousandths: figure, places: 3)) as \(what), but it is \(expected)", source)
    }

    private mutating func add(_ problem: String, _ source: Source) {
        found.append(TableDisagreement(table: source.name, problem: problem))
    }
}
