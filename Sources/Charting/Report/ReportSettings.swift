package import DocumentModel

/// What the report shows and how: the chart's settings, and what readers of evidence need beyond them.
package struct ReportSettings: Sendable {
    package var chart: ChartSettings
    /// The rules of the codebooks in words.
    package var rules: [RuleWording]
    /// What the tables beside the chart call the categories, in the order of their columns in the chart.
    package var categoryLabels: [String]
    /// The bands in which the plot counts years; nil has it make them from the years that occur.
    package var yearBands: YearBands?
    /// How many items a cell shows before the reader asks for more; nil shows all.
    package var perCell: Int?
    /// Whether the paragraphs around the quotes are left out, so that the report can be passed on.
    package var quotesOnly: Bool

    package init(
        chart: ChartSettings, rules: [RuleWording] = [], categoryLabels: [String] = [], yearBands: YearBands? = nil,
        perCell: Int? = nil, quotesOnly: Bool = false
    ) {
        self.chart = chart
        self.rules = rules
        self.categoryLabels = categoryLabels
        self.yearBands = yearBands
        self.perCell = perCell
        self.quotesOnly = quotesOnly
    }
}

/// A rule as a person would say it.
package struct RuleWording: Sendable, Hashable {
    /// A piece of the sentence.
    package struct Part: Sendable, Hashable {
        package var text: String
        /// Whether it is an expression as its author wrote it.
        package var isExpression: Bool

        package init(_ text: String, isExpression: Bool = false) {
            self.text = text
            self.isExpression = isExpression
        }
    }

    package var code: CodeReference
    /// Id of the rule, unique in its code.
    package var rule: String
    /// The label of the code.
    package var label: String
    package var words: [Part]

    package init(code: CodeReference, rule: String, label: String, words: [Part]) {
        self.code = code
        self.rule = rule
        self.label = label
        self.words = words
    }
}

/// A view of the report beside the chart, such as a table: it is complete without script.
package struct ReportSection: Sendable {
    /// Names the view in links to it: `report.html#synthesis`. Unique; neither `chart` nor an item's id.
    package var id: String
    package var title: String
    /// What stands under the title.
    package var markup: HTMLMarkup

    package init(id: String, title: String, markup: HTMLMarkup) {
        self.id = id
        self.title = title
        self.markup = markup
    }
}
