/// A table of counts in which a darker field is a greater count; every field has its figure.
struct HeatMap {
    let id: String
    let title: String
    let rows: [String]
    let columns: [String]
    /// By row, then by column.
    let counts: [[Int]]
    let notes: [String]

    private static let labelWidth = 210
    private static let fieldHeight = 34
    private static let narrowest = 56
    private static let widest = 124
    /// Of the ink, in percent: the figure on the darkest field keeps a contrast of 4.5 to 1.
    private static let darkest = 42
    private static let lightest = 6

    var drawing: SVGDrawing {
        let room = (PlotFrame.width - left) / max(columns.count, 1)
        let field = min(Self.widest, max(Self.narrowest, room))
        let labels = columns.map { PlotText.lines($0, width: field - 6, atMost: 3) }
        let head = (labels.map(\.count).max() ?? 0) * PlotText.lineHeight + 8
        let body = rows.isEmpty || columns.isEmpty ? 0 : head + rows.count * Self.fieldHeight
        var drawing = SVGDrawing(
            id: id, title: title, description: description, width: max(PlotFrame.width, left + field * columns.count),
            height: PlotFrame.height(body: body, notes: notes))
        PlotFrame.draw(notes, in: &drawing)
        guard body > 0 else { return drawing }
        for (number, lines) in labels.enumerated() {
            let y = PlotFrame.top + head - 8 - (lines.count - 1) * PlotText.lineHeight
            drawing.text(lines: lines, x: left + number * field + field / 2, y: y, anchor: .middle)
        }
        for row in rows.indices {
            draw(row, y: PlotFrame.top + head + row * Self.fieldHeight, field: field, in: &drawing)
        }
        return drawing
    }

    private var left: Int { Self.labelWidth + 10 }

    private var greatest: Int { counts.joined().max() ?? 0 }

    private func draw(_ row: Int, y: Int, field: Int, in drawing: inout SVGDrawing) {
        let lines = PlotText.lines(rows[row], width: Self.labelWidth, atMost: 2)
        let firstLine = y + (Self.fieldHeight - lines.count * PlotText.lineHeight) / 2 + 12
        drawing.text(lines: lines, x: Self.labelWidth, y: firstLine, anchor: .end)
        for (column, count) in counts[row].enumerated() {
            let x = left + column * field
            let shade =
                Self.lightest + PlotFrame.length(of: count, longest: greatest, room: Self.darkest - Self.lightest)
            if count > 0 {
                drawing.rectangle(
                    x: x + 1, y: y + 1, width: field - 2, height: Self.fieldHeight - 2, fill: .shade(shade))
            }
            drawing.rectangle(x: x + 1, y: y + 1, width: field - 2, height: Self.fieldHeight - 2, fill: .none)
            drawing.text(String(count), x: x + field / 2, y: y + Self.fieldHeight / 2 + 5, anchor: .middle)
        }
    }

    private var description: String {
        let figures = zip(rows, counts).map { row, counts in
            row + ": " + zip(columns, counts).map { "\($0) \($1)" }.joined(separator: ", ")
        }
        return (figures.isEmpty ? "Nothing to show" : figures.joined(separator: "; ")) + ". "
            + notes.joined(separator: " ")
    }
}
