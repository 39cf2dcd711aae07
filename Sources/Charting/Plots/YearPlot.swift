import DocumentModel

/// How many of the documents that could be read are from each year, or from each band of years: those of the table of
/// characteristics.
struct YearPlot: Plot {
    let name = "documents-by-year"
    private let bands: YearBands?
    private var years = YearCount()

    /// - Parameter bands: nil makes them from the years that occur.
    init(bands: YearBands?) {
        self.bands = bands
    }

    mutating func add(_ row: ChartRow, of document: Document) {
        if row.status.isRead { years.add(document.metadata.text("year")) }
    }

    func drawing(notes: [String]) -> SVGDrawing {
        ColumnPlot(id: name, title: "Documents by year of publication", columns: columns, notes: notes).drawing
    }

    private var columns: [ColumnPlot.Column] {
        var columns = years.counts(in: bands).map { ColumnPlot.Column(label: label(of: $0.band), count: $0.count) }
        if years.unknown > 0 { columns.append(ColumnPlot.Column(label: ["Not ", "stated"], count: years.unknown)) }
        return columns
    }

    private func label(of band: YearBand?) -> [String] {
        switch (band?.first, band?.last) {
        case (let first?, let last?): first == last ? ["\(first)"] : ["\(first)–", "\(last)"]
        case (let first?, nil): ["\(first) ", "or later"]
        case (nil, let last?): ["\(last) ", "or earlier"]
        case (nil, nil): ["Other ", "years"]
        }
    }
}
