import DocumentModel

/// The text of a block, built line by line.
struct BlockText {
    private(set) var utf8: [UInt8] = []
    /// Number of code points in ``utf8``.
    private(set) var count = 0
    /// For each line that has a box: its offset in code points, and the box.
    private(set) var lineStarts: [Int] = []
    private(set) var boxes: [Box] = []
    private(set) var joins: [Join] = []
    /// The code points so far, for looking back.
    private var scalars: [UInt32] = []
    private var cellStart = -1

    var text: String { String(decoding: utf8, as: UTF8.self) }

    /// What is added next begins a cell: a hyphen before it joins nothing.
    mutating func beginCell() { cellStart = count }

    /// Appends a line; a space, a tab between cells, or a joined hyphen parts it from what came before.
    mutating func add(_ line: LayoutLine, in context: LayoutContext, forms: WordForms) {
        let next = context.scalars(of: line)
        if count > 0, count == cellStart {
            append(0x09)
        } else if count > 0, !joinsHyphen(to: next, forms: forms) {
            append(0x20)
        }
        let page = context.pages[line.page]
        if page.hasGeometry {
            lineStarts.append(count)
            // A page that was turned has its width for height.
            let box = page.turn?.original(line.box, width: page.height, height: page.width) ?? line.box
            boxes.append(
                Box(
                    page: page.number, x0: hundredths(box.x0), y0: hundredths(box.y0), x1: hundredths(box.x1),
                    y1: hundredths(box.y1)))
        }
        for (index, scalar) in next.enumerated() {
            // A soft hyphen inside a line is invisible; at its end the next line decides.
            if scalar == 0xAD && index < next.count - 1 { continue }
            append(scalar)
        }
    }

    /// Settles a hyphen at the end of the text.
    /// - Returns: whether the next line follows without a space.
    private mutating func joinsHyphen(to next: [UInt32], forms: WordForms) -> Bool {
        guard let hyphen = scalars.last, isHyphen(hyphen), scalars.count >= 2, let first = next.first else {
            return false
        }
        let isSoft = hyphen == 0xAD
        if !isSoft, endsInAddress { return true }
        if isSoft, !isLetter(first) {
            removeLast()
            return false
        }
        if isDigit(scalars[scalars.count - 2]), isLowercase(first) {
            // `10-` and `year`, but `5-` and `to 10-year`.
            return !isSuspending(next.prefix { isLetter($0) })
        }
        guard isLetter(scalars[scalars.count - 2]), isLetter(first) || isDigit(first) else {
            // `2010-` and `2015`.
            return isDigit(first) && isDigit(scalars[scalars.count - 2])
        }
        let after = next.prefix { isLetter($0) }
        let rest = next.dropFirst(after.count)
        let isCompound = rest.count > 1 && isHyphen(rest[rest.startIndex]) && isLetter(rest[rest.startIndex + 1])
        if isSuspending(after), !isCompound { return false }
        guard isLowercase(first) || isSoft else { return true }
        if !isSoft {
            let before = wordBefore(hyphenAt: scalars.count - 1)
            if forms.keepsHyphen(before: before, after: after) { return true }
            // `day-to-` and `day`, `day-` and `to-day`.
            let hasAnother = isCompound || scalars[..<before.startIndex].last.map(isHyphen) == true
            if hasAnother, forms.areWords(before, after) { return true }
        }
        removeLast()
        joins.append(Join(offset: count, hyphen: string([hyphen])))
        return true
    }

    /// Whether the text ends inside an address of the web: its hyphens are all its own.
    private var endsInAddress: Bool {
        let word = scalars[(scalars.lastIndex(of: 0x20).map { $0 + 1 } ?? 0)...]
        return word.indices.dropLast(3).contains { index in
            Self.addressMarks.contains { word[index...].starts(with: $0) }
        }
    }

    private static let addressMarks: [[UInt32]] = ["://", "www."].map { $0.unicodeScalars.map(\.value) }

    /// `pre- and post-treatment`: the hyphen stands for the rest of the word, and a space follows it.
    private func isSuspending(_ word: ArraySlice<UInt32>) -> Bool {
        Self.conjunctions.contains { word.elementsEqual($0) }
    }

    private static let conjunctions: [[UInt32]] = ["and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "o", "e"]
        .map { $0.unicodeScalars.map(\.value) }

    private func wordBefore(hyphenAt end: Int) -> ArraySlice<UInt32> {
        var begin = end
        while begin > 0, isLetter(scalars[begin - 1]) { begin -= 1 }
        return scalars[begin..<end]
    }

    private mutating func append(_ scalar: UInt32) {
        let scalar = Unicode.Scalar(scalar) ?? "\u{FFFD}"
        if scalar.isASCII {
            utf8.append(UInt8(scalar.value))
        } else {
            utf8.append(contentsOf: UTF8.encode(scalar)!)
        }
        scalars.append(scalar.value)
        count += 1
    }

    private mutating func removeLast() {
        let scalar = Unicode.Scalar(scalars.removeLast())!
        utf8.removeLast(UTF8.width(scalar))
        count -= 1
    }

    /// Boxes are given to a hundredth of a point: more is noise of the conversion from Float.
    private func hundredths(_ value: Float) -> Double { (Double(value) * 100).rounded() / 100 }
}
