import Diagnostics
import DocumentModel

/// Reads a table that was written as JSON.
final class JSONTableReader: TableReader {
    private let rows: JSONRowsReader
    private let table: TableHead
    private let path: String

    init(_ table: TableHead, path: String) throws {
        rows = try JSONRowsReader(path: path, name: "table")
        self.table = table
        self.path = path
        try table.check(headings: try rows.head(Head.self).columns.map(\.heading), path: path)
    }

    func next() throws -> [String]? {
        guard let row = try rows.next([String: Cell].self) else { return nil }
        return try table.columns.map { column in
            guard let cell = row[column.id] else {
                throw FileError(path: path, message: "a row has no cell ‘\(column.id)’")
            }
            return cell.value.plainText(in: column)
        }
    }
}

/// Far more than there can be of anything, and no more than an integer of thousandths holds.
private let largestNumber = 1e15

private struct Head: Decodable {
    struct Column: Decodable {
        var heading: String
    }

    var columns: [Column]
}

private struct Cell: Decodable {
    private struct Category: Decodable {
        struct Statement: Decodable {
            var text: String
            var state: ItemState?
        }

        var category: String
        var label: String
        var statements: [Statement]
    }

    var value: ReviewCell

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            value = .text(text)
        } else if let number = try? container.decode(Double.self), number.magnitude < largestNumber {
            // A count is shown as a decimal number without places is.
            value = .decimal(thousandths: Int((number * 1000).rounded()))
        } else if let absent = try? container.decode([String: String].self)["absent"] {
            value = .absent(absent)
        } else {
            value = .statements(
                try container.decode([Category].self).map { category in
                    CategoryStatements(
                        category: category.category, label: category.label,
                        statements: category.statements.map { ListedStatement(state: $0.state, text: $0.text) })
                })
        }
    }
}
