import DocumentModel

/// How many of the documents that could be read a column of the chart tells of each kind: study types, levels…
struct DocumentsPlot: Plot {
    let name: String
    private let column: Int
    private let heading: String
    /// Whether a cell may name several kinds.
    private let isCoded: Bool
    private var bars: [BarPlot.Bar]
    private var withoutKind = 0

    /// The only bibliographic field that sorts documents into kinds.
    private static let field = "study_type"
    /// More bars than this stand as one.
    private static let mostBars = 24

    /// A plot of the column at that index; nil for one that does not sort documents.
    init?(_ column: ChartColumn, at index: Int) {
        switch column.content {
        case .documentDimension(let dimension):
            isCoded = true
            bars = dimension.codes.map { BarPlot.Bar(label: $0.label, count: 0) }
        case .field(Self.field):
            isCoded = false
            bars = []
        case .field, .doiOrURL, .items, .file, .status: return nil
        }
        name = "documents-by-" + fileName(column.id)
        heading = column.heading
        self.column = index
    }

    mutating func add(_ row: ChartRow, of document: Document) {
        guard row.status.isRead else { return }
        guard case .text(let text) = row.cells[column] else {
            withoutKind += 1
            return
        }
        for kind in isCoded ? ItemText.labels(in: text) : [text] {
            if let index = bars.firstIndex(where: { $0.label == kind }) {
                bars[index].count += 1
            } else {
                bars.append(BarPlot.Bar(label: kind, count: 1))
            }
        }
    }

    func drawing(notes: [String]) -> SVGDrawing {
        BarPlot(id: name, title: "Documents by " + lowered(heading), bars: shownBars, notes: notes).drawing
    }

    /// Kinds of the codebook in its order; of a field, the most frequent first.
    private var shownBars: [BarPlot.Bar] {
        var shown = isCoded ? bars : bars.sorted { ($1.count, $0.label) < ($0.count, $1.label) }
        if shown.count > Self.mostBars {
            let others = shown[(Self.mostBars - 1)...]
            let count = others.reduce(0) { $0 + $1.count }
            shown = shown[..<(Self.mostBars - 1)] + [BarPlot.Bar(label: "\(others.count) others", count: count)]
        }
        if withoutKind > 0 { shown.append(BarPlot.Bar(label: "Not stated", count: withoutKind)) }
        return shown
    }
}

/// A column's id as part of a file's name.
private func fileName(_ id: String) -> String {
    String(
        String.UnicodeScalarView(
            id.unicodeScalars.map { scalar in
                switch scalar {
                case "a"..."z", "A"..."Z", "0"..."9", "-", ".": scalar
                default: "-"
                }
            }))
}

/// A heading inside a sentence: `Study type` is `study type`, `DOI` stays.
private func lowered(_ heading: String) -> String {
    let first = heading.prefix(1)
    let isWord = heading.dropFirst().first.map(\.isLowercase) ?? false
    return isWord ? first.lowercased() + heading.dropFirst() : heading
}
