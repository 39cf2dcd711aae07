import DocumentModel

/// How many of the documents that could be read are from each year, or from a band of years.
struct YearPlot: Plot {
    let name = "documents-by-year"
    private var years: [Int: Int] = [:]
    private var withoutYear = 0

    /// More columns would have no room for their labels.
    private static let mostColumns = 18
    /// Sizes of bands, in years.
    private static let bands = [1, 5, 10, 20, 50, 100, 200]
    /// A number outside of these is no year of publication.
    private static let plausible = 1000...2999

    mutating func add(_ row: ChartRow, of document: Document) {
        guard row.status.isRead else { return }
        if let year = year(in: document.metadata.text("year") ?? "") {
            years[year, default: 0] += 1
        } else {
            withoutYear += 1
        }
    }

    func drawing(notes: [String]) -> SVGDrawing {
        ColumnPlot(id: name, title: "Documents by year of publication", columns: columns, notes: notes).drawing
    }

    private var columns: [ColumnPlot.Column] {
        var columns: [ColumnPlot.Column] = []
        if let first = years.keys.min(), let last = years.keys.max() {
            let size =
                Self.bands.first { last / $0 - first / $0 < Self.mostColumns } ?? Self.bands[Self.bands.count - 1]
            for start in stride(from: first / size * size, through: last, by: size) {
                let count = (start..<start + size).reduce(0) { $0 + (years[$1] ?? 0) }
                let label = size == 1 ? ["\(start)"] : ["\(start)–", "\(start + size - 1)"]
                columns.append(ColumnPlot.Column(label: label, count: count))
            }
        }
        if withoutYear > 0 { columns.append(ColumnPlot.Column(label: ["Not ", "stated"], count: withoutYear)) }
        return columns
    }

    /// The first four digits that stand alone: of `2017`, `May 2017`, `2017-05-03`.
    private func year(in text: String) -> Int? {
        let numbers = text.utf8.split { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return numbers.lazy.filter { $0.count == 4 }.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
            .first { Self.plausible.contains($0) }
    }
}
