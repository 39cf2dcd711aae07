import DocumentModel

/// White higher than this, in sizes of the body, ends a figure or table.
let highestGap: Float = 5
/// Words in figures and tables are mostly set smaller than this share of the body's size.
let smallerThanBody: Float = 0.97
/// A block beside a table is part of it when this share of its lines stand on lines of the table.
private let sharedLines: Float = 0.7
/// Cells of one row stand on one line but for so many ems.
private let sameBaseline: Float = 0.15
/// Labels in a figure have at most so many characters a line, on average; more is text.
let charactersOfLabel = 40
/// An item has a word of so many letters; what has none may be numbers in a cell.
private let lettersOfWord = 3
/// A table is searched so many times, each time over the width of what was found before.
private let mostSearches = 3

/// The blocks of a page, for the search for what belongs to its captions.
struct ExhibitPage {
    private(set) var blocks: [LayoutBlock]
    let context: LayoutContext
    let boxes: [GlyphBox]
    /// Paragraphs of the text, which end every figure and table.
    private var isText: [Bool]

    init(_ blocks: [LayoutBlock], context: LayoutContext) {
        self.blocks = blocks
        self.context = context
        boxes = blocks.map(\.box)
        isText = blocks.map { isRunningText($0, in: context) || beginsBox($0, in: context) }
        let items = blocks.indices.filter { isItemAlone($0) }
        for index in items { isText[index] = true }
    }

    /// Whether a block is an item of a list, in whatever type, with nothing beside it as cells have.
    private func isItemAlone(_ index: Int) -> Bool {
        let block = blocks[index]
        guard block.kind == .paragraph, isItem(block, in: context) else { return false }
        let hasWord = context.scalars(of: block).split { !isLetter($0) }.contains { $0.count >= lettersOfWord }
        return hasWord && standsAlone(index, piecesOfFirst: 2)
    }

    mutating func setKind(_ kind: BlockKind, of index: Int) { blocks[index].kind = kind }

    func isTableCaption(_ index: Int) -> Bool { Reading.isTableCaption(blocks[index], in: context) }

    /// Marks what continues a caption: below it, no farther than its own lines, set alike, with nothing beside it.
    mutating func extendCaption(_ caption: Int) {
        var last = caption
        for index in blocks.indices.dropFirst(caption + 1).prefix(2) {
            let block = blocks[index]
            guard block.kind == .paragraph, block.column == blocks[caption].column, !isText[index], isAlone(index),
                abs(block.size - blocks[caption].size) < 0.06 * block.size,
                !context.style.isParted(block.first, from: blocks[last].last),
                isTableCaption(caption) ? isLabelOnly(last) : !context.style.isBodyType(block)
            else { return }
            blocks[index].kind = .caption
            last = index
        }
    }

    /// "Table 2" without what it shows.
    private func isLabelOnly(_ index: Int) -> Bool { blocks[index].count <= 12 }

    // MARK: Tables

    /// Indexes of the blocks of a table, from the top.
    func table(of caption: Int, isBelow: Bool) -> [Int] {
        table(from: boxes[caption], range: columnRange(of: caption), caption: caption, isBelow: isBelow)
    }

    /// Indexes of the blocks at the top of the page that go on with a table of the page before.
    /// - Parameter size: in which most of that table is set.
    func tableAtTop(continuing table: GlyphBox, size: Float) -> [Int] {
        let top = boxes.indices.filter { isLoose($0) || isText[$0] }.map { boxes[$0].y0 }.min() ?? 0
        var start = table
        start.y0 = top - 2
        start.y1 = top - 2
        let members = self.table(from: start, range: start, caption: nil, isBelow: true)
        let isAlike = members.contains { abs(blocks[$0].size - size) < 0.06 * size }
        let hasCells = members.contains { blocks[$0].kind == .tableRow || !isAlone($0) }
        return isAlike && hasCells && !members.contains(where: fillsMeasure) ? members : []
    }

    /// Whether a block has lines as long as those of the text, which cells have not.
    private func fillsMeasure(_ index: Int) -> Bool {
        let full = blocks[index].lines.count {
            $0.pieces.count == 1 && $0.box.width >= fullMeasure * context.style.measure
        }
        return full >= 3
    }

    /// Whether nothing but furniture stands below blocks on the page.
    func isLowest(_ members: [Int]) -> Bool {
        guard let bottom = bounds(of: members)?.y1 else { return false }
        return !blocks.indices.contains { blocks[$0].kind != .furniture && boxes[$0].y0 > bottom }
    }

    private func table(from start: GlyphBox, range: GlyphBox, caption: Int?, isBelow: Bool) -> [Int] {
        var range = range
        var members: [Int] = []
        for _ in 0..<mostSearches {
            members = run(from: start, of: caption, isBelow: isBelow, range: range) { ends($0, table: $1) }
            guard let wider = bounds(of: members), wider.x0 < range.x0 - 1 || wider.x1 > range.x1 + 1 else { break }
            range.x0 = min(range.x0, wider.x0)
            range.x1 = max(range.x1, wider.x1)
        }
        guard !members.isEmpty else { return [] }
        let all = (members + beside(members, range: range, caption: caption)).sorted {
            (boxes[$0].y0, $0) < (boxes[$1].y0, $1)
        }
        return isBelow ? withoutText(all) : all
    }

    /// Whether a block is no part of a table of which the blocks before it are.
    private func ends(_ index: Int, table members: [Int]) -> Bool {
        let block = blocks[index]
        let isAsLarge = block.size >= smallerThanBody * context.style.bodySize
        guard isAsLarge || block.isBold, block.kind == .paragraph else { return false }
        if context.style.isBodyType(block), isAlone(index) || !members.contains(where: { isBodyType($0) }) {
            return !members.isEmpty || isAlone(index)
        }
        return isAlone(index) && headsText(index)
    }

