import DocumentModel

/// So many numbers with even steps make an axis; three may be chance.
private let fewestTicks = 4
/// Steps differ by less than this share: charts round their ticks, and renderers their places.
private let evenShare: Double = 0.1
/// Labels stand no farther from an axis, or from another label, than this, in sizes of the body.
private let farthestLabel: Float = 2.5

/// Tells the numbers of a chart's axis, and the labels around them, from text, where no caption tells of a figure.
///
/// The numbers of an upright axis grow upwards in even steps at even distances; those of a level one stand in one
/// line, apart from each other. A list's numbers grow downwards.
func markAxes(in blocks: inout [LayoutBlock], context: LayoutContext) {
    var index = 0
    while index < blocks.count {
        let end = endOfAxis(from: index, in: blocks, context: context)
        guard end > index else {
            index += 1
            continue
        }
        let labels = labels(around: index..<end, in: blocks, context: context)
        // Numbers in the body's size that nothing labels are text: years, a scale that is explained.
        let isSmall = blocks[index].size < smallerThanBody * context.style.bodySize
        if isSmall || labels.count > end - index {
            for member in labels { blocks[member].kind = .furniture }
        }
        index = max(end, labels.upperBound)
    }
}

/// The end of the blocks that are ticks of one axis; the given index when there is none.
private func endOfAxis(from start: Int, in blocks: [LayoutBlock], context: LayoutContext) -> Int {
    guard let first = numbers(in: blocks[start], context: context) else { return start }
    if first.count > 1 {
        let places = blocks[start].first.pieces.map { Double($0.box.x0 + $0.box.x1) / 2 }
        let isAxis = first.count >= fewestTicks && places.count == first.count && isEven(first) && isEven(places)
        return isAxis ? start + 1 : start
    }
    var values = first
    var places = [Double(blocks[start].box.y1)]
    var end = start + 1
    while end < blocks.count, blocks[end].page == blocks[start].page,
        let next = numbers(in: blocks[end], context: context), next.count == 1, next[0] < values[values.count - 1]
    {
        values += next
        places.append(Double(blocks[end].box.y1))
        end += 1
    }
    return values.count >= fewestTicks && isEven(values) && isEven(places) ? end : start
}

private func isEven(_ values: [Double]) -> Bool {
    let steps = zip(values.dropFirst(), values).map { $0 - $1 }
    let mean = steps.reduce(0, +) / Double(steps.count)
    return mean != 0 && steps.allSatisfy { abs($0 - mean) <= evenShare * abs(mean) }
}

/// The numbers of a block that holds nothing else; nil for any other.
private func numbers(in block: LayoutBlock, context: LayoutContext) -> [Double]? {
    guard block.kind == .paragraph, block.lines.count == 1 else { return nil }
    var numbers: [Double] = []
    for word in context.scalars(of: block.first).split(separator: 0x20) {
        let plain = word.filter { $0 != 0x2C && $0 != 0x25 }.map { $0 == 0x2212 || $0 == 0x2013 ? 0x2D : $0 }
        guard isDigit(plain.last ?? 0), let number = Double(string(plain)) else { return nil }
        numbers.append(number)
    }
    return numbers
}

/// The ticks and what stands close above and below them in type smaller than the body's and is no sentence.
private func labels(around ticks: Range<Int>, in blocks: [LayoutBlock], context: LayoutContext) -> Range<Int> {
    func isLabel(_ index: Int, beside other: Int) -> Bool {
        guard blocks.indices.contains(index), blocks[index].kind == .paragraph,
            blocks[index].page == blocks[other].page
        else { return false }
        let (box, near) = (blocks[index].box, blocks[other].box)
        return blocks[index].size < smallerThanBody * context.style.bodySize
            && blocks[index].count <= charactersOfLabel * blocks[index].lines.count
            && !context.endsSentence(blocks[index].last) && context.marker(of: blocks[index].first) == nil
            && max(box.y0 - near.y1, near.y0 - box.y1) < farthestLabel * context.style.bodySize
    }
    var range = ticks
    while isLabel(range.lowerBound - 1, beside: range.lowerBound) { range = range.lowerBound - 1..<range.upperBound }
    while isLabel(range.upperBound, beside: range.upperBound - 1) { range = range.lowerBound..<range.upperBound + 1 }
    return range
}
