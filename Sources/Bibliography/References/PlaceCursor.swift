import Diagnostics

/// Lines and columns of byte positions in a list, in one pass when they are asked for from the first to the last.
struct PlaceCursor {
    private let bytes: [UInt8]
    private let list: ReferenceList
    private var position = 0
    private var line = 1
    private var column = 1

    init(_ bytes: [UInt8], list: ReferenceList) {
        self.bytes = bytes
        self.list = list
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
        if target < position { (position, line, column) = (0, 1, 1) }
        while position < min(target, bytes.count) {
            let byte = bytes[position]
            position += 1
            let isPair = byte == UInt8(ascii: "\r") && position < bytes.count && bytes[position] == UInt8(ascii: "\n")
            if isLineEnd(byte), !isPair {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                // Columns are code points: bytes that go on with one do not count.
                column += 1
            }
        }
    }
}

func isLineEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
}
