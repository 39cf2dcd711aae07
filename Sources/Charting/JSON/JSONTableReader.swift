import Diagnostics
import DocumentModel
import JSON

/// Reads a table that was written as JSON: what is before the rows, each row, and the end, as the lines of the file.
final class JSONTableReader: TableReader {
    private let input: FileInput
    private let table: TableHead
    private let path: String

    init(_ table: TableHead, path: String) throws {
        input = try FileInput(path: path)
        self.table = table
        self.path = path
        let head = try input.line() ?? []
        let columns = try decoded(Head.self, from: head + "]}".utf8).columns
        try table.check(headings: columns.map(\.heading), path: path)
    }

    func next() throws -> [String]? {
        guard let line = try input.line() else { throw FileError(path: path, message: "the table has no end") }
        if line == ArraySlice("]}".utf8) { return nil }
        let row = try decoded([String: Cell].self, from: line.last == UInt8(ascii: ",") ? line.dropLast() : line)
        return try table.columns.map { column in
            guard let cell = row[column.id] else {
                throw FileError(path: path, message: "a row has no cell ‘\(column.id)’")
            }
            return cell.value.plainText(in: column)
        }
    }

    private func decoded<Value: Decodable>(_ type: Value.Type, from bytes: some Sequence<UInt8>) throws -> Value {
        do {
            return try decodeJSON(type, from: bytes)
        } catch let error as DecodingError {
            throw FileError(path: path, message: "no table: \(error)")
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
