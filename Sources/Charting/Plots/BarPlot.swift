/// Lying bars: a label, one or two parts, and the figures behind them.
struct BarPlot {
    struct Bar {
        var label: String
        /// Drawn full.
        var count: Int
        /// Drawn hatched behind it.
        var further = 0
    }

    /// What the two parts are, where bars have two.
    struct Legend {
        var full: String
        var hatched: String
    }

    let id: String
    let title: String
    let bars: [Bar]
    var legend: Legend?
    let notes: [String]

    private static let labelWidth = 210
    private static let barHeight = 18
    private static let gap = 10
    private static let figureWidth = 90
    private static let legendHeight = 26

    var drawing: SVGDrawing {
        let heights = bars.map { max(Self.barHeight, lines(of: $0).count * PlotText.lineHeight) + Self.gap }
        let head = legend == nil ? 0 : Self.legendHeight
        var drawing = SVGDrawing(
            id: id, title: title, description: description, width: PlotFrame.width,
            height: PlotFrame.height(body: head + heights.reduce(0, +), notes: notes))
        PlotFrame.draw(notes, in: &drawing)
        if let legend { draw(legend, in: &drawing) }
        let longest = bars.map { $0.count + $0.further }.max() ?? 0
        var y = PlotFrame.top + head
        for (bar, height) in zip(bars, heights) {
            draw(bar, y: y, height: height - Self.gap, longest: longest, in: &drawing)
            y += height
        }
        if !bars.isEmpty {
            drawing.line(x1: axis, y1: PlotFrame.top + head - 4, x2: axis, y2: y - Self.gap + 4)
        }
        return drawing
    }

    private var axis: Int { Self.labelWidth + 10 }

    private var description: String {
        guard !bars.isEmpty else { return "Nothing to show. " + notes.joined(separator: " ") }
        let figures = bars.map { "\($0.label): \(figure($0))" }.joined(separator: "; ")
        let parts = legend.map { " The first figure: \($0.full); the second: \($0.hatched)." } ?? ""
        return "\(figures).\(parts) " + notes.joined(separator: " ")
    }

    private func figure(_ bar: Bar) -> String {
        legend == nil ? String(bar.count) : "\(bar.count) + \(bar.further)"
    }

    private func lines(of bar: Bar) -> [String] { PlotText.lines(bar.label, width: Self.labelWidth, atMost: 2) }

    private func draw(_ bar: Bar, y: Int, height: Int, longest: Int, in drawing: inout SVGDrawing) {
        let lines = lines(of: bar)
        let firstLine = y + (height - lines.count * PlotText.lineHeight) / 2 + 12
        drawing.text(lines: lines, x: Self.labelWidth, y: firstLine, anchor: .end)
        let room = drawing.width - axis - Self.figureWidth
        let full = PlotFrame.length(of: bar.count, longest: longest, room: room)
        let further = PlotFrame.length(of: bar.further, longest: longest, room: room)
        let top = y + (height - Self.barHeight) / 2
        if full > 0 {
            drawing.rectangle(x: axis, y: top, width: full, height: Self.barHeight, fill: .shade(70))
        }
        if further > 0 {
            drawing.rectangle(x: axis + full, y: top, width: further, height: Self.barHeight, fill: .hatched)
        }
        drawing.text(figure(bar), x: axis + full + further + 8, y: top + 14)
    }

    private func draw(_ legend: Legend, in drawing: inout SVGDrawing) {
        let y = PlotFrame.top - 6
        drawing.rectangle(x: axis, y: y, width: 14, height: 12, fill: .shade(70))
        drawing.text(legend.full, x: axis + 20, y: y + 11)
        let second = axis + 20 + PlotText.width(legend.full) + 24
        drawing.rectangle(x: second, y: y, width: 14, height: 12, fill: .hatched)
        drawing.text(legend.hatched, x: second + 20, y: y + 11)
    }
}
