/// A table of cells in columns that are as wide as their widest cell.
struct TextTable {
    private let alignments: [Alignment]
    private var rows: [[String]]

    enum Alignment { case left, right }

    /// - Parameter columns: headings, and on which side their cells stand.
    init(_ columns: KeyValuePairs<String, Alignment>) {
        alignments = columns.map(\.value)
        rows = [columns.map(\.key)]
    }

    var isEmpty: Bool { rows.count == 1 }

    mutating func append(_ cells: [String]) { rows.append(cells) }

    /// The rows, headings first, two spaces between columns.
    var text: String {
        let widths = alignments.indices.map { column in rows.map { cellWidth(of: $0[column]) }.max() ?? 0 }
        return rows.map { row in
            var line = row.indices.map { column in
                let gap = String(repeating: " ", count: widths[column] - cellWidth(of: row[column]))
                return alignments[column] == .left ? row[column] + gap : gap + row[column]
            }.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line
        }.joined(separator: "\n")
    }
}

/// Thousandths as a percentage without decimals, rounded down: only what is whole is 100 %.
func percent(_ thousandths: Int) -> String { "\(thousandths / 10) %" }
