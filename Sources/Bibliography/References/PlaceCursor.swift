import Diagnostics

/// Lines and columns of byte positions in a list, in any order: each costs a search for its line and the way to it from
/// that line's start, or from the position asked for before in the same line.
struct PlaceCursor {
    private let bytes: [UInt8]
    private let list: ReferenceList
    private let lineStarts: [Int]
    private var position = 0
    private var line = 1
    private var column = 1

    init(_ bytes: [UInt8], list: ReferenceList) {
        self.bytes = bytes
        self.list = list
        lineStarts = [0] + bytes.indices.filter { endsLine(bytes, at: $0) }.map { $0 + 1 }
    }

    /// Line and column of a position.
    mutating func place(of target: Int) -> Place {
        advance(to: target)
        return list.place(line: line, column: column)
    }

    /// Line of a position, and its column if anything but white space stands before it.
    mutating func recordPlace(of target: Int) -> Place {
        advance(to: target)
        var start = min(target, bytes.count)
        while start > 0, bytes[start - 1] == UInt8(ascii: " ") || bytes[start - 1] == UInt8(ascii: "\t") { start -= 1 }
        let beginsLine = start == 0 || isLineEnd(bytes[start - 1])
        return list.place(line: line, column: beginsLine ? nil : column)
    }

    private mutating func advance(to target: Int) {
        let target = min(target, bytes.count)
        let number = lineNumber(of: target)
        if number != line || target < position { (position, line, column) = (lineStarts[number - 1], number, 1) }
        // Columns are code points: bytes that go on with one do not count.
        column += bytes[position..<target].count { $0 & 0xC0 != 0x80 }
        position = target
    }

    /// The 1-based number of the last line that begins at or before a position.
    private func lineNumber(of target: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= target { low = middle } else { high = middle }
        }
        return low + 1
    }
}

/// Whether the byte at a position is the last of a line: LF, CR, or the LF of CRLF.
private func endsLine(_ bytes: [UInt8], at index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "\r") else { return bytes[index] == UInt8(ascii: "\n") }
    return index + 1 >= bytes.count || bytes[index + 1] != UInt8(ascii: "\n")
}

func isLineEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
}
