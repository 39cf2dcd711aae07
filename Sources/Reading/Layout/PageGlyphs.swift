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
