import Diagnostics

/// Reads a chart that ``MarkdownChartWriter`` wrote, line by line.
func readMarkdownChart(path: String, settings: ChartSettings, _ body: (ReadBackRow) throws -> Void) throws {
    let input = try FileInput(path: path)
    var reader = MarkdownRows(settings: settings, path: path)
    while let line = try input.line() {
        if let row = try reader.take(line) { try body(row) }
    }
    if let row = try reader.finish() { try body(row) }
}

private struct MarkdownRows {
    private let categories: [ChartColumn]
    /// Index of the File line among the lines of fields.
    private let file: Int
    private let fileMark: [UInt8]
    private let path: String
    private var row: ReadBackRow?
    /// Number of category headings seen in the document.
    private var headings = 0
    /// Number of fields seen in the document.
    private var fields = 0

    init(settings: ChartSettings, path: String) {
        categories = settings.columns.filter { $0.category != nil }
        let fields = settings.columns.filter { $0.category == nil }
        file = fields.firstIndex { $0.content == .file }!
        fileMark = Array(MarkdownForm.fieldMark(fields[file].heading).utf8)
        self.path = path
    }

    /// Takes a line.
    ///
    /// - Returns: the document that ended before it.
    mutating func take(_ line: ArraySlice<UInt8>) throws -> ReadBackRow? {
        if line.starts(with: MarkdownForm.documentMark.utf8) {
            let ended = try finish()
            row = ReadBackRow(document: "", statements: [])
            return ended
        }
        if line.starts(with: MarkdownForm.categoryMark.utf8) {
            try beginCategory(line.dropFirst(MarkdownForm.categoryMark.utf8.count))
        } else if line.starts(with: MarkdownForm.fieldBeginning.utf8) {
            // Another column may have the same heading, so its place tells the File line.
            if fields == file, line.starts(with: fileMark) {
                row?.document = MarkdownText.unescape(line.dropFirst(fileMark.count))
            }
            fields += 1
        } else if let first = line.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) {
            try takeItem(line)
        }
        return nil
    }

    /// Ends the last document.
    mutating func finish() throws -> ReadBackRow? {
        guard let ended = row else { return nil }
        guard headings == categories.count, !ended.document.isEmpty else {
            throw malformed("a section lacks its file or a category")
        }
        row = nil
        headings = 0
        fields = 0
        return ended
    }

    private mutating func beginCategory(_ heading: ArraySlice<UInt8>) throws {
        guard headings < categories.count, MarkdownText.unescape(heading) == categories[headings].heading else {
            throw malformed("unexpected heading ‘\(String(decoding: heading, as: UTF8.self))’")
        }
        headings += 1
    }

    private mutating func takeItem(_ line: ArraySlice<UInt8>) throws {
        let separator = Array(ItemText.statementSeparator.utf8)
        guard headings > 0, let category = categories[headings - 1].category,
            let closing = line.firstIndex(of: UInt8(ascii: ")")),
            let number = Int(String(decoding: line[..<closing], as: UTF8.self)),
            let themesEnd = line.firstIndex(of: separator),
            let end = line.firstIndex(of: Array(MarkdownForm.placeMark.utf8)), closing < themesEnd,
            themesEnd + separator.count <= end
        else { throw malformed("a line is no item: ‘\(String(decoding: line, as: UTF8.self))’") }
        let themes = line[(closing + 1)..<themesEnd].drop { $0 == UInt8(ascii: " ") }
        row?.statements.append(
            ChartedStatement(
                category: category, number: number, themes: ItemText.labels(in: MarkdownText.unescape(themes)),
                statement: MarkdownText.unescape(line[(themesEnd + separator.count)..<end])))
    }

    private func malformed(_ message: String) -> FileError {
        FileError(path: path, message: message)
    }
}
