import CXLSXWriter

/// What a column's cells may hold, as a list that drops down.
package struct XLSXChoices: Sendable {
    package enum List: Sendable {
        /// At most 255 characters together, which is what Excel takes.
        case texts([String])
        /// Cells of another sheet; columns and rows are 1-based, and the column is one of the first 26.
        case cells(sheet: String, column: Int, rows: ClosedRange<Int>)
    }

    package var list: List
    /// Whether the cell refuses everything else.
    package var isClosed: Bool

    package init(list: List, isClosed: Bool) {
        self.list = list
        self.isClosed = isClosed
    }

    /// Gives the list to the cells of a column.
    ///
    /// - Parameters:
    ///   - column: 0-based.
    ///   - rows: 0-based.
    func add(
        to sheet: UnsafeMutablePointer<lxw_worksheet>, column: UInt16, rows: ClosedRange<UInt32>
    ) -> lxw_error {
        var validation = lxw_data_validation()
        validation.show_error = UInt8((isClosed ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF).rawValue)
        switch list {
        case .texts(let texts):
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
            return withCStrings(texts) { pointers in
                validation.value_list = pointers
                return worksheet_data_validation_range(
                    sheet, rows.lowerBound, column, rows.upperBound, column, &validation)
            }
        case .cells(let name, let source, let cells):
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
            let letter = Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(source - 1)))
            let range = "='\(name)'!$\(letter)$\(cells.lowerBound):$\(letter)$\(cells.upperBound)"
            return range.withCString { range in
                validation.value_formula = UnsafeMutablePointer(mutating: range)
                return worksheet_data_validation_range(
                    sheet, rows.lowerBound, column, rows.upperBound, column, &validation)
            }
        }
    }
}

/// Calls `body` with the texts as C strings, ended by a null pointer.
private func withCStrings<Result>(
    _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
    let storage = texts.map { Array($0.utf8CString) }
    let all = storage.flatMap(\.self)
    return all.withUnsafeBufferPointer { all in
        var pointers: [UnsafeMutablePointer<CChar>?] = []
        var start = 0
        for text in storage {
            pointers.append(UnsafeMutablePointer(mutating: all.baseAddress! + start))
            start += text.count
        }
        pointers.append(nil)
        return pointers.withUnsafeMutableBufferPointer { body($0.baseAddress!) }
    }
}