    /// Whether a block stands right above text, as a heading does.
    func headsText(_ index: Int) -> Bool {
        guard let next = nearest(below: index) else { return false }
        return isBodyType(next) && boxes[next].y0 - boxes[index].y1 < 2 * context.style.bodySize
    }

    func nearest(below index: Int) -> Int? {
        blocks.indices.filter {
            blocks[$0].kind != .furniture && boxes[$0].y0 > boxes[index].y0 + 1
                && overlapsSideways(boxes[$0], boxes[index])
        }.min { (boxes[$0].y0, $0) < (boxes[$1].y0, $1) }
    }

    private func isBodyType(_ index: Int) -> Bool { context.style.isBodyType(blocks[index]) }

    /// Cells that the columns of the page cut off from their rows: what stands beside a table in a column most of
    /// whose lines there are lines of the table too.
    private func beside(_ members: [Int], range: GlyphBox, caption: Int?) -> [Int] {
        guard let zone = bounds(of: members) else { return [] }
        let baselines = members.flatMap { blocks[$0].lines.map(\.main.y1) }
        var columns: [Int: (lines: Int, shared: Int)] = [:]
        let near = blocks.indices.filter {
            blocks[$0].kind != .furniture && !members.contains($0) && boxes[$0].y1 > zone.y0 && boxes[$0].y0 < zone.y1
        }
        for index in near {
            let shared = blocks[index].lines.count { line in
                baselines.contains { abs($0 - line.main.y1) < sameBaseline * line.size }
            }
            columns[blocks[index].column, default: (0, 0)].lines += blocks[index].lines.count
            columns[blocks[index].column, default: (0, 0)].shared += shared
        }
        return near.filter { index in
            guard isLoose(index), let column = columns[blocks[index].column] else { return false }
            return Float(column.shared) >= sharedLines * Float(column.lines)
                && !hasOwnCaption(boxes[index], besides: caption, over: range)
        }
    }

    /// Whether a caption other than the one of an exhibit stands over a block beside it.
    func hasOwnCaption(_ box: GlyphBox, besides caption: Int?, over range: GlyphBox) -> Bool {
        blocks.indices.contains {
            $0 != caption && blocks[$0].kind == .caption && overlapsSideways(boxes[$0], box)
                && !overlapsSideways(boxes[$0], range)
        }
    }

    /// Whether the table of a caption is ruled, so that its rows are known: it stands right below or above it.
    func isRuled(tableOf caption: Int) -> Bool {
        let near = [caption + 1, caption - 1].filter(blocks.indices.contains)
        return near.contains { blocks[$0].isRuled }
    }

    // MARK: Search

    /// Blocks that follow each other below or above a caption within a range, up to text, another caption, white,
    /// or what ends the exhibit.
    func run(
        from start: GlyphBox, of caption: Int?, isBelow: Bool, range: GlyphBox, ends: (Int, [Int]) -> Bool
    ) -> [Int] {
        var members: [Int] = []
        var edge = isBelow ? start.y1 : start.y0
        let column = caption.map { blocks[$0].column }
        let ahead = blocks.indices.filter {
            $0 != caption && overlapsSideways(boxes[$0], range)
                && (isBelow ? boxes[$0].y0 > start.y0 + 1 : boxes[$0].y1 < start.y1 - 1)
        }.sorted {
            isBelow ? (boxes[$0].y0, $0) < (boxes[$1].y0, $1) : (boxes[$0].y1, $0) > (boxes[$1].y1, $1)
        }
        for index in ahead where blocks[index].kind != .furniture {
            let gap = isBelow ? boxes[index].y0 - edge : edge - boxes[index].y1
            if gap > highestGap * context.style.bodySize { break }
            if blocks[index].kind == .caption, blocks[index].column == column, members.isEmpty {
                edge = isBelow ? max(edge, boxes[index].y1) : min(edge, boxes[index].y0)
                continue
            }
            guard isLoose(index), !ends(index, members) else { break }
            members.append(index)
            edge = isBelow ? max(edge, boxes[index].y1) : min(edge, boxes[index].y0)
        }
        return members
    }

    func isLoose(_ index: Int) -> Bool {
        !isText[index] && !blocks[index].isRuled
            && (blocks[index].kind == .paragraph || blocks[index].kind == .tableRow)
    }

    /// Whether nothing stands on the lines of a block beside it, and its lines are in one piece.
    func isAlone(_ index: Int) -> Bool { standsAlone(index, piecesOfFirst: 1) }

    /// - Parameter pieces: that its first line may have; the marker of an item is often one.
    private func standsAlone(_ index: Int, piecesOfFirst pieces: Int) -> Bool {
        blocks[index].first.pieces.count <= pieces
            && blocks[index].lines.dropFirst().allSatisfy { $0.pieces.count == 1 }
            && !blocks.indices.contains { other in
                other != index && isLoose(other) && boxes[other].y1 > boxes[index].y0
                    && boxes[other].y0 < boxes[index].y1
                    && blocks[other].lines.contains { line in
                        blocks[index].lines.contains { linesUp($0.main, line.main) }
                    }
            }
    }

    /// Width of a caption or, where that is wider, of its column.
    func columnRange(of caption: Int) -> GlyphBox {
        var range = boxes[caption]
        range.x0 = min(range.x0, blocks[caption].edges.lowerBound)
        range.x1 = max(range.x1, blocks[caption].edges.upperBound)
        return range
    }

    func bounds(of members: [Int]) -> GlyphBox? {
        guard let first = members.first else { return nil }
        return members.dropFirst().reduce(into: boxes[first]) { $0.formUnion(boxes[$1]) }
    }
}
