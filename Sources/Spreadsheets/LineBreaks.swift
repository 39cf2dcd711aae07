/// Counts the lines that a text takes in a cell, scalar by scalar, as a spreadsheet wraps it.
///
/// Rows get their heights from it: Excel and LibreOffice do not fit them when they open a file.
package struct LineBreaks {
    /// Lines so far.
    package private(set) var lines = 1
    /// In thousandths of the font's size.
    private let available: Int
    private var line = 0
    /// Of the word at the end of the line.
    private var word = 0

    /// Pixels of a column's character (the digits of the standard font, Arial 10) over those of the cell
    /// font's size, less the share that differs between programs.
    private static let characterWidth = 7 * 1000 / 12 * 98 / 100

    /// - Parameter width: of the column, in characters.
    package init(width: Int) {
        available = max(width, 1) * Self.characterWidth
    }

    /// The lines of a whole text.
    package static func count(_ text: String, width: Int) -> Int {
        var breaks = LineBreaks(width: width)
        for scalar in text.unicodeScalars { breaks.advance(over: scalar) }
        return breaks.lines
    }

    package mutating func advance(over scalar: Unicode.Scalar) {
        if scalar == "\n" {
            lines += 1
            line = 0
            word = 0
            return
        }
        let width = Self.width(of: scalar)
        if scalar == " " {
            // A space may hang over the edge.
            line += width
            word = 0
            return
        }
        if line + width > available, line > 0 {
            lines += 1
            line = word < line ? word : 0
            if line == 0 { word = 0 }
        }
        line += width
        word = scalar == "-" ? 0 : word + width
    }

    /// Advance width in thousandths of the font's size.
    private static func width(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20...0x7E: helvetica[Int(scalar.value) - 0x20]
        case ..<0x20: escapeWidth
        case 0x2E80...: 1000
        default: 600
        }
    }

    /// What is written as `_x0001_` may show as that.
    private static let escapeWidth = 3_900

    /// Widths of U+0020–007E in Helvetica (Adobe Font Metrics), which Arial and Liberation Sans share.
    private static let helvetica = [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
        556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667,
        556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556,
        556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722,
        500, 500, 500, 334, 260, 334, 584,
    ]
}
