/// The mark with which a list item begins.
struct ListMarker: Sendable, Hashable {
    enum Kind: Sendable {
        case bullet
        /// These may also stand at the beginning of a line by chance.
        case dash, enumerator
        /// `1.2.3`, which may number sections as well.
        case decimal
    }

    /// A piece of more code points is no marker.
    static let longest = 10

    var kind: Kind
    /// Number of code points of the mark.
    var length: Int

    /// The marker at the beginning of a line.
    /// - Parameter firstPiece: number of code points of the line's first piece.
    static func find(in line: ArraySlice<UInt32>, firstPiece: Int) -> ListMarker? {
        guard let first = line.first, line.count >= 2 else { return nil }
        let second = line[line.startIndex + 1]
        let isApart = firstPiece == 1 || second == 0x20
        if isBullet(first), line.count > 2 { return ListMarker(kind: .bullet, length: 1) }
        // Word sets `o`, `§` and private use code points as bullets.
        if isApart, isPrivateUse(first) { return ListMarker(kind: .bullet, length: 1) }
        if firstPiece == 1, first == 0x6F || first == 0xA7 { return ListMarker(kind: .bullet, length: 1) }
        if isApart, isDash(first) || first == 0x2A { return ListMarker(kind: .dash, length: 1) }
        return enumerator(in: line) ?? decimal(in: line, firstPiece: firstPiece)
    }

    /// `1.2` or `1.2.3` apart from what follows, as guidelines number their recommendations.
    private static func decimal(in line: ArraySlice<UInt32>, firstPiece: Int) -> ListMarker? {
        let mark = line.prefix(firstPiece)
        guard mark.count < line.count, mark.contains(0x2E), mark.allSatisfy({ isDigit($0) || $0 == 0x2E }) else {
            return nil
        }
        let numbers = mark.split(separator: 0x2E)
        guard (2...5).contains(numbers.count), numbers.allSatisfy({ $0.count <= 2 }) else { return nil }
        return ListMarker(kind: .decimal, length: firstPiece)
    }

    /// `•`, `▪`, `➢`, `✓` and their kin.
    private static func isBullet(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xB7, 0x2022, 0x2023, 0x2043, 0x204C, 0x204D, 0x2219, 0x25A0...0x25AB, 0x25B6...0x25BB, 0x25C6...0x25CC,
            0x25CF, 0x25D8, 0x25D9, 0x25E6, 0x2605, 0x2606, 0x2610...0x2612, 0x2713...0x2718, 0x2756, 0x2794,
            0x2798...0x27AF, 0x27B1...0x27BE, 0x2B1B, 0x2B1C, 0x2B24, 0x2B25, 0x203A:
            true
        default: false
        }
    }

    /// `1.`, `12)`, `(3)`, `a)`, `(b)`, `iv)`, `ii.` followed by a space.
    private static func enumerator(in line: ArraySlice<UInt32>) -> ListMarker? {
        var index = line.startIndex
        let isBracketed = line[index] == 0x28
        if isBracketed { index += 1 }
        let begin = index
        while index < line.endIndex, isDigit(line[index]) { index += 1 }
        let isNumber = index > begin
        if !isNumber {
            while index < line.endIndex, line[index] >= 0x61, line[index] <= 0x7A { index += 1 }
        }
        let length = index - begin
        guard length > 0, length <= (isNumber ? 3 : 4), index + 1 < line.endIndex, line[index + 1] == 0x20 else {
            return nil
        }
        let mark = line[index]
        guard isBracketed ? mark == 0x29 : (mark == 0x29 || mark == 0x2E) else { return nil }
        if !isNumber, length > 1, !line[begin..<index].allSatisfy({ $0 == 0x69 || $0 == 0x76 || $0 == 0x78 }) {
            return nil
        }
        return ListMarker(kind: .enumerator, length: index + 1 - line.startIndex)
    }
}

extension LayoutContext {
    /// The list marker with which a line begins.
    func marker(of line: LayoutLine) -> ListMarker? {
        let piece = line.pieces[0]
        let scalars = pages[line.page].scalars
        // A marker apart from its text is followed by the next piece.
        if line.pieces.count > 1, piece.count <= ListMarker.longest {
            let next = line.pieces[1]
            let head = Array(scalars[piece.start..<piece.end]) + [0x20] + scalars[next.start..<next.end].prefix(2)
            return ListMarker.find(in: head[...], firstPiece: piece.count)
        }
        return ListMarker.find(in: scalars[piece.start..<piece.end], firstPiece: piece.count)
    }
}
