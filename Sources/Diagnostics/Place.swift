/// Where a diagnostic points: a line of a text file, a page of a document, or a cell of a spreadsheet.
package struct Place: Sendable, Hashable, Codable {
    /// Path as the user gave it.
    package var file: String?
    /// 1-based line of the file, or of the cell's text.
    package var line: Int?
    /// 1-based column in code points of the line.
    package var column: Int?
    /// How many code points the caret underlines.
    package var length: Int?
    /// 1-based page of a document.
    package var page: Int?
    package var cell: CellName?

    package init(
        file: String? = nil, line: Int? = nil, column: Int? = nil, length: Int? = nil, page: Int? = nil,
        cell: CellName? = nil
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.length = length
        self.page = page
        self.cell = cell
    }

    /// Names the text whose lines and columns these are: the file, or a cell of it.
    package var textName: String? {
        guard let cell else { return file }
        return (file.map { $0 + ": " } ?? "") + cell.description
    }

    /// As another message about the same file names it: `line 5`, `Codes!H12`.
    package var nameInFile: String? { cell?.description ?? line.map { "line \($0)" } }
}

/// A cell of a spreadsheet, as spreadsheets write it: `Codes!H12`; `H12` in a CSV file.
package struct CellName: Sendable, Hashable, Codable, CustomStringConvertible {
    /// nil in a file that has one table.
    package var sheet: String?
    /// 1-based.
    package var row: Int
    /// 1-based.
    package var column: Int

    package init(sheet: String?, row: Int, column: Int) {
        self.sheet = sheet
        self.row = row
        self.column = column
    }

    package var description: String { (sheet.map { Self.quoted($0) + "!" } ?? "") + reference }

    /// Column and row: `H12`.
    package var reference: String {
        var letters: [Character] = []
        var rest = column
        while rest > 0 {
            letters.append(Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))))
            rest = (rest - 1) / 26
        }
        return String(letters.reversed()) + String(row)
    }

    private static func quoted(_ sheet: String) -> String {
        let isPlain = sheet.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        return isPlain
            ? sheet : "'" + sheet.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }
}
