/// A table to be written: a sheet of a workbook, or a part of a CSV file.
package struct Table: Sendable, Hashable {
    package struct Column: Sendable, Hashable {
        package var heading: String
        /// In characters.
        package var width: Int

        package init(heading: String, width: Int) {
            self.heading = heading
            self.width = width
        }
    }

    package struct Cell: Sendable, Hashable {
        package var text: String
        /// Whether spreadsheets are to take the text for a number.
        package var isNumber: Bool

        package init(_ text: String, isNumber: Bool = false) {
            self.text = text
            self.isNumber = isNumber
        }
    }

    package var name: String
    /// Lines above the headings, the first of them a title. They are for people, and for workbooks only.
    package var notes: [String]
    package var columns: [Column]
    /// Columns that stay in view.
    package var frozenColumns: Int
    /// Each as long as the columns.
    package var rows: [[Cell]]

    /// UTF-16 code units that Excel and LibreOffice keep of a cell.
    package static let longestCell = 32_767

    package init(
        name: String, notes: [String] = [], columns: [Column], frozenColumns: Int = 0, rows: [[Cell]] = []
    ) {
        self.name = name
        self.notes = notes
        self.columns = columns
        self.frozenColumns = frozenColumns
        self.rows = rows
    }
}
