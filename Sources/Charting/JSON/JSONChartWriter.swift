import JSON

extension ChartFormat {
    /// `{"title", "draft", "caption", "columns": […], "rows": […]}`.
    static let json = ChartFormat(
        name: "json", writer: { try JSONChartWriter(path: $0, settings: $1, summary: $2) }, reader: readJSONChart)
}

/// Cells are keyed by column id: a text; an array of items; or `{"absent": "empty" | "not-applicable" |
/// "not-stated" | "not-read", "reason"?}`.
final class JSONChartWriter: ChartWriter {
    private let rows: JSONRowsWriter
    private let settings: ChartSettings

    init(path: String, settings: ChartSettings, summary: ChartSummary) throws {
        self.settings = settings
        rows = try JSONRowsWriter(path: path) { json in
            json.member("title", settings.title)
            json.member("draft", summary.banner)
            json.member("caption", summary.caption)
            json.key("columns")
            json.array(of: settings.columns) { json, column in
                json.object { json in
                    json.member("id", column.id)
                    json.member("heading", column.heading)
                    json.member("category", column.category)
                }
            }
        }
    }

    func append(_ row: ChartRow) throws {
        try rows.append { json in
            json.member("document", row.document)
            json.member("status", row.status.name)
            json.member("signal", row.status.signal)
            json.key("cells")
            json.object { json in
                for (column, cell) in zip(settings.columns, row.cells) {
                    json.key(column.id)
                    writeCell(cell, to: &json)
                }
            }
        }
    }

    func finish() throws {
        try rows.finish()
    }
}

private func writeCell(_ cell: ChartCell, to json: inout JSONWriter) {
    switch cell {
    case .text(let text): json.value(text)
    case .items(let items): json.array(of: items) { json, item in writeItem(item, to: &json) }
    case .empty: absent("empty", to: &json)
    case .notApplicable: absent("not-applicable", to: &json)
    case .notStated: absent("not-stated", to: &json)
    case .notRead(let reason): absent("not-read", reason: reason, to: &json)
    }
}

private func absent(_ kind: String, reason: String? = nil, to json: inout JSONWriter) {
    json.object { json in
        json.member("absent", kind)
        json.member("reason", reason)
    }
}

private func writeItem(_ item: ChartItem, to json: inout JSONWriter) {
    let passage = item.passage
    json.object { json in
        json.member("number", item.number)
        json.member("themes", item.themes)
        json.member("statement", item.statement)
        json.member("wording", passage.wording)
        json.member("id", passage.id)
        json.member("state", passage.state.rawValue)
        json.member("page", passage.page)
        json.member("headings", passage.headings)
        json.member("lead_in", passage.leadIn)
        json.member("section", passage.section?.rawValue)
    }
}
