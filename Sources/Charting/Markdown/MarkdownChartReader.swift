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
    private let path: String
    private var row: ReadBackRow?
    /// Number of category headings seen in the document.
    private var headings = 0

    private static let fileMark = Array(MarkdownForm.fieldMark(ChartColumn.file.heading).utf8)

    init(settings: ChartSettings, path: String) {
        categories = settings.columns.filter { $0.category != nil }
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
        } else if line.starts(with: Self.fileMark) {
            row?.document = MarkdownText.unescape(line.dropFirst(Self.fileMark.count))
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

    private func malformed(_ message: String) -> ChartError {
        ChartError(path: path, message: message)
    }
}
