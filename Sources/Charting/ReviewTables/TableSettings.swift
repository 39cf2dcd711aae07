/// What the tables beside the chart show, resolved from pipeline.yaml and the codebooks.
package struct TableSettings: Sendable {
    /// A category or a theme.
    package struct Code: Sendable, Hashable {
        package var id: String
        package var label: String

        package init(id: String, label: String) {
            self.id = id
            self.label = label
        }
    }

    package var chart: ChartSettings
    /// In the codebook's order.
    package var categories: [Code]
    /// In the codebook's order.
    package var themes: [Code]
    /// What the table of characteristics counts, in its order.
    package var characteristics: [Characteristic]

    package init(chart: ChartSettings, categories: [Code], themes: [Code], characteristics: [Characteristic]) {
        self.chart = chart
        self.categories = categories
        self.themes = themes
        self.characteristics = characteristics
    }
}

/// Something that documents are counted by.
package struct Characteristic: Sendable, Hashable {
    package enum Content: Sendable, Hashable {
        /// The year of publication; without bands they are made from the years that occur.
        case year(YearBands?)
        case dimension(DocumentDimension)
        /// The databases that reference lists name.
        case database(DatabaseCounting)
        /// Any other field of ``DocumentMetadata``.
        case field(String)
        /// Whether there is a statement of a category.
        case category
    }

    package var heading: String
    package var content: Content

    package init(heading: String, content: Content) {
        self.heading = heading
        self.content = content
    }

    /// Whether one document may count in several rows, so that they add up to more than all documents.
    var countsSeveral: Bool {
        switch content {
        case .year, .field, .database(.first): false
        case .database(.all), .category: true
        case .dimension(let dimension): dimension.assignsSeveral
        }
    }
}

/// Where a document counts that was found in several databases.
package enum DatabaseCounting: String, Sendable, CaseIterable {
    case first, all
}
