/// Lightness of neighbours differs by at least this at a ruling: the palest shade behind rows is a few hundredths of
/// the scale.
private let fewestShades = 8
/// A ruling may be broken so far where another one crosses it, in pixels.
private let widestBreak = 3
/// Shorter level rulings underline words; shorter upright ones are strokes of letters. In pixels.
private let shortestLevel = 20
private let shortestUpright = 10
/// A ruling is there in this share of its length; the tops of letters in a row are not.
private let solidShare: Float = 0.9
/// The two edges of a drawn line stand closer than this, in pixels; those of an area do not.
private let widestLine = 4
/// More edges than this, and the page is a photograph.
private let mostEdges = 5000

/// The rulings in a picture of a page.
/// - Parameters:
///   - greys: lightness row by row from the top, a pixel a point.
func findRulings(in greys: [UInt8], width: Int, height: Int) -> Rulings {
    guard width > 1, height > 1, greys.count == width * height else { return Rulings() }
    let level = RulingFinder(greys: greys, lines: height, length: width)
    let upright = RulingFinder(greys: turned(greys, width: width, height: height), lines: width, length: height)
    guard let rows = level.rulings(from: shortestLevel), let columns = upright.rulings(from: shortestUpright) else {
        return Rulings()
    }
    return Rulings(level: rows, upright: columns)
}

/// The picture with columns for rows, so that upright rulings are found like level ones.
private func turned(_ greys: [UInt8], width: Int, height: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: greys.count) { turned, count in
        for row in 0..<height {
            for column in 0..<width { turned[column * height + row] = greys[row * width + column] }
        }
        count = greys.count
    }
}

/// Finds the rulings of one direction: runs in which every pixel is lighter, or darker, than its neighbour across.
private struct RulingFinder {
    /// Line after line along the rulings.
    let greys: [UInt8]
    let lines: Int
    let length: Int

    private struct Edge {
        var line: Int
        var from: Int
        var to: Int
    }

    /// Returns nil when there are too many.
    func rulings(from shortest: Int) -> [Ruling]? {
        var edges: [Edge] = []
        for index in 1..<lines {
            greys.withUnsafeBytes { greys in
                appendEdges(
                    of: index, in: UnsafeRawBufferPointer(rebasing: greys[(index * length)..<((index + 1) * length)]),
                    before: UnsafeRawBufferPointer(rebasing: greys[((index - 1) * length)..<(index * length)]),
                    shortest: shortest, to: &edges)
            }
            if edges.count > mostEdges { return nil }
        }
        return merged(edges)
    }

    private func appendEdges(
        of index: Int, in line: UnsafeRawBufferPointer, before other: UnsafeRawBufferPointer, shortest: Int,
        to edges: inout [Edge]
    ) {
        var from = 0
        var last = -1 - widestBreak
        var sign = 0
        var solid = 0
        func close() {
            let count = last - from + 1
            if count >= shortest, Float(solid) >= solidShare * Float(count) {
                edges.append(Edge(line: index, from: from, to: last + 1))
            }
        }
        let eight = MemoryLayout<UInt64>.size
        var next = 0
        while next < length {
            // Most of a page does not change from one line to the next.
            if next + eight <= length,
                line.loadUnaligned(fromByteOffset: next, as: UInt64.self)
                    == other.loadUnaligned(fromByteOffset: next, as: UInt64.self)
            {
                next += eight
                continue
            }
            let place = next
            next += 1
            let change = Int(line[place]) - Int(other[place])
            guard abs(change) >= fewestShades else { continue }
            if change.signum() == sign, place - last <= widestBreak + 1 {
                solid += 1
            } else {
                close()
                (from, sign, solid) = (place, change.signum(), 1)
            }
            last = place
        }
        close()
    }

    /// Edges that make one line, or that go on where another ends, as one ruling each.
    private func merged(_ edges: [Edge]) -> [Ruling] {
        var merged: [(first: Int, edge: Edge)] = []
        var open = 0
        for edge in edges {
            while open < merged.count, merged[open].edge.line < edge.line - widestLine { open += 1 }
            let same = merged.indices.suffix(from: open).first {
                edge.line - merged[$0].first < widestLine && edge.from <= merged[$0].edge.to + widestBreak
                    && edge.to >= merged[$0].edge.from - widestBreak
            }
            guard let same else {
                merged.append((edge.line, edge))
                continue
            }
            let old = merged[same].edge
            merged[same].edge = Edge(line: edge.line, from: min(old.from, edge.from), to: max(old.to, edge.to))
        }
        return merged.map {
            Ruling(place: Float($0.first + $0.edge.line) / 2, from: Float($0.edge.from), to: Float($0.edge.to))
        }
    }
}
