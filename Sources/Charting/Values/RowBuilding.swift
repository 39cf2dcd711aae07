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
    let builder = RowBuilder(
        path: path, status: status, reason: reason ?? statusText(status), metadata: metadata, coded: coded,
        settings: settings)
    return ChartRow(document: path, status: status, cells: builder.cells())
}

private struct RowBuilder {
    let path: String
    let status: DocumentStatus
    let reason: String
    let metadata: DocumentMetadata
    let coded: CodedDocument
    let settings: ChartSettings

    func cells() -> [ChartCell] {
        let items = itemsByCategory()
        return settings.columns.map { column in
            switch column.content {
            case .field(let name): field(name)
            case .doiOrURL: doiOrURL()
            case .items(let category): itemCell(items[category] ?? [])
            case .documentDimension(let id, let labels): documentCodes(id, labels)
            case .file: .text(path)
            case .status: .text(statusCell())
            }
        }
    }

    // MARK: Bibliographic fields

    private func field(_ name: String) -> ChartCell {
        if let text = text(name) { return .text(text) }
        if name == "database", !settings.hasReferences { return .notApplicable }
        return status.isRead ? .notStated : .notRead(reason: reason)
    }

    private func doiOrURL() -> ChartCell {
        if let doi = text("doi") { return .text("DOI: " + doi) }
        if let url = text("url") { return .text("URL: " + url) }
        return status.isRead ? .notStated : .notRead(reason: reason)
    }

    private func text(_ name: String) -> String? {
        let text: String? =
            switch metadata[name]?.value {
            case .text(let text): text
            case .names(let names): settings.authors.text(of: names)
            case nil: nil
            }
        return text == "" ? nil : text
    }

    // MARK: Codes

    private func documentCodes(_ dimension: String, _ labels: [String: String]) -> ChartCell {
        guard status.isRead else { return .notRead(reason: reason) }
        let codes = coded.documentCodes.codes(in: dimension)
        return codes.isEmpty ? .notStated : .text(codes.map { labels[$0] ?? $0 }.joined(separator: "; "))
    }

    private func itemCell(_ items: [ChartItem]) -> ChartCell {
        guard status.isRead else { return .notRead(reason: reason) }
        return items.isEmpty ? .empty : .items(items)
    }

    private func itemsByCategory() -> [String: [ChartItem]] {
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

    private var charted: [CodedPassage] { coded.codings.filter { $0.charted == .yes } }

    // MARK: Status

    private func statusCell() -> String {
        let name = statusText(status)
        let first = reason == name ? name : name + ": " + reason
        let items = charted
        guard !items.isEmpty else { return first }
        return first + "; " + ChartSummary.checkedText(items.count { $0.state != .machine }, of: items.count)
    }
}

private func statusText(_ status: DocumentStatus) -> String {
    status.signal.map { "\(status.name) (signal \($0))" } ?? status.name
}
