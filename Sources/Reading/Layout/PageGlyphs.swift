/// The characters of one page as a renderer placed them.
struct PageGlyphs: Sendable {
    /// 1-based.
    var number: Int
    /// PDF points.
    var width: Float
    var height: Float
    /// Code points in the renderer's order; U+000A ends a line.
    var scalars: [UInt32]
    /// One box a scalar; empty when the renderer gave none that fit.
    var boxes: [GlyphBox]
    /// Ascending, without overlap.
    var runs: [FontRun]
    /// What is ruled on the page; empty where nobody looked.
    var rulings = Rulings()

    /// The page turned by a quarter, so that text that read upwards or downwards reads to the right.
    func turned(_ turn: QuarterTurn) -> PageGlyphs {
        var result = self
        result.width = height
        result.height = width
        result.rulings = rulings.turned(turn, width: width, height: height)
        for index in boxes.indices { result.boxes[index] = turn.upright(boxes[index], width: width, height: height) }
        return result
    }
}

/// How the text of a page reads that does not read to the right.
enum QuarterTurn: Sendable {
    case upwards, downwards

    /// Where a box comes to stand when its page is turned so that its text reads to the right.
    /// - Parameters: size of the page before it is turned.
    func upright(_ box: GlyphBox, width: Float, height: Float) -> GlyphBox {
        switch self {
        case .upwards: GlyphBox(x0: height - box.y1, y0: box.x0, x1: height - box.y0, y1: box.x1)
        case .downwards: GlyphBox(x0: box.y0, y0: width - box.x1, x1: box.y1, y1: width - box.x0)
        }
    }

    /// Where a box of the turned page stands on the page as it is.
    /// - Parameters: size of the page before it is turned.
    func original(_ box: GlyphBox, width: Float, height: Float) -> GlyphBox {
        switch self {
        case .upwards: GlyphBox(x0: box.y0, y0: height - box.x1, x1: box.y1, y1: height - box.x0)
        case .downwards: GlyphBox(x0: width - box.y1, y0: box.x0, x1: width - box.y0, y1: box.x1)
        }
    }
}

/// A rectangle in PDF points from the top left corner of the page; `y0` is its upper edge.
struct GlyphBox: Sendable, Hashable {
    var x0: Float
    var y0: Float
    var x1: Float
    var y1: Float

    var width: Float { x1 - x0 }
    var height: Float { y1 - y0 }

    mutating func formUnion(_ other: GlyphBox) {
        x0 = min(x0, other.x0)
        y0 = min(y0, other.y0)
        x1 = max(x1, other.x1)
        y1 = max(y1, other.y1)
    }
}

/// Characters set in one font and size.
struct FontRun: Sendable, Hashable {
    /// Indexes into ``PageGlyphs/scalars``; end exclusive.
    var start: Int
    var end: Int
    /// Index into the document's ``FontTable``.
    var font: Int
    /// PDF points.
    var size: Float
}
