/// What the chart shows and how, resolved from pipeline.yaml and the codebooks.
package struct ChartSettings: Sendable {
    /// Title of the review.
    package var title: String
    /// Lines under the title, such as the codebooks with their versions.
    package var notes: [String]
    /// From left to right; every item column belongs to ``categoryDimension``. Ids are unique, and a File and a
    /// Status column are always there.
    package let columns: [ChartColumn]
    /// Id of the dimension that makes the columns of items.
    package let categoryDimension: String
    /// Id of the dimension named before each item.
    package let themeDimension: String
    package var authors: AuthorStyle
    /// Whether the run has reference lists; without one the database of a document does not apply.
    package var hasReferences: Bool
    /// BCP 47 tag of the language of headings and statements.
    package var language: String
    /// Relative URL from the folder of the chart to the folder that document paths are relative to, with its
    /// slash: `../`. nil when pages cannot link to documents.
    package var documentBase: String?
    /// Labels of all themes as ``itemLabel(_:)`` makes them, in the codebook's order.
    let themes: [String]
    private let labelsByCode: [String: String]

    /// - Parameters:
    ///   - columns: the columns asked for; one of the id of an earlier one is left out. ``ChartColumn/file`` and
    ///     ``ChartColumn/status`` follow if they are not among them.
    ///   - themes: code and label of every theme.
    package init(
        title: String, notes: [String] = [], columns: [ChartColumn], categoryDimension: String,
        themeDimension: String, themes: [(code: String, label: String)], authors: AuthorStyle = .full,
        hasReferences: Bool, language: String = "en", documentBase: String? = nil
    ) {
        self.title = title
        self.notes = notes
        var ids: Set<String> = []
        self.columns = (columns + [.file, .status]).filter { ids.insert($0.id).inserted }
        self.categoryDimension = categoryDimension
        self.themeDimension = themeDimension
        self.authors = authors
        self.hasReferences = hasReferences
        self.language = language
        self.documentBase = documentBase
        self.themes = themes.map { itemLabel($0.label) }
        labelsByCode = Dictionary(
            zip(themes.map(\.code), self.themes), uniquingKeysWith: { first, _ in first })
    }

    /// The label of a theme as it stands before an item; a theme without one shows its code.
    package func themeLabel(_ code: String) -> String {
        labelsByCode[code] ?? itemLabel(code)
    }
}

extension ChartSettings {
    /// A link from the folder of the chart to a document; nil when the settings give no way there.
    ///
    /// - Parameter page: 1-based; nil for formats without pages.
    package func link(to document: String, page: Int? = nil) -> String? {
        guard let base = documentBase else { return nil }
        return base + percentEncoded(document) + (page.map { "#page=\($0)" } ?? "")
    }

    /// A link from the folder of the chart to an item in the report, which opens it.
    package func evidenceLink(of id: String) -> String { "report.\(ChartFormat.html.name)#\(id)" }
}

/// What names an item in the HTML page.
func evidenceAnchor(of id: String) -> String { "item-" + id }
