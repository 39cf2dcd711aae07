import DocumentModel

/// How many statements each theme has in each category.
struct ThemeCategoryPlot: Plot {
    let name = "theme-by-category"
    private let themes: [String]
    private let categories: [String]
    private let headings: [String]
    private var counts: [[Int]]

    init(_ settings: ChartSettings) {
        let columns = settings.columns.filter { $0.category != nil }
        themes = settings.themes
        categories = columns.compactMap(\.category)
        headings = columns.map(\.heading)
        counts = [[Int]](repeating: [Int](repeating: 0, count: columns.count), count: themes.count)
    }

    mutating func add(_ row: ChartRow, of document: Document) {
        for item in row.cells.flatMap(\.items) {
            guard let column = categories.firstIndex(of: item.category) else { continue }
            for theme in item.themes {
                if let line = themes.firstIndex(of: theme) { counts[line][column] += 1 }
            }
        }
    }

    func drawing(notes: [String]) -> SVGDrawing {
        HeatMap(
            id: name, title: "Statements by theme and category", rows: themes, columns: headings, counts: counts,
            notes: ["A statement of several themes or categories counts in each of their fields."] + notes
        ).drawing
    }
}
