import Spreadsheets

/// What a cell still has room for.
struct CellRoom {
    /// UTF-16 code units, as Excel counts characters.
    private var units: Int
    private var breaks: LineBreaks

    /// Characters that Excel allows in a cell.
    private static let excelLimit = 32_767
    /// Lines of the cell font in the tallest row that Excel shows; what is below would be there and never
    /// seen. One is left for ``CellParts/continuesMark``.
    private static let visibleLines = Int(XLSXStyle.tallestRow / XLSXStyle.lineHeight) - 1
    /// A line that is too long is cut after a space if there is one this near to where it must be cut.
    private static let longestWord = 80

    /// The room of an empty cell, without what its marks may take.
    ///
    /// - Parameter width: of the column, in characters.
    init(width: Int) {
        let marks = CellParts.continuesMark.utf16.count + CellParts.continuedMark.utf16.count
        units = Self.excelLimit - marks
        breaks = LineBreaks(width: width)
    }

    func fits(_ line: String) -> Bool {
        end(of: line.unicodeScalars[...]) == line.unicodeScalars.endIndex
    }

    /// Uses the room that a line takes, its line break included.
    mutating func take(_ line: String) {
        for scalar in line.unicodeScalars { advance(over: scalar) }
        advance(over: "\n")
    }

    /// Where the part of a text that fits ends.
    func end(of text: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView.Index {
        var room = self
        var afterSpace: (index: Substring.UnicodeScalarView.Index, distance: Int)?
        for index in text.indices {
            room.advance(over: text[index])
            if room.isOverfull {
                if let afterSpace, afterSpace.distance < Self.longestWord { return afterSpace.index }
                return index == text.startIndex ? text.index(after: index) : index
            }
            afterSpace?.distance += 1
            if text[index] == " " { afterSpace = (text.index(after: index), 0) }
        }
        return text.endIndex
    }

    private var isOverfull: Bool { units < 0 || breaks.lines > Self.visibleLines }

    private mutating func advance(over scalar: Unicode.Scalar) {
        units -= XLSXText.storedLength(scalar)
        breaks.advance(over: scalar)
    }
}
