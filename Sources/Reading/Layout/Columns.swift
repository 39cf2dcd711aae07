/// Recursion ends here whatever a page looks like; three columns with side bars need four.
private let deepestNesting = 12

/// Fragments of a page in columns, in reading order: full-width parts and columns one after the other.
///
/// A gutter is looked for that parts the page in two; what crosses it (titles, wide tables) cuts the page into
/// bands, in each of which the left side is read before the right one. Both sides are searched again, so that
/// three columns are two gutters.
func columns(of fragments: [Fragment]) -> [[Fragment]] {
    let sorted = fragments.sorted { ($0.box.y0, $0.box.x0, $0.start) < ($1.box.y0, $1.box.x0, $1.start) }
    var result: [[Fragment]] = []
    appendColumns(of: sorted, depth: 0, to: &result)
    return result
}

private func appendColumns(of fragments: [Fragment], depth: Int, to result: inout [[Fragment]]) {
    guard !fragments.isEmpty else { return }
    guard depth < deepestNesting, let gutter = findGutter(in: fragments) else {
        result.append(fragments)
        return
    }
    for band in bands(of: fragments, gutter: gutter) {
        if band.isParted {
            appendColumns(of: band.left, depth: depth + 1, to: &result)
            appendColumns(of: band.right, depth: depth + 1, to: &result)
        } else {
            appendColumns(of: band.crossing, depth: depth + 1, to: &result)
        }
    }
}

/// A horizontal slice of a page: two sides of a gutter, or what crosses it.
struct Band {
    var left: [Fragment] = []
    var right: [Fragment] = []
    var crossing: [Fragment] = []

    var isParted: Bool { crossing.isEmpty }
}

/// Cuts fragments, sorted from the top, into bands.
///
/// One side alone next to something that crosses belongs to that: the short last line of a full-width
/// paragraph is no column.
func bands(of fragments: [Fragment], gutter: Gutter) -> [Band] {
    var bands: [Band] = []
    var band = Band()
    func close() {
        if !band.left.isEmpty || !band.right.isEmpty || !band.crossing.isEmpty { bands.append(band) }
        band = Band()
    }
    for (index, fragment) in fragments.enumerated() {
        let side = isMarker(at: index, of: fragments, gutter: gutter) ? .right : gutter.side(of: fragment)
        if side == .both || isContinuation(at: index, of: fragments, gutter: gutter) {
            if !band.left.isEmpty || !band.right.isEmpty { close() }
            band.crossing.append(fragment)
        } else {
            if !band.crossing.isEmpty { close() }
            if side == .left { band.left.append(fragment) } else { band.right.append(fragment) }
        }
    }
    close()
    return mergingLoneSides(bands).flatMap(partedAtGaps)
}

/// White this high across both columns, in ems, cuts a band: above and below it are read apart.
private let bandGap: Float = 2.5
/// No page of text has more of them.
private let mostBandGaps = 32

/// Cuts a band where white runs across both its sides and both go on below.
private func partedAtGaps(_ band: Band) -> [Band] {
    guard band.isParted else { return [band] }
    var parts: [Band] = []
    var rest = band
    for gap in commonGaps(of: band).prefix(mostBandGaps) {
        let above = Band(left: rest.left.filter { $0.box.y0 < gap }, right: rest.right.filter { $0.box.y0 < gap })
        let below = Band(left: rest.left.filter { $0.box.y0 >= gap }, right: rest.right.filter { $0.box.y0 >= gap })
        guard [above.left, above.right, below.left, below.right].allSatisfy({ $0.count >= 3 }) else { continue }
        parts.append(above)
        rest = below
    }
    return parts + [rest]
}

/// Heights, from the top, at which something begins below white across a band.
private func commonGaps(of band: Band) -> [Float] {
    var gaps: [Float] = []
    var bottom = Float.infinity
    for fragment in (band.left + band.right).sorted(by: { ($0.box.y0, $0.start) < ($1.box.y0, $1.start) }) {
        if fragment.box.y0 - bottom > bandGap * fragment.size { gaps.append(fragment.box.y0) }
        bottom = bottom == .infinity ? fragment.box.y1 : max(bottom, fragment.box.y1)
    }
    return gaps
}

/// Whether a fragment stands on the line of a neighbour that crosses, as its next or last word: pieces of one
/// justified line stay together.
private func isContinuation(at index: Int, of fragments: [Fragment], gutter: Gutter) -> Bool {
    let fragment = fragments[index]
    let nearest = max(0, index - 3)...min(fragments.count - 1, index + 3)
    return nearest.contains { other in
        let neighbour = fragments[other]
        guard other != index, gutter.side(of: neighbour) == .both else { return false }
        let gap = max(neighbour.box.x0 - fragment.box.x1, fragment.box.x0 - neighbour.box.x1)
        return gap < 3 * fragment.size && linesUp(fragment.box, neighbour.box)
    }
}

/// A list's marker has at most so many characters, and so much white after it, in ems.
private let charactersOfMarker = 2
private let gapAfterMarker: Float = 2.5

/// Whether a fragment is the marker of an item right of a gutter: the items' text lines up there, not their markers.
private func isMarker(at index: Int, of fragments: [Fragment], gutter: Gutter) -> Bool {
    let fragment = fragments[index]
    guard fragment.count <= charactersOfMarker, gutter.side(of: fragment) == .left else { return false }
    let nearest = max(0, index - 3)...min(fragments.count - 1, index + 3)
    let beside = nearest.lazy.map { fragments[$0] }.filter { linesUp($0.box, fragment.box) }
    guard let text = beside.first(where: { $0.box.x0 >= fragment.box.x1 }), gutter.side(of: text) == .right,
        text.count > charactersOfMarker
    else { return false }
    let gap = text.box.x0 - fragment.box.x1
    return gap < gapAfterMarker * fragment.size
        && beside.allSatisfy { $0.box.x1 > fragment.box.x0 || fragment.box.x0 - $0.box.x1 > gap }
}

private func mergingLoneSides(_ bands: [Band]) -> [Band] {
    var merged: [Band] = []
    for band in bands {
        let isLone = band.isParted && (band.left.isEmpty || band.right.isEmpty)
        let joins = isLone || !band.isParted
        if joins, let last = merged.last, !last.isParted {
            merged[merged.count - 1].crossing += band.crossing + band.left + band.right
        } else if isLone, bands.count > 1 {
            merged.append(Band(crossing: band.left + band.right))
        } else {
            merged.append(band)
        }
    }
    return merged
}

/// Whether two boxes stand on one line: they share at least half the height of the lower one.
func linesUp(_ a: GlyphBox, _ b: GlyphBox) -> Bool {
    min(a.y1, b.y1) - max(a.y0, b.y0) >= 0.5 * min(a.height, b.height)
}
