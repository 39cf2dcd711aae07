package import DocumentModel

/// A picture of counts: it takes the rows one at a time and is drawn at the end.
protocol Plot {
    /// Names its file, and its parts in the report.
    var name: String { get }
    mutating func add(_ row: ChartRow, of document: Document)
    /// - Parameter notes: what stands under every plot.
    func drawing(notes: [String]) -> SVGDrawing
}

/// The plots of a review, as files and as a view of the report.
package struct Plots {
    private var plots: [any Plot]
    private let notes: [String]

    package init(settings: ReportSettings, summary: ChartSummary) {
        plots = Self.all(of: settings)
        notes = ["\(summary.caption). \(summary.banner)."]
    }

    /// Names of the files that ``files`` gives, without folder.
    package static func fileNames(settings: ReportSettings) -> [String] {
        all(of: settings).map { $0.name + fileExtension }
    }

    /// Counts a document: rows come in any order.
    ///
    /// - Parameter document: what the row was made of.
    package mutating func add(_ row: ChartRow, of document: Document) {
        for index in plots.indices { plots[index].add(row, of: document) }
    }

    /// Each plot as an SVG file.
    package var files: [(name: String, bytes: [UInt8])] {
        plots.map { (name: $0.name + Self.fileExtension, bytes: $0.drawing(notes: notes).file) }
    }

    /// All plots as a view of the report.
    package var section: ReportSection {
        var markup = HTMLMarkup()
        for plot in plots {
            markup.element("figure") { $0.append(plot.drawing(notes: notes).markup) }
            markup.raw("\n")
        }
        return ReportSection(id: "plots", title: "Plots", markup: markup)
    }

    private static let fileExtension = ".svg"

    /// In the order in which they are shown; each has a name of its own.
    private static func all(of settings: ReportSettings) -> [any Plot] {
        let documents = settings.chart.columns.enumerated().compactMap { index, column in
            DocumentsPlot(column, at: index)
        }
        return [
            ThemeCategoryPlot(settings.chart), ThemeMentionsPlot(settings.chart), YearPlot(bands: settings.yearBands),
        ] + documents
    }
}
