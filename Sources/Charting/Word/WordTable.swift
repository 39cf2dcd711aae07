extension TableFormat {
    /// A Word document in landscape, to be edited.
    static let word = TableFormat(
        name: "docx", isEdited: true, writer: { try WordTableWriter($0, path: $1) },
        reader: { try WordTableReader($0, path: $1) })
}

private final class WordTableWriter: TableWriter {
    private let document: WordDocument
    private let table: TableHead

    init(_ table: TableHead, path: String) throws {
        self.table = table
        document = try WordDocument(
            path: path,
            lines: [
                WordDocument.Paragraph(.title, table.name + ": " + table.title),
                WordDocument.Paragraph(.banner, table.banner),
            ] + ([table.caption] + table.notes).map { WordDocument.Paragraph(.note, $0) },
            running: table.title + " · " + table.banner,
            columns: table.columns.map {
                WordDocument.Column(heading: $0.heading, width: $0.width, isNumber: $0.isNumber)
            },
            language: table.language)
    }

    func append(_ row: [ReviewCell]) throws {
        try document.append(zip(table.columns, row).map { paragraphs(of: $1, in: $0) })
    }

    func finish() throws {
        try document.finish()
    }

    private func paragraphs(of cell: ReviewCell, in column: TableColumn) -> [WordDocument.Paragraph] {
        if case .statements(let categories) = cell {
            return categories.flatMap { category in
                [WordDocument.Paragraph(.category, category.label + ":")]
                    + category.statements.enumerated().map { index, statement in
                        WordDocument.Paragraph(.item, "\(index + 1)) \(statement.marked)")
                    }
            }
        }
        let style: WordStyle = column.isNumber ? .figure : cell.isAbsent ? .absent : .text
        return [WordDocument.Paragraph(style, cell.plainText(in: column))]
    }
}

private final class WordTableReader: TableReader {
    private let rows: WordRows
    private let table: TableHead
    private let path: String

    init(_ table: TableHead, path: String) throws {
        rows = try WordRows(path: path)
        self.table = table
        self.path = path
        try table.check(headings: try rows.next()?.map(\.text) ?? [], path: path)
    }

    func next() throws -> [String]? {
        guard let row = try rows.next()?.map(\.text) else { return nil }
        try table.check(row: row, path: path)
        return row
    }
}
