import DocumentModel

/// How often each theme is mentioned: statements, and further passages that say the same.
struct ThemeMentionsPlot: Plot {
    let name = "mentions-by-theme"
    private var bars: [BarPlot.Bar]

    init(_ settings: ChartSettings) {
        bars = settings.themes.map { BarPlot.Bar(label: $0, count: 0) }
    }

    mutating func add(_ row: ChartRow, of document: Document) {
        // A statement stands in the cell of each of its categories and is one all the same.
        var met: Set<String> = []
        for item in row.cells.flatMap(\.items) where met.insert(item.passage.id).inserted {
            for theme in item.themes {
                guard let index = bars.firstIndex(where: { $0.label == theme }) else { continue }
                bars[index].count += 1
                bars[index].further += item.passage.mentions.count
            }
        }
    }

    func drawing(notes: [String]) -> SVGDrawing {
        BarPlot(
            id: name, title: "Mentions by theme", bars: bars,
            legend: BarPlot.Legend(full: "statements", hatched: "further passages that say the same"),
            notes: ["A statement of several themes counts for each of them."] + notes
        ).drawing
    }
}
