package import Charting
package import Decisions
package import Diagnostics
package import Evaluation

/// pipeline.yaml, checked: all that a run needs.
///
/// Paths are as written, relative to the folder of the file.
package struct PipelineConfiguration: Sendable {
    /// `pipeline:`, the title of the review.
    package var title: String
    /// `corpus: documents:`, files, folders and globs.
    package var documents: [PlacedText]
    /// `corpus: references:`, reference lists with the database that each was exported from.
    package var references: [ReferenceListSetting]
    /// `corpus: settled:`, the list of files and records in which people settled what belongs together.
    package var settled: PlacedText?
    package var codebooks: [PlacedText]
    package var read: ReadSettings
    package var chart: ChartConfiguration
    package var evaluate: EvaluateSettings
    /// `decisions:`, the file of what people decided; it need not be there yet.
    package var decisions: String
    /// `output:`, the folder of the outputs.
    package var output: String
}

/// A text of the configuration and where it stands.
package struct PlacedText: Sendable, Hashable {
    package var text: String
    package var place: Place
}

/// One of `corpus: references:`.
package struct ReferenceListSetting: Sendable, Hashable {
    /// A list, or a folder with lists in it.
    package var path: PlacedText
    /// The name for the chart's Database column; nil takes it from the records.
    package var database: String?
}

/// `read:`, what a document may cost.
package struct ReadSettings: Sendable, Hashable {
    /// Wall time for one document, in seconds. An ordinary two-page report has taken 10.5 s.
    package var deadline: Int
    /// Address space of a worker, in bytes.
    package var memory: Int

    /// Whether the words of pages that are images are recognised with tesseract.
    package var ocr: Bool

    package init(deadline: Int = 60, memory: Int = 1 << 30, ocr: Bool = false) {
        self.deadline = deadline
        self.memory = memory
        self.ocr = ocr
    }
}

/// `chart:`, what the chart shows and how.
package struct ChartConfiguration: Sendable {
    package var formats: [ChartFormat]
    package var columns: [ColumnSetting]
    /// The dimension that makes the columns of items.
    package var category: PlacedText
    /// The dimension named before each item.
    package var theme: PlacedText
    package var authors: AuthorStyle
    package var sort: ChartOrder
    /// `per cell:`, how many items a cell of the report shows at first; nil shows all. Other outputs have all of them.
    package var perCell: Int?
    package var tables: TableConfiguration
    package var decisions: DecisionUse
}

/// What of `chart:` is for the tables beside the chart.
package struct TableConfiguration: Sendable, Hashable {
    /// `characteristics:`, what documents are counted by; nil counts by year, all dimensions of documents, database and
    /// category.
    package var characteristics: [ColumnSetting]?
    /// `year bands:`; nil makes them from the years that occur.
    package var yearBands: YearBands?
    /// `databases:`, where a document counts that was found in several.
    package var databases: DatabaseCounting
}

/// One of `chart: columns:`: a field, and its heading where the usual one does not suit.
package struct ColumnSetting: Sendable, Hashable {
    package var field: PlacedText
    package var heading: String?
}

/// `evaluate:`, gold labels and the least agreement with them.
package struct EvaluateSettings: Sendable, Hashable {
    package var develop: [PlacedText] = []
    package var report: [PlacedText] = []
    /// In the order of the file.
    package var minimum: [Minimum] = []
    /// The file with the agreement that was reached before.
    package var baseline: PlacedText?
}
