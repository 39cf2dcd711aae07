import Diagnostics

/// Which cell of a written row holds what.
struct ReadLayout {
    let headings: [String]
    /// Index of the File column.
    let file: Int
    /// Index of the Status column.
    let status: Int
    /// Index and category of the item columns.
    let items: [(index: Int, category: String)]
    let path: String

    init(settings: ChartSettings, path: String) {
        let columns = settings.columns
        headings = columns.map(\.heading)
        file = columns.firstIndex { $0.content == .file }!
        status = columns.firstIndex { $0.content == .status }!
        items = columns.indices.compactMap { index in columns[index].category.map { (index, $0) } }
        self.path = path
    }

    /// - Throws: ``FileError`` when the headings of the file are not those of the settings.
    func check(headings found: [String]) throws {
        guard found == headings else {
            throw FileError(path: path, message: "the headings are \(found), expected \(headings)")
        }
    }

    /// The heading of a category's column.
    func heading(of category: String) -> String? {
        items.first { $0.category == category }.map { headings[$0.index] }
    }

    /// What a row of cell texts says.
    ///
    /// - Throws: ``FileError`` when a cell that should hold items holds something else.
    func row(of cells: [String]) throws -> ReadBackRow {
        guard cells.count == headings.count else {
            throw FileError(path: path, message: "a row has \(cells.count) cells, expected \(headings.count)")
        }
        var row = ReadBackRow(document: cells[file], statements: [])
        for (index, category) in items where !isWithoutItems(cells[index]) {
            guard let statements = ItemText.items(in: cells[index], category: category) else {
                throw FileError(path: path, message: "\(row.document): no items in ‘\(headings[index])’")
            }
            row.statements += statements
        }
        return row
    }

    private func isWithoutItems(_ text: String) -> Bool {
        text.isEmpty || text.utf8.starts(with: ChartCell.notRead(reason: "").plainText.utf8)
    }
}
