/// A straight line or the edge of an area on a page, upright or level.
struct Ruling: Sendable, Hashable {
    /// Its height on the page if it is level, else how far to the right it stands, in points.
    var place: Float
    /// Its ends, in points.
    var from: Float
    var to: Float

    var length: Float { to - from }

    func covers(_ point: Float) -> Bool { from <= point && point <= to }
}

/// What is ruled on a page.
struct Rulings: Sendable, Hashable {
    var level: [Ruling] = []
    var upright: [Ruling] = []

    var isEmpty: Bool { level.isEmpty && upright.isEmpty }

    /// The rulings of a page that is turned.
    /// - Parameters: size of the page before it is turned.
    func turned(_ turn: QuarterTurn, width: Float, height: Float) -> Rulings {
        Rulings(
            level: upright.map {
                let box = GlyphBox(x0: $0.place, y0: $0.from, x1: $0.place, y1: $0.to)
                let placed = turn.upright(box, width: width, height: height)
                return Ruling(place: placed.y0, from: placed.x0, to: placed.x1)
            },
            upright: level.map {
                let box = GlyphBox(x0: $0.from, y0: $0.place, x1: $0.to, y1: $0.place)
                let placed = turn.upright(box, width: width, height: height)
                return Ruling(place: placed.x0, from: placed.y0, to: placed.y1)
            })
    }
}
