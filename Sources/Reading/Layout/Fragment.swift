/// Characters side by side without a wide gap: the smallest piece that layout moves.
struct Fragment: Sendable, Hashable {
    /// Range in the ``PageFragments/scalars`` of its page, without spaces at its ends.
    var start: Int
    var end: Int
    /// Horizontally all characters, vertically those of its main size: superscripts do not make it taller.
    var box: GlyphBox
    /// The size in which most of its characters are set, in PDF points.
    var size: Float
    /// The size of its first character.
    var leadSize: Float
    /// The size of its last character.
    var tailSize: Float
    /// The face of its last letter; nil without letters.
    var tailFace: Lead.Face?
    /// The font in which most of its characters are set.
    var font: Int
    /// Share of its characters that are bold or italic, 0 to 1.
    var boldShare: Float
    var italicShare: Float
    /// Width of its first word: what would have had to fit on the line before.
    var firstWordWidth: Float
    /// The characters of one face with which it begins; nil when they have no font.
    var lead: Lead?
    var isUpright: Bool = true

    struct Lead: Sendable, Hashable {
        /// End in the ``PageFragments/scalars`` of its page.
        var end: Int
        /// Right edge of its last character.
        var right: Float
        var face: Face
        /// Of its first character.
        var font: Int

        enum Face: Sendable { case bold, italic, plain }

        /// Whether another one goes on where this one ends: plain faces are told by their font.
        func isLike(_ other: Lead) -> Bool { face == other.face && (face != .plain || font == other.font) }
    }

    var count: Int { end - start }
}

/// A page as fragments, in the renderer's order.
struct PageFragments: Sendable {
    /// 1-based.
    var number: Int
    var width: Float
    var height: Float
    /// How the page was turned before it was laid out; ``width``, ``height`` and boxes are those of the turned page.
    var turn: QuarterTurn?
    /// Whether ``fragments`` have real boxes; otherwise they only stand below each other in order.
    var hasGeometry: Bool
    /// Code points of all fragments: ligatures expanded, white space as single spaces, no control characters.
    var scalars: [UInt32]
    var fragments: [Fragment]
    /// As the fragments stand; empty where nobody looked.
    var rulings = Rulings()
}

/// One line of a column: fragments on one baseline.
struct LayoutLine: Sendable {
    /// Index of its page among the pages of the document, 0-based.
    var page: Int
    /// From left to right.
    var pieces: [Fragment]
    /// Box of all pieces.
    var box: GlyphBox
    /// Box of the longest piece, whose font is the line's.
    var main: GlyphBox
    var size: Float
    var font: Int
    var boldShare: Float
    var italicShare: Float

    init(page: Int, pieces: [Fragment]) {
        self.page = page
        self.pieces = pieces.sorted { ($0.box.x0, $0.start) < ($1.box.x0, $1.start) }
        var longest = pieces[0]
        box = pieces[0].box
        var count: Float = 0
        var bold: Float = 0
        var italic: Float = 0
        for piece in pieces {
            box.formUnion(piece.box)
            if piece.count > longest.count { longest = piece }
            count += Float(piece.count)
            bold += piece.boldShare * Float(piece.count)
            italic += piece.italicShare * Float(piece.count)
        }
        main = longest.box
        size = longest.size
        font = longest.font
        boldShare = bold / count
        italicShare = italic / count
    }

    /// Number of characters.
    var count: Int { pieces.reduce(0) { $0 + $1.count } + pieces.count - 1 }
    var isBold: Bool { boldShare > Self.allOfIt }
    var isItalic: Bool { italicShare > Self.allOfIt }
    var firstWordWidth: Float { pieces[0].firstWordWidth }

    /// A line is bold when nearly all of it is: a citation mark in another font does not count.
    private static let allOfIt: Float = 0.8
}
