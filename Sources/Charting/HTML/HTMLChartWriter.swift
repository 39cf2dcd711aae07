import DocumentModel

extension ChartFormat {
    /// One self-contained page without scripts: a table on wide screens and paper, cards on narrow ones.
    package static let html = ChartFormat(
        name: "html", writer: { try HTMLChartWriter(path: $0, settings: $1, summary: $2) }, reader: readHTMLChart)
}

/// The bibliographic cells of a document share its row heading, so that the items get the width.
final class HTMLChartWriter: ChartWriter {
    private let output: FileOutput
    private let settings: ChartSettings
    private let itemMarkup: HTMLItemMarkup
    private var markup = HTMLMarkup()

    init(path: String, settings: ChartSettings, summary: ChartSummary) throws {
        output = try FileOutput(path: path)
        self.settings = settings
        itemMarkup = HTMLItemMarkup(settings: settings)
        markup.beginPage(
            title: settings.title, language: settings.language, styleSheet: baseStyleSheet + chartStyleSheet)
        writeHeader(summary)
        writeTableHead(summary)
        try flush()
    }

    func append(_ row: ChartRow) throws {
        let cells = Array(zip(settings.columns, row.cells))
        markup.element("tr", ["class": row.status.isRead ? "document" : "document unread"]) { markup in
            markup.element("th", ["scope": "row"]) { markup in
                markup.element("dl") { markup in
                    for (column, cell) in cells where column.category == nil {
                        writeField(column, cell, row, to: &markup)
                    }
                }
            }
            var shown: Set<String> = []
            for (column, cell) in cells { writeItems(column, cell, row, &shown, to: &markup) }
        }
        markup.raw("\n")
        try flush()
    }

    func finish() throws {
        markup.raw("</tbody>\n</table>\n</body>\n</html>\n")
        try flush()
        try output.close()
    }

    private func flush() throws {
        try output.write(markup.bytes)
        markup.removeAll()
    }

    // MARK: Page

    private func writeHeader(_ summary: ChartSummary) {
        markup.element("header") { markup in
            markup.element("h1", text: settings.title)
            markup.element("p", ["class": "draft"], text: summary.banner)
            markup.element("p", ["class": "notes"], text: settings.notes.joined(separator: " · "))
        }
        markup.raw("\n")
    }

    private func writeTableHead(_ summary: ChartSummary) {
        let categories = settings.columns.filter { $0.category != nil }
        markup.raw("<table class=\"chart\">\n")
        markup.element("caption") { markup in
            markup.element("strong", text: summary.caption)
            markup.text(" · " + ChartSummary.emptyCells)
        }
        markup.element("thead") { markup in
            markup.element("tr", ["class": "printed"]) { markup in
                markup.element("td", ["colspan": String(categories.count + 1)], text: summary.banner)
            }
            markup.element("tr", ["class": "headings"]) { markup in
                markup.element("th", ["scope": "col"], text: "Document")
                for column in categories { markup.element("th", ["scope": "col"], text: column.heading) }
            }
        }
        markup.raw("\n<tbody>\n")
    }

    // MARK: Cells

    private func writeField(_ column: ChartColumn, _ cell: ChartCell, _ row: ChartRow, to markup: inout HTMLMarkup) {
        markup.element("div", ["class": "field field-" + column.id]) { markup in
            markup.element("dt", text: column.heading)
            let isStated = if case .text = cell { true } else { false }
            markup.element("dd", ["class": isStated ? nil : "absent"]) { markup in
                if column.content == .file {
                    markup.element(
                        "a", ["class": "file", "href": settings.link(to: row.document)], text: row.document)
                } else if column.content == .doiOrURL, let link = webLink(cell.plainText) {
                    markup.element("a", ["href": link, "rel": "noreferrer"], text: cell.plainText)
                } else {
                    markup.element("span", ["dir": "auto"], text: cell.plainText)
                }
            }
        }
    }

    /// - Parameter shown: ids of the items in the cells before.
    private func writeItems(
        _ column: ChartColumn, _ cell: ChartCell, _ row: ChartRow, _ shown: inout Set<String>,
        to markup: inout HTMLMarkup
    ) {
        guard let category = column.category else { return }
        let kind =
            switch cell {
            case .items: "items"
            case .empty: "empty"
            case .text, .notApplicable, .notStated, .notRead: "absent"
            }
        markup.element("td", ["class": kind, "data-category": category, "data-heading": column.heading]) { markup in
            guard !cell.items.isEmpty else { return markup.text(cell.plainText) }
            markup.raw("\n")
            markup.element("ol") { markup in
                for item in cell.items {
                    let isFirst = shown.insert(item.passage.id).inserted
                    itemMarkup.write(item, document: row.document, isFirst: isFirst, to: &markup)
                }
            }
        }
    }
}
