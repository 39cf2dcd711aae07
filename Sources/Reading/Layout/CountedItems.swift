import DocumentModel

/// Items that count on stand at most so many pages apart.
private let pagesBetween = 1

/// Marks as list items the paragraphs that count on from an item or to one, set alike (an item that the end of a page
/// cut before its second line shows nothing else), and those that number each other with capital letters.
func markCountedItems(in blocks: inout [LayoutBlock], context: LayoutContext) {
    let places = blocks.indices.filter { blocks[$0].kind == .paragraph || blocks[$0].kind == .listItem }
    let counts = places.map { ItemCount(of: blocks[$0], in: context) }
    markNeighboursByLetter(places: places, counts: counts, in: &blocks)
    for order in [Array(places.indices), places.indices.reversed()] {
        let step = order.first == 0 ? 1 : -1
        /// The last item with each form of number.
        var last: [ItemCount.Form: (index: Int, value: Int)] = [:]
        for place in order {
            guard let count = counts[place] else { continue }
            let block = blocks[places[place]]
            if block.kind == .paragraph, !count.form.isCapital, let item = last[count.form],
                item.value + step == count.value, abs(blocks[item.index].page - block.page) <= pagesBetween,
                isSetAlike(blocks[item.index], block)
            {
                blocks[places[place]].kind = .listItem
            }
            if blocks[places[place]].kind == .listItem { last[count.form] = (places[place], count.value) }
        }
    }
}

/// Marks paragraphs next to each other that begin with `A.` and `B.`; capitals alone are too often initials.
private func markNeighboursByLetter(places: [Int], counts: [ItemCount?], in blocks: inout [LayoutBlock]) {
    for place in places.indices.dropFirst() {
        guard let count = counts[place], let above = counts[place - 1], count.form.isCapital,
            count.form == above.form, count.value == above.value + 1,
            isSetAlike(blocks[places[place - 1]], blocks[places[place]])
        else { continue }
        blocks[places[place - 1]].kind = .listItem
        blocks[places[place]].kind = .listItem
    }
}

/// The number or letter with which an item begins.
private struct ItemCount {
    /// What items of one list share.
    struct Form: Hashable {
        /// The mark without what counts.
        var mark: [UInt32]
        var isCapital = false
    }

    var form: Form
    var value: Int

    init?(of block: LayoutBlock, in context: LayoutContext) {
        let line = context.scalars(of: block.first)
        if let capital = ItemCount(capitalIn: line) {
            self = capital
            return
        }
        guard let marker = context.marker(of: block.first), marker.kind == .decimal || marker.kind == .enumerator else {
            return nil
        }
        var mark = Array(line.prefix(marker.length))
        guard let end = mark.lastIndex(where: { isDigit($0) || isLetter($0) }) else { return nil }
        if isDigit(mark[end]) {
            let begin = mark[...end].lastIndex { !isDigit($0) }.map { $0 + 1 } ?? 0
            value = mark[begin...end].reduce(0) { $0 * 10 + Int($1 - 0x30) }
            mark.replaceSubrange(begin...end, with: [0x30])
        } else {
            // `iv)` counts in another way than its letters do.
            guard end == mark.firstIndex(where: isLetter) else { return nil }
            value = Int(mark[end])
            mark[end] = 0x61
        }
        form = Form(mark: mark)
    }

    /// `A. `, `B) `.
    private init?(capitalIn line: [UInt32]) {
        guard line.count > 3, line[0] < 0x80, isUppercase(line[0]), line[1] == 0x2E || line[1] == 0x29, line[2] == 0x20
        else { return nil }
        form = Form(mark: [0x41, line[1]], isCapital: true)
        value = Int(line[0])
    }
}
