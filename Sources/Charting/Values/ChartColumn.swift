/// A column of the chart.
package struct ChartColumn: Sendable, Hashable {
    /// Where the cells of a column come from.
    package enum Content: Sendable, Hashable {
        /// A bibliographic field, by its name in ``DocumentMetadata``.
        case field(String)
        /// `DOI: …`, or `URL: …` for a document without one.
        case doiOrURL
        /// The items of a category, by its code.
        case items(category: String)
        /// What documents are in a dimension that codes whole documents, by labels.
        case documentDimension(DocumentDimension)
        /// The path of the document.
        case file
        /// How reading ended, and how many items a person has checked.
        case status
    }

    /// Names the column in chart.json: `authors`, `doi_or_url`, `category.barrier`, `file`…
    package var id: String
    package var heading: String
    package var content: Content

    package static let file = ChartColumn(id: "file", heading: "File", content: .file)
    package static let status = ChartColumn(id: "status", heading: "Status", content: .status)

    /// The column of a field as pipeline.yaml names it: `author`, `study type`, `doi or url`, `file`, `status`,
    /// or the name of any further field of the reference lists.
    ///
    /// - Parameter heading: nil for the usual one.
    package static func field(_ name: String, heading: String? = nil) -> ChartColumn {
        let field = metadataName(name)
        let usual = usualHeadings.first { $0.field == field }?.heading
        let content: Content =
            switch field {
            case "doi_or_url": .doiOrURL
            case file.id: .file
            case status.id: .status
            default: .field(field)
            }
        return ChartColumn(id: field, heading: heading ?? usual ?? capitalised(field), content: content)
    }

    /// The column of the items of a category.
    package static func items(_ category: String, heading: String, dimension: String) -> ChartColumn {
        ChartColumn(id: dimension + "." + category, heading: heading, content: .items(category: category))
    }

    /// The column of a dimension that codes whole documents. One called `file` or `status` gets the id
    /// `document.file` or `document.status`, because every chart has columns of those ids.
    ///
    /// - Parameter heading: nil for the dimension's label.
    package static func documentDimension(_ dimension: DocumentDimension, heading: String? = nil) -> ChartColumn {
        let id = dimension.id
        let isTaken = id == file.id || id == status.id
        return ChartColumn(
            id: isTaken ? "document." + id : id, heading: heading ?? dimension.label,
            content: .documentDimension(dimension))
    }

    /// The names that ``field(_:heading:)`` knows a heading for, as pipeline.yaml writes them.
    package static let usualFields = ["author"] + usualHeadings.dropFirst().map { spaced($0.field) }

    /// Code of the category whose items the column holds.
    var category: String? {
        if case .items(let category) = content { category } else { nil }
    }

    private static let usualHeadings: [(field: String, heading: String)] = [
        ("authors", "Author"), ("year", "Year of Publication"), ("title", "Title"), ("database", "Database"),
        ("journal", "Journal"), ("study_type", "Study type"), ("doi_or_url", "DOI/URL"), ("doi", "DOI"), ("url", "URL"),
        (file.id, file.heading), (status.id, status.heading),
    ]

    /// The name of a field in ``DocumentMetadata`` for one that people write: `study type`, `study-type`.
    static func metadataName(_ name: String) -> String {
        name == "author" ? "authors" : String(name.map { $0 == " " || $0 == "-" ? "_" : $0 })
    }

    private static func spaced(_ field: String) -> String {
        String(field.map { $0 == "_" ? " " : $0 })
    }

    private static func capitalised(_ field: String) -> String {
        let words = spaced(field)
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
