/// A drawing of texts, bars and lines, with what it shows in words.
///
/// Everything has the colour of the text around it, in shades, so that a drawing is readable in light and dark pages and
/// in black and white print. Lengths are pixels.
struct SVGDrawing {
    /// How a surface is filled.
    enum Fill {
        /// Percent of the ink.
        case shade(Int)
        /// Lines from the lower left to the upper right.
        case hatched
        /// Only an outline.
        case none
    }

    enum Anchor: String {
        case start, middle, end
    }

    /// Names the drawing's own parts in a page with several.
    let id: String
    let title: String
    /// All figures, in words.
    let description: String
    let width: Int
    let height: Int
    private var body = HTMLMarkup()

    private static let fonts = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif"

    init(id: String, title: String, description: String, width: Int, height: Int) {
        self.id = id
        self.title = title
        self.description = description
        self.width = width
        self.height = height
    }

    /// Draws a line of text; `y` is its baseline.
    mutating func text(
        _ text: String, x: Int, y: Int, anchor: Anchor = .start, size: Int = PlotText.size, isBold: Bool = false
    ) {
        let weight = isBold ? "600" : nil
        body.element(
            "text",
            [
                "x": String(x), "y": String(y), "text-anchor": anchor == .start ? nil : anchor.rawValue,
                "font-size": size == PlotText.size ? nil : String(size), "font-weight": weight,
            ]
        ) { $0.raw(HTMLMarkup.attribute(text)) }
        body.raw("\n")
    }

    /// Draws lines of text, the first on the baseline `y`.
    mutating func text(lines: [String], x: Int, y: Int, anchor: Anchor = .start, size: Int = PlotText.size) {
        for (number, line) in lines.enumerated() {
            text(line, x: x, y: y + number * PlotText.lineHeight, anchor: anchor, size: size)
        }
    }

    mutating func rectangle(x: Int, y: Int, width: Int, height: Int, fill: Fill) {
        body.raw("<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\"")
        switch fill {
        case .shade(let percent): body.raw(" fill-opacity=\"\(opacity(percent))\"")
        case .hatched: body.raw(" fill=\"url(#\(HTMLMarkup.attribute(id))-hatch)\" stroke=\"currentColor\"")
        case .none: body.raw(" fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.35\"")
        }
        body.raw("/>\n")
    }

    mutating func line(x1: Int, y1: Int, x2: Int, y2: Int) {
        body.raw("<line x1=\"\(x1)\" y1=\"\(y1)\" x2=\"\(x2)\" y2=\"\(y2)\" stroke=\"currentColor\"/>\n")
    }

    /// The drawing as an element of a page.
    var markup: HTMLMarkup { markup(isFile: false) }

    /// The drawing as a file of its own, on white.
    var file: [UInt8] { markup(isFile: true).bytes }

    private func markup(isFile: Bool) -> HTMLMarkup {
        var markup = HTMLMarkup()
        markup.element(
            "svg",
            [
                "xmlns": isFile ? "http://www.w3.org/2000/svg" : nil, "viewBox": "0 0 \(width) \(height)",
                "width": String(width), "height": String(height), "role": "img",
                "aria-labelledby": "\(id)-title \(id)-desc", "font-family": Self.fonts,
                "font-size": String(PlotText.size), "fill": "currentColor", "color": isFile ? "#1f2933" : nil,
            ]
        ) { markup in
            markup.raw("\n")
            markup.element("title", ["id": id + "-title"]) { $0.raw(HTMLMarkup.attribute(title)) }
            markup.raw("\n")
            markup.element("desc", ["id": id + "-desc"]) { $0.raw(HTMLMarkup.attribute(description)) }
            markup.raw("\n")
            markup.element("defs") { markup in
                markup.element(
                    "pattern",
                    [
                        "id": id + "-hatch", "width": "6", "height": "6", "patternUnits": "userSpaceOnUse",
                        "patternTransform": "rotate(45)",
                    ]
                ) { $0.raw("<line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\" stroke=\"currentColor\" stroke-width=\"3\"/>") }
            }
            markup.raw("\n")
            if isFile { markup.raw("<rect width=\"\(width)\" height=\"\(height)\" fill=\"#ffffff\"/>\n") }
            markup.append(body)
        }
        markup.raw("\n")
        return markup
    }

    private func opacity(_ percent: Int) -> String {
        percent >= 100 ? "1" : "0." + (percent < 10 ? "0" : "") + String(percent)
    }
}
