package import DocumentModel

/// The chart row of a document.
///
/// - Parameters:
///   - reason: why the document could not be read, for people; nil shows the name of the status.
///   - metadata: fields of the document and of the reference lists.
///   - coded: empty for a document that could not be read.
/// - Precondition: every category of a charted passage has a column, if any category has one.
package func chartRow(
    path: String, status: DocumentStatus, reason: String? = nil, metadata: DocumentMetadata, coded: CodedDocument,
    settings: ChartSettings
) -> ChartRow {
    let document = ChartedDocument(path: path, status: status, reason: reason, metadata: metadata, coded: coded)
    return chartRow(document, settings: settings)
}

/// The chart row of a document.
///
/// - Precondition: every category of a charted passage has a column, if any category has one.
package func chartRow(_ document: ChartedDocument, settings: ChartSettings) -> ChartRow {
    let builder = RowBuilder(document: document, settings: settings)
    return ChartRow(document: document.path, status: document.status, cells: builder.cells())
}

/// Makes the cells of a document's row, which other tables have too.
struct RowBuilder {
    let document: ChartedDocument
    let settings: ChartSettings

    func cells() -> [ChartCell] {
        let items = itemsByCategory()
        return settings.columns.map { column in
            switch column.content {
            case .field(let name): field(name)
            case .doiOrURL: doiOrURL()
            case .items(let category): itemCell(items[category] ?? [])
            case .documentDimension(let dimension): documentCodes(dimension)
            case .file: .text(document.path)
            case .status: .text(statusCell())
            }
        }
    }

    // MARK: Bibliographic fields

    func field(_ name: String) -> ChartCell {
        if let text = text(name) { return .text(text) }
        if name == "database", !settings.hasReferences { return .notApplicable }
        return notStated
    }

    private func doiOrURL() -> ChartCell {
        if let doi = text("doi") { return .text("DOI: " + doi) }
        if let url = text("url") { return .text("URL: " + url) }
        return notStated
    }

    private func text(_ name: String) -> String? {
        let text: String? =
            switch document.metadata[name]?.value {
            case .text(let text): text
            case .names(let names): settings.authors.text(of: names)
            case nil: nil
            }
        return text == "" ? nil : text
    }

    private var notStated: ChartCell {
        document.status.isRead ? .notStated : .notRead(reason: document.reason)
    }

    // MARK: Codes

    private func documentCodes(_ dimension: DocumentDimension) -> ChartCell {
        let values = dimension.values(metadata: document.metadata, codes: document.coded.documentCodes)
        return values.isEmpty ? notStated : .text(values.joined(separator: "; "))
    }

    private func itemCell(_ items: [ChartItem]) -> ChartCell {
        guard document.status.isRead else { return .notRead(reason: document.reason) }
        return items.isEmpty ? .empty : .items(items)
    }

    func itemsByCategory() -> [String: [ChartItem]] {
        let categories = Set(settings.columns.compactMap(\.category))
        guard !categories.isEmpty else { return [:] }
        var items: [String: [ChartItem]] = [:]
        for passage in charted {
            let themes = passage.codes.codes(in: settings.themeDimension).map(settings.themeLabel)
            precondition(!themes.isEmpty, "charted passage \(passage.id) has no theme")
            for category in passage.codes.codes(in: settings.categoryDimension) {
                precondition(categories.contains(category), "category \(category) has no column")
                let number = items[category, default: []].count + 1
                items[category, default: []].append(
                    ChartItem(number: number, category: category, themes: themes, passage: passage))
            }
        }
        return items
    }

    /// The statements that stand in the chart, in document order.
    var charted: [CodedPassage] { document.coded.codings.filter { $0.charted == .yes } }

    // MARK: Status

    func statusCell() -> String {
        let name = statusText(document.status)
        let first = document.reason == name ? name : name + ": " + document.reason
        let items = charted
        guard !items.isEmpty else { return first }
        return first + "; " + ChartSummary.checkedText(items.count { $0.state != .machine }, of: items.count)
    }
}
