package import DocumentModel

/// The row of one document.
package struct ChartRow: Sendable, Hashable {
    /// Path of the document.
    package var document: String
    package var status: DocumentStatus
    /// One for each column of the settings, in their order.
    package var cells: [ChartCell]
}

/// A cell of the chart; the last four are the kinds of cell without content that readers must tell apart.
package enum ChartCell: Sendable, Hashable {
    case text(String)
    /// Never empty, in document order.
    case items([ChartItem])
    /// The document was read, and nothing was found.
    case empty
    /// The column does not apply to the document.
    case notApplicable
    /// Neither the document nor a reference list says it.
    case notStated
    case notRead(reason: String)
}

extension ChartCell {
    /// The text of a cell without items, as every format but JSON shows it.
    var plainText: String {
        switch self {
        case .text(let text): text
        case .items, .empty: ""
        case .notApplicable: "N/A"
        case .notStated: "Not stated"
        case .notRead(let reason): "Not read: " + reason
        }
    }

    /// The items of the cell; empty for any other.
    package var items: [ChartItem] {
        if case .items(let items) = self { items } else { [] }
    }
}
