import DocumentModel

/// A gap parts two fragments of a line when it is so many times as wide as the line's usual word space…
private let partingFactor: Float = 2.2
/// … but never below or above this many ems: numbers may hang into a narrow gutter, and the word spaces of a
/// loosely justified line may be wide themselves.
private let partingGaps: ClosedRange<Float> = 0.5...1.3
/// The gap in lines of too few words to know their usual space, in ems.
private let partingGapOfShortLine: Float = 1

/// The fragments of a page.
func findFragments(in page: PageGlyphs, fonts: FontTable) -> PageFragments {
    var finder = FragmentFinder(page: page, fonts: fonts)
    guard page.boxes.count == page.scalars.count, !page.scalars.isEmpty else {
        finder.stack()
        return finder.result
    }
    finder.find()
    guard let turn = turn(of: finder.result, page: page) else { return finder.result }
    finder = FragmentFinder(page: page.turned(turn), fonts: fonts)
    finder.find()
    finder.result.turn = turn
    return finder.result
}

/// How a page reads most of whose text is on its side: a wide table, set along the paper.
private func turn(of fragments: PageFragments, page: PageGlyphs) -> QuarterTurn? {
    let upright = fragments.fragments.reduce(0) { $0 + ($1.isUpright ? $1.count : -$1.count) }
    guard upright < 0 else { return nil }
    var rising = 0
    for index in page.boxes.indices.dropFirst() where page.scalars[index] != 0x0A && page.scalars[index - 1] != 0x0A {
        let (box, last) = (page.boxes[index], page.boxes[index - 1])
        // Side by side lines, only the column of characters counts.
        if abs(box.x0 - last.x0) < box.width { rising += box.y0 < last.y0 ? 1 : box.y0 > last.y0 ? -1 : 0 }
    }
    return rising > 0 ? .upwards : rising < 0 ? .downwards : nil
}

private struct FragmentFinder {
    let page: PageGlyphs
    let fonts: FontTable
    var result: PageFragments
    /// The gap, in ems, that parts fragments in the line that is being read.
    private var partingGap = partingGapOfShortLine
    /// The fragment that is being read; nil between fragments. It is changed in place for every character, never
    /// copied.
    private var open: OpenFragment?
    private let hasUprightRulings: Bool

    init(page: PageGlyphs, fonts: FontTable) {
        self.page = page
        self.fonts = fonts
        result = PageFragments(
            number: page.number, width: page.width, height: page.height, hasGeometry: true, scalars: [], fragments: [])
        result.scalars.reserveCapacity(page.scalars.count)
        result.rulings = page.rulings
        hasUprightRulings = !page.rulings.upright.isEmpty
    }

    mutating func find() {
        let noRun = FontRun(start: 0, end: page.scalars.count, font: -1, size: 0)
        let runs = page.runs
        page.scalars.withUnsafeBufferPointer { scalars in
            page.boxes.withUnsafeBufferPointer { boxes in
                var runIndex = 0
                var run = runs.first ?? noRun
                var face = face(of: run)
                var isLineStart = true
                for index in scalars.indices {
                    let scalar = scalars[index]
                    if scalar == 0x0A {
                        close()
                        isLineStart = true
                        continue
                    }
                    if isLineStart {
                        partingGap = findPartingGap(ofLineFrom: index, scalars: scalars, boxes: boxes)
                        isLineStart = false
                    }
                    if isSpace(scalar) {
                        open?.hasSpace = true
                        continue
                    }
                    if run.end <= index {
                        while runIndex < runs.count, runs[runIndex].end <= index { runIndex += 1 }
                        run = runIndex < runs.count ? runs[runIndex] : noRun
                        face = self.face(of: run)
                    }
                    add(scalar, box: boxes[index], run: run, face: face)
                }
            }
        }
        close()
    }

    private func findPartingGap(
        ofLineFrom start: Int, scalars: UnsafeBufferPointer<UInt32>, boxes: UnsafeBufferPointer<GlyphBox>
    ) -> Float {
        var gaps: [Float] = []
        var height: Float = 0
        var last: Int?
        var index = start
        while index < scalars.count, scalars[index] != 0x0A {
            if !isSpace(scalars[index]) {
                if let last, last < index - 1 { gaps.append(boxes[index].x0 - boxes[last].x1) }
                height = max(height, boxes[index].height)
                last = index
            }
            index += 1
        }
        guard gaps.count >= 4, height > 0 else { return partingGapOfShortLine }
        gaps.sort()
        // Boxes are about 1.2 ems high.
        let usual = gaps[gaps.count / 2] / (height / 1.2)
        return min(max(partingFactor * usual, partingGaps.lowerBound), partingGaps.upperBound)
    }

