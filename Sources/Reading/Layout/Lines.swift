/// The lines of a column, from the top: fragments on one baseline become one line.
/// - Parameter page: index of the page, 0-based.
func lines(of column: [Fragment], page: Int) -> [LayoutLine] {
    let sorted = column.sorted {
        ($0.box.y0 + $0.box.y1, $0.box.x0, $0.start) < ($1.box.y0 + $1.box.y1, $1.box.x0, $1.start)
    }
    var groups: [[Fragment]] = []
    for fragment in sorted {
        // A superscript may come before the line it belongs to, so more than the last group is asked.
        let nearest = groups.indices.suffix(3).last { belongs(fragment, to: groups[$0]) }
        if let nearest { groups[nearest].append(fragment) } else { groups.append([fragment]) }
    }
    return groups.map { LayoutLine(page: page, pieces: $0) }
        .sorted { ($0.main.y0 + $0.main.y1, $0.box.x0) < ($1.main.y0 + $1.main.y1, $1.box.x0) }
}

private func belongs(_ fragment: Fragment, to group: [Fragment]) -> Bool {
    // A line of more pieces than this is no line of text; asking all of them would be quadratic.
    let group = group.suffix(40)
    guard group.contains(where: { linesUp($0.box, fragment.box) }) else { return false }
    return !group.contains { overlapsSideways($0.box, fragment.box) }
}

/// Whether two boxes stand above each other rather than side by side.
func overlapsSideways(_ a: GlyphBox, _ b: GlyphBox) -> Bool {
    min(a.x1, b.x1) - max(a.x0, b.x0) > 0.3 * min(a.width, b.width)
}
