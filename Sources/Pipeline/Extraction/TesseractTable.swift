import DocumentModel
import Reading

extension RecognisedPage {
    /// The words in tesseract's table: a line of 12 columns for each block, paragraph, line and word; words are of
    /// level 5 (tesseract(1), "tsv"). A line that is none of its form is no word.
    ///
    /// - Parameter scale: pixels for each point.
    init(page: Int, table: [[UInt8]], scale: Double) {
        self.init(page: page, lines: [])
        var current: TableRow.LineNumber?
        for bytes in table {
            guard let row = TableRow(bytes) else { continue }
            if current != row.line { lines.append([]) }
            current = row.line
            let (left, top) = (Double(row.left) / scale, Double(row.top) / scale)
            lines[lines.count - 1].append(
                RecognisedWord(
                    text: row.text,
                    box: Box(
                        page: page, x0: left, y0: top, x1: left + Double(row.width) / scale,
                        y1: top + Double(row.height) / scale),
                    confidence: row.confidence))
        }
    }
}

/// A word's row of the table.
private struct TableRow {
    struct LineNumber: Equatable {
        var block: Int
        var paragraph: Int
        var line: Int
    }

    let line: LineNumber
    /// Pixels.
    let left: Int
    let top: Int
    let width: Int
    let height: Int
    /// Percent.
    let confidence: Double
    let text: String

    private static let wordLevel = 5
    /// No picture is so large: numbers beyond are none of a page.
    private static let pixels = 0...1_000_000

    init?(_ bytes: [UInt8]) {
        let columns = String(decoding: bytes, as: UTF8.self).split(separator: "\t", omittingEmptySubsequences: false)
        guard columns.count == 12, let confidence = Double(columns[10]), (0...100).contains(confidence) else {
            return nil
        }
        let numbers = columns.prefix(10).compactMap { Int($0) }
        guard numbers.count == 10, numbers[0] == Self.wordLevel, numbers.allSatisfy(Self.pixels.contains) else {
            return nil
        }
        let text = columns[11].unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }
        guard !text.isEmpty else { return nil }
        line = LineNumber(block: numbers[2], paragraph: numbers[3], line: numbers[4])
        (left, top, width, height) = (numbers[6], numbers[7], numbers[8], numbers[9])
        self.confidence = confidence
        self.text = String(String.UnicodeScalarView(text))
    }
}
