import Diagnostics

/// Reads a table of cells between bars.
final class MarkdownTableReader: TableReader {
    private let input: FileInput
    private let table: TableHead
    private let path: String

    init(_ table: TableHead, path: String) throws {
        input = try FileInput(path: path)
        self.table = table
        self.path = path
        var headings: [String]?
        while headings == nil, let line = try input.line() { headings = cells(of: line) }
        try table.check(headings: headings ?? [], path: path)
        // The rule below the headings.
        _ = try input.line()
    }

    func next() throws -> [String]? {
        guard let line = try input.line() else { return nil }
        guard let row = cells(of: line) else { throw FileError(path: path, message: "a line is no row of the table") }
        try table.check(row: row, path: path)
        return row
    }

    /// The cells of a line; nil for a line that is no row.
    private func cells(of line: ArraySlice<UInt8>) -> [String]? {
        let bar = UInt8(ascii: "|")
        guard line.count > 3, line.first == bar, line.last == bar else { return nil }
        var cells: [String] = []
        var start = line.startIndex + 1
        for index in line.indices.dropFirst() where line[index] == bar && line[index - 1] != UInt8(ascii: "\\") {
            // A space on either side is not the text's.
            guard index - start >= 2 else { return nil }
            cells.append(MarkdownText.unescape(line[(start + 1)..<(index - 1)]))
            start = index + 1
        }
        return cells
    }
}

/// Reads a table that has a section a row.
final class MarkdownSectionReader: TableReader {
    private let input: FileInput
    private let table: TableHead
    private let path: String
    private var ahead: ArraySlice<UInt8>?

    init(_ table: TableHead, path: String) throws {
        input = try FileInput(path: path)
        self.table = table
        self.path = path
        repeat { ahead = try input.line() } while ahead.map { !isBeginning($0) } ?? false
    }

    func next() throws -> [String]? {
        guard ahead != nil else { return nil }
        var fields: [String] = []
        var lists: [[String]] = []
        ahead = try input.line()
        while let line = ahead, !isBeginning(line) {
            if line.starts(with: MarkdownForm.categoryMark.utf8) {
                lists.append([])
            } else if !line.isEmpty, lists.isEmpty {
                fields.append(try field(line, number: fields.count))
            } else if !line.isEmpty {
                lists[lists.count - 1].append(text(of: line))
            }
            ahead = try input.line()
        }
        return try row(fields, lists)
    }

    private func isBeginning(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: MarkdownForm.documentMark.utf8)
    }

    private func field(_ line: ArraySlice<UInt8>, number: Int) throws -> String {
        let columns = table.columns.filter { $0.kind != .statements }
        let mark = columns.indices.contains(number) ? MarkdownForm.fieldMark(columns[number].heading) : ""
        guard !mark.isEmpty, line.starts(with: mark.utf8) else {
            throw FileError(path: path, message: "a line is no field: ‘\(String(decoding: line, as: UTF8.self))’")
        }
        return MarkdownText.unescape(line.dropFirst(mark.utf8.count))
    }

    /// A line of a list: a category in bold, a statement, or in italics why there is none.
    private func text(of line: ArraySlice<UInt8>) -> String {
        let stars = line.prefix { $0 == UInt8(ascii: "*") }.count
        let text = MarkdownText.unescape(line.dropFirst(stars).dropLast(stars))
        return stars == 1 && text == MarkdownTableForm.nothing ? "" : text
    }

    private func row(_ fields: [String], _ lists: [[String]]) throws -> [String] {
        var fields = fields[...]
        var lists = lists[...]
        let row = table.columns.compactMap { column in
            column.kind == .statements ? lists.popFirst()?.joined(separator: "\n") : fields.popFirst()
        }
        try table.check(row: row, path: path)
        guard fields.isEmpty, lists.isEmpty else {
            throw FileError(path: path, message: "a section has too many parts")
        }
        return row
    }
}
