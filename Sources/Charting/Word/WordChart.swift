import Diagnostics
import DocumentModel

extension ChartFormat {
    /// A Word document in landscape, to be edited: what describes a document stands in one cell, so that the items get
    /// the width.
    static let word = ChartFormat(
        name: "docx", isEdited: true, writer: { try WordChartWriter(path: $0, settings: $1, summary: $2) },
        reader: readWordChart)
}

private let documentHeading = "Document"

private final class WordChartWriter: ChartWriter {
    private let document: WordDocument
    private let settings: ChartSettings
    private let marksStates: Bool

    init(path: String, settings: ChartSettings, summary: ChartSummary) throws {
        self.settings = settings
        marksStates = summary.marksStates
        let notes = [summary.caption] + settings.notes + [summary.legend, ChartSummary.emptyCells]
        document = try WordDocument(
            path: path,
            lines: [
                WordDocument.Paragraph(.title, settings.title), WordDocument.Paragraph(.banner, summary.banner),
                WordDocument.Paragraph(.note, notes.joined(separator: " · ")),
            ],
            running: settings.title + " · " + summary.banner,
            columns: [WordDocument.Column(heading: documentHeading, width: 30)]
                + settings.columns.filter { $0.category != nil }.map {
                    WordDocument.Column(heading: $0.heading, width: 40)
                },
            language: settings.language)
    }

    func append(_ row: ChartRow) throws {
        let cells = Array(zip(settings.columns, row.cells))
        let fields = cells.filter { $0.0.category == nil }.map { column, cell in
            WordDocument.Paragraph(
                column.content == .file ? .file : .text, cell.plainText, bold: column.heading + ": ")
        }
        try document.append([fields] + cells.filter { $0.0.category != nil }.map { items($1) })
    }

    func finish() throws {
        try document.finish()
    }

    private func items(_ cell: ChartCell) -> [WordDocument.Paragraph] {
        guard case .items(let items) = cell else { return [WordDocument.Paragraph(.absent, cell.plainText)] }
        return items.map { WordDocument.Paragraph(.item, ItemText.text(of: $0, marksState: marksStates)) }
    }
}

/// Reads a chart that was written as a Word document.
private func readWordChart(path: String, settings: ChartSettings, _ body: (ReadBackRow) throws -> Void) throws {
    let layout = ReadLayout(settings: settings, path: path)
    let rows = try WordRows(path: path)
    let headings = [documentHeading] + layout.items.map { layout.headings[$0.index] }
    guard try rows.next()?.map(\.text) == headings else {
        throw FileError(path: path, message: "the headings are not \(headings)")
    }
    let fileLabel = layout.headings[layout.file] + ": "
    while let row = try rows.next() {
        guard row.count == headings.count, let file = row[0].first(where: { $0.style == WordStyle.file.rawValue }),
            file.text.utf8.starts(with: fileLabel.utf8)
        else { throw FileError(path: path, message: "a row lacks its file or a category") }
        var cells = layout.headings.map { _ in "" }
        cells[layout.file] = String(decoding: file.text.utf8.dropFirst(fileLabel.utf8.count), as: UTF8.self)
        for (item, cell) in zip(layout.items, row.dropFirst()) { cells[item.index] = cell.text }
        try body(try layout.row(of: cells))
    }
}
