/// Totals of a chart, known before its first row is written.
package struct ChartSummary: Sendable, Hashable {
    /// Documents of the corpus.
    package var included: Int
    /// Documents that could be read; the others are in no denominator.
    package var read: Int
    /// Statements that stand in the chart; one in several cells counts once.
    package var items: Int
    /// Statements that a person accepted, edited or added.
    package var checked: Int
    /// What an audit of this chart says of its errors; nil without one.
    package var audit: String?

    package init(included: Int, read: Int, items: Int, checked: Int, audit: String? = nil) {
        self.included = included
        self.read = read
        self.items = items
        self.checked = checked
        self.audit = audit
    }
}

extension ChartSummary {
    /// Whether items show their state in a cell: only while some are decided and others are not.
    var marksStates: Bool { checked > 0 && checked < items }

    private var isDraft: Bool { checked < items || items == 0 }

    /// What every sheet and page says.
    package var banner: String {
        let count = "\(checked) of \(items) items checked by a person"
        return isDraft ? "Rule-coded draft: " + count : count
    }

    /// `n = 33 read of 35 included`, and what an audit says.
    package var caption: String {
        (["n = \(read) read of \(included) included"] + [audit].compactMap(\.self)).joined(separator: " · ")
    }

    /// What the marks of items mean.
    var legend: String {
        if marksStates {
            "Items without a mark are machine-coded; accepted, edited and added mark what a person decided."
        } else {
            checked == 0 ? "All items are machine-coded." : "A person decided every item."
        }
    }

    /// What cells without items mean.
    static let emptyCells = "An empty cell: read, nothing found. N/A: does not apply."

    /// The part of the Status cell that says how far a document's items are checked.
    static func checkedText(_ checked: Int, of items: Int) -> String {
        checked < items
            ? "rule-coded draft: \(checked) of \(items) items checked by a person"
            : "\(checked) of \(items) items checked by a person"
    }
}
