/// What all plots have: a title above, notes below, and lengths for counts.
enum PlotFrame {
    static let width = 720
    /// From the title's top to what is drawn.
    static let top = 44
    static let titleSize = 16
    private static let titleBaseline = 22

    /// The height of a plot.
    static func height(body: Int, notes: [String]) -> Int {
        top + body + 12 + noteLines(notes, width: width).count * PlotText.lineHeight
    }

    /// Draws title and notes.
    static func draw(_ notes: [String], in drawing: inout SVGDrawing) {
        drawing.text(drawing.title, x: 0, y: titleBaseline, size: titleSize, isBold: true)
        let lines = noteLines(notes, width: drawing.width)
        let first = drawing.height - (lines.count - 1) * PlotText.lineHeight - 6
        drawing.text(lines: lines, x: 0, y: first, size: PlotText.size - 1)
    }

    /// A count as a length; the longest count is as long as there is room, and nothing that is counted is invisible.
    static func length(of count: Int, longest: Int, room: Int) -> Int {
        count == 0 || longest == 0 ? 0 : max(1, (count * room + longest / 2) / longest)
    }

    private static func noteLines(_ notes: [String], width: Int) -> [String] {
        notes.flatMap { PlotText.lines($0, width: width, atMost: 3) }
    }
}