    /// Lines without geometry are set below each other, wide enough to read as text.
    mutating func stack() {
        result.hasGeometry = false
        var top: Float = 0
        for line in page.scalars.split(separator: 0x0A, omittingEmptySubsequences: false) {
            var right: Float = 0
            for scalar in line {
                if isSpace(scalar) {
                    open?.hasSpace = true
                } else {
                    let box = GlyphBox(x0: right, y0: top, x1: right + 5, y1: top + 10)
                    add(scalar, box: box, run: FontRun(start: 0, end: 0, font: -1, size: 10), face: .plain)
                }
                right += 5
            }
            close()
            top += 12
        }
    }

    private func face(of run: FontRun) -> Fragment.Lead.Face {
        guard run.font >= 0 else { return .plain }
        return fonts.isBold[run.font] ? .bold : fonts.isItalic[run.font] ? .italic : .plain
    }

    private mutating func add(_ scalar: UInt32, box: GlyphBox, run: FontRun, face: Fragment.Lead.Face) {
        guard !isDropped(scalar) else { return }
        if scalar == 0xAD {
            // Invisible inside a line; at its end the layout decides.
            open?.endsWithSoftHyphen = true
            return
        }
        let size = run.size > 0 ? run.size : box.height
        if open != nil {
            let isParted = open!.isParted(from: box, gap: partingGap * size, size: size)
            if isParted || (hasUprightRulings && isRuledOff(box)) { close() }
        }
        if open == nil {
            open = OpenFragment(start: result.scalars.count, box: box)
        } else if open!.takeSpace(before: box, size: size) {
            result.scalars.append(0x20)
        }
        open!.add(
            box, at: result.scalars.count, size: size, font: run.font, face: face,
            isItalic: run.font >= 0 && fonts.isItalic[run.font])
        // Up to U+2000 stand letters, after it signs and scripts that have no bold words in a line.
        if scalar < 0x80 ? isLetter(scalar) : scalar >= 0xC0 && scalar < 0x2000 { open!.tailFace = face }
        append(scalar)
    }

    /// Whether a ruling parts the next character, behind white, from the open fragment.
    private func isRuledOff(_ next: GlyphBox) -> Bool {
        guard let fragment = open, fragment.hasSpace else { return false }
        let middle = (next.y0 + next.y1) / 2
        return page.rulings.upright.contains {
            fragment.box.x1 - 1 <= $0.place && $0.place <= next.x0 + 1 && $0.covers(middle)
        }
    }

    private mutating func append(_ scalar: UInt32) {
        if scalar >= 0xFB00, scalar <= 0xFB06, let expansion = Unicode.Scalar(scalar).flatMap(ligatureLetters) {
            for letter in expansion.unicodeScalars { result.scalars.append(letter.value) }
        } else {
            result.scalars.append(scalar)
        }
    }

    private mutating func close() {
        guard open != nil else { return }
        if open!.endsWithSoftHyphen { result.scalars.append(0xAD) }
        result.fragments.append(open!.closed(end: result.scalars.count))
        open = nil
    }

    /// Control characters, byte order and direction marks, noncharacters: nothing a reader sees.
    private func isDropped(_ scalar: UInt32) -> Bool {
        if scalar < 0x7F { return scalar < 0x20 }
        if scalar < 0x200B { return scalar < 0xA0 }
        switch scalar {
        case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF, 0xFDD0...0xFDEF:
            return true
        default: return scalar & 0xFFFE == 0xFFFE
        }
    }
}

/// Whether a scalar is white space of any width.
func isSpace(_ scalar: UInt32) -> Bool {
    if scalar < 0x7F { return scalar == 0x20 || (scalar >= 0x09 && scalar <= 0x0D) }
    switch scalar {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return true
    default: return false
    }
}

/// A fragment that is being read.
private struct OpenFragment {
    let start: Int
    var box: GlyphBox
    /// Whether white space was passed since the last character.
    var hasSpace = false
    /// Whether a soft hyphen was passed since the last character.
    var endsWithSoftHyphen = false
    /// The face of the last letter.
    var tailFace: Fragment.Lead.Face?
    private var tailSize: Float = 0
    private var last: GlyphBox
    private var count = 0
    private var bold = 0
    private var italic = 0
    /// Characters that stand below or above the one before, not right of it.
    private var turned = 0
    private var firstWordWidth: Float = -1
    /// The characters of one face with which it begins.
    private var lead: Fragment.Lead?
    private var isLeading = true
    /// The characters of each size and font; those of the last character's apart, for they rarely change.
    private var sizes: [SizeCount] = []
    private var current: SizeCount

