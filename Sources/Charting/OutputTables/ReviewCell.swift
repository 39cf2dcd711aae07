package import DocumentModel

/// A cell of a table beside the chart.
package enum ReviewCell: Sendable, Hashable {
    case text(String)
    /// Why the cell holds nothing: `Not stated`, `N/A`, `Not read: …`, `–`.
    case absent(String)
    case count(Int)
    /// A decimal number in thousandths; the column says how many places are shown.
    case decimal(thousandths: Int)
    /// Categories that have statements; empty when nothing was found.
    case statements([CategoryStatements])
}

/// The statements of one category inside a cell, numbered from 1.
package struct CategoryStatements: Sendable, Hashable {
    package var category: String
    package var label: String
    /// In document order.
    package var statements: [ListedStatement]
}

/// A statement in a list.
package struct ListedStatement: Sendable, Hashable {
    /// nil where states are not marked, because all are the same.
    package var state: ItemState?
    package var text: String

    /// What stands behind its number.
    var marked: String { (state.map(ItemText.stateMark) ?? "") + text }
}

extension ReviewCell {
    /// The cell of a chart in another table.
    init(_ cell: ChartCell) {
        switch cell {
        case .text(let text): self = .text(shortened(text))
        case .items, .empty, .notApplicable, .notStated, .notRead: self = .absent(shortened(cell.plainText))
        }
    }

    /// Percent of a whole, rounded to tenths, halves up.
    static func percentage(_ count: Int, of whole: Int) -> ReviewCell {
        whole == 0 ? .absent("–") : .decimal(thousandths: (2000 * count + whole) / (2 * whole) * 100)
    }

    /// The cell as one text, as CSV has it.
    func plainText(in column: TableColumn) -> String {
        lines(in: column).joined(separator: "\n")
    }

    /// The lines of the cell, at least one.
    func lines(in column: TableColumn) -> [String] {
        switch self {
        case .text(let text), .absent(let text): return [text]
        case .count(let count): return [String(count)]
        case .decimal(let thousandths): return [decimalText(thousandths: thousandths, places: column.places)]
        case .statements(let categories):
            let lines = categories.flatMap { category in
                ["\(category.label):"]
                    + category.statements.enumerated().map { "\($0.offset + 1)) \($0.element.marked)" }
            }
            return lines.isEmpty ? [""] : lines
        }
    }

    var isAbsent: Bool {
        if case .absent = self { true } else { false }
    }
}

extension TableColumn {
    var places: Int {
        if case .decimal(let places) = kind { places } else { 0 }
    }
}

/// A number of thousandths with so many places, the rest cut off: `63.6`.
func decimalText(thousandths: Int, places: Int) -> String {
    guard places > 0 else { return String(thousandths / 1000) }
    let fraction = String(1000 + thousandths % 1000).dropFirst().prefix(places)
    return "\(thousandths / 1000).\(fraction)"
}

/// Texts that name a document or a value of it, as tables beside the chart show them: cut where no person reads on, and
/// where a cell of a spreadsheet would end. The chart has them whole.
func shortened(_ text: String) -> String {
    guard text.utf8.count > longestName, text.unicodeScalars.dropFirst(longestName).first != nil else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(longestName - 1))) + "…"
}

/// In code points.
private let longestName = 1_000
