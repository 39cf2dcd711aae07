extension Document {
    /// Whether every offset lies in the text and every piece in its place: what a worker says is checked before
    /// anything is cut out of a text by it.
    package var isConsistent: Bool {
        let count = text.scalarCount
        var end = 0
        for block in blocks {
            guard block.start >= end, Self.levels.contains(block.level ?? 1), block.start <= block.end,
                block.end <= count, block.page >= 1,
                block.lineStarts.count == block.boxes.count, isAscending(block.lineStarts, in: block.start...block.end),
                block.cells.allSatisfy({ block.start <= $0.start && $0.start <= $0.end && $0.end <= block.end })
            else { return false }
            end = block.end
        }
        return isAscending(joins.map(\.offset), in: 0...count)
    }

    /// Levels of headings and lists; readers nest no deeper.
    private static let levels = 1...99

    private func isAscending(_ offsets: [Int], in range: ClosedRange<Int>) -> Bool {
        offsets.allSatisfy(range.contains) && zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 }
    }
}