    private struct SizeCount {
        var size: Float
        var font: Int
        var count: Int
        var y0: Float
        var y1: Float
    }

    init(start: Int, box: GlyphBox) {
        self.start = start
        self.box = box
        last = box
        current = SizeCount(size: 0, font: -1, count: 0, y0: 0, y1: 0)
    }

    /// - Parameter gap: that parts fragments, in points.
    func isParted(from next: GlyphBox, gap: Float, size: Float) -> Bool {
        guard turned == 0 else { return false }
        let distance = next.x0 - last.x1
        return distance > gap || distance < -2 * max(size, last.width)
    }

    /// Whether a space stands before the next character. After a soft hyphen only if one can be seen: some
    /// producers set an invisible hyphen inside words, which the renderer takes for a word's end.
    mutating func takeSpace(before next: GlyphBox, size: Float) -> Bool {
        let isSeen = !endsWithSoftHyphen || next.x0 - last.x1 > 0.15 * size
        endsWithSoftHyphen = false
        guard hasSpace else { return false }
        hasSpace = false
        if isSeen, firstWordWidth < 0 { firstWordWidth = box.width }
        return isSeen
    }

    /// - Parameter index: of the character in the page's scalars.
    mutating func add(
        _ next: GlyphBox, at index: Int, size: Float, font: Int, face: Fragment.Lead.Face, isItalic: Bool
    ) {
        if isLeading { extendLead(to: next, at: index, font: font, face: face) }
        if count > 0, next.x1 <= last.x1 + 0.1, abs(next.y0 - last.y0) > 0.2 * size { turned += 1 }
        box.formUnion(next)
        last = next
        tailSize = size
        count += 1
        if face == .bold { bold += 1 }
        if isItalic { italic += 1 }
        if current.size != size || current.font != font || current.count == 0 { change(to: size, font, next) }
        current.count += 1
        current.y0 = min(current.y0, next.y0)
        current.y1 = max(current.y1, next.y1)
    }

    /// Goes on with another size or font, where it stopped if there was any of it before.
    private mutating func change(to size: Float, _ font: Int, _ box: GlyphBox) {
        keepCurrent()
        current =
            sizes.first { $0.size == size && $0.font == font }
            ?? SizeCount(size: size, font: font, count: 0, y0: box.y0, y1: box.y1)
    }

    private mutating func keepCurrent() {
        guard current.count > 0 else { return }
        if let index = sizes.firstIndex(where: { $0.size == current.size && $0.font == current.font }) {
            sizes[index] = current
        } else {
            sizes.append(current)
        }
    }

    private mutating func extendLead(to next: GlyphBox, at index: Int, font: Int, face: Fragment.Lead.Face) {
        if count == 0, font >= 0 {
            lead = Fragment.Lead(end: index + 1, right: next.x1, face: face, font: font)
        } else if let open = lead, open.face == face, face != .plain || open.font == font {
            lead!.end = index + 1
            lead!.right = next.x1
        } else {
            isLeading = false
        }
    }

    mutating func closed(end: Int) -> Fragment {
        keepCurrent()
        var main = sizes[0]
        for size in sizes where size.count > main.count { main = size }
        let isUpright = turned * 2 <= count - 1 || count == 1
        var box = box
        if isUpright {
            box.y0 = main.y0
            box.y1 = main.y1
            // Some fonts claim a descent of several ems, which would reach into the lines below. Where characters
            // are wider than the size allows, it is the size that is wrong.
            let isSizeSound = box.width < main.size * Float(count)
            if isSizeSound, box.height > 1.5 * main.size { box.y1 = box.y0 + 1.25 * main.size }
        }
        return Fragment(
            start: start, end: end, box: box, size: main.size, leadSize: sizes[0].size,
            tailSize: tailSize, tailFace: tailFace, font: main.font,
            boldShare: Float(bold) / Float(count), italicShare: Float(italic) / Float(count),
            firstWordWidth: firstWordWidth < 0 ? box.width : firstWordWidth, lead: lead, isUpright: isUpright)
    }
}
