/// A sheet of a workbook, or a table of a CSV file, as it was read.
package struct Sheet: Sendable, Hashable {
    /// nil for a CSV file that names no sheets.
    package var name: String?
    /// Whether it is a part of a CSV file's one table: its cells are then named without it.
    package var isPart: Bool
    package var rows: [SheetRow]

    package init(name: String?, isPart: Bool = false, rows: [SheetRow]) {
        self.name = name
        self.isPart = isPart
        self.rows = rows
    }
}

package struct SheetRow: Sendable, Hashable {
    /// 1-based, as spreadsheets show it.
    package var number: Int
    /// From left to right, empty ones left out where the file leaves them out.
    package var cells: [SheetCell]

    package init(number: Int, cells: [SheetCell]) {
        self.number = number
        self.cells = cells
    }
}

package struct SheetCell: Sendable, Hashable {
    /// What keeps a cell from having a text.
    package enum Problem: Sendable, Hashable {
        /// A formula that was never computed, or a text that the file does not hold.
        case noValue
        /// A formula with an error: `#NAME?`.
        case errorValue
    }

    /// 1-based.
    package var column: Int
    /// As the spreadsheet shows it.
    package var text: String
    package var problem: Problem?

    package init(column: Int, text: String, problem: Problem? = nil) {
        self.column = column
        self.text = text
        self.problem = problem
    }
}
