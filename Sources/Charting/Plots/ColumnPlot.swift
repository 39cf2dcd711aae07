/// Standing bars: for what has an order from left to right, such as years.
struct ColumnPlot {
    struct Column {
        /// One entry a line.
        var label: [String]
        var count: Int
    }

    let id: String
    let title: String
    let columns: [Column]
    let notes: [String]

    private static let room = 180
    private static let figureHeight = 20
    private static let labelHeight = 2 * PlotText.lineHeight + 4
    private static let widest = 60
    /// A year has room in it.
    private static let narrowest = 40

    var drawing: SVGDrawing {
        let body = columns.isEmpty ? 0 : Self.figureHeight + Self.room + Self.labelHeight
        var drawing = SVGDrawing(
            id: id, title: title, description: description,
            width: max(PlotFrame.width, Self.narrowest * columns.count),
            height: PlotFrame.height(body: body, notes: notes))
        PlotFrame.draw(notes, in: &drawing)
        guard !columns.isEmpty else { return drawing }
        let pitch = min(Self.widest, drawing.width / columns.count)
        let longest = columns.map(\.count).max() ?? 0
        let floor = PlotFrame.top + Self.figureHeight + Self.room
        for (number, column) in columns.enumerated() {
            let length = PlotFrame.length(of: column.count, longest: longest, room: Self.room)
            let middle = number * pitch + pitch / 2
            if length > 0 {
                drawing.rectangle(
                    x: number * pitch + pitch / 8, y: floor - length, width: pitch * 3 / 4, height: length,
                    fill: .shade(70))
            }
            drawing.text(String(column.count), x: middle, y: floor - length - 5, anchor: .middle)
            drawing.text(lines: column.label, x: middle, y: floor + 16, anchor: .middle, size: PlotText.size - 1)
        }
        drawing.line(x1: 0, y1: floor, x2: pitch * columns.count, y2: floor)
        return drawing
    }

    private var description: String {
        guard !columns.isEmpty else { return "Nothing to show. " + notes.joined(separator: " ") }
        let figures = columns.map { "\($0.label.joined()): \($0.count)" }.joined(separator: "; ")
        return "\(figures). " + notes.joined(separator: " ")
    }
}
