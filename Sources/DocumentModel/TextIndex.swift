/// A text as UTF-8 bytes with checkpoints, so that code point offsets and byte offsets turn into each
/// other without walking the text from its start.
package struct TextIndex: Sendable {
    /// The UTF-8 bytes of the text.
    package let bytes: [UInt8]
    /// Number of code points.
    package let count: Int
    /// Byte offset of every ``stride``-th code point; empty when the text is ASCII.
    private let checkpoints: [Int]

    private static let stride = 128

    package init(_ text: String) {
        self.init(bytes: Array(text.utf8))
    }

    /// - Parameter bytes: valid UTF-8.
    package init(bytes: [UInt8]) {
        self.bytes = bytes
        count = bytes.withUnsafeBytes { codePointCount($0) }
        checkpoints = count == bytes.count ? [] : bytes.withUnsafeBytes { Self.checkpoints($0) }
    }

    private static func checkpoints(_ bytes: UnsafeRawBufferPointer) -> [Int] {
        var result: [Int] = []
        result.reserveCapacity(bytes.count / stride + 1)
        var position = 0
        while position < bytes.count {
            result.append(position)
            // As many bytes as there are code points to go are never too many.
            var rest = stride
            while rest > 0, position + rest <= bytes.count {
                let next = UnsafeRawBufferPointer(rebasing: bytes[position..<position + rest])
                position += rest
                rest -= codePointCount(next)
            }
            if rest > 0 { break }
            while position < bytes.count, bytes[position] & 0xC0 == 0x80 { position += 1 }
        }
        return result
    }

    /// The byte offset of a code point offset in `0...count`.
    package func byteOffset(of offset: Int) -> Int {
        precondition(offset >= 0 && offset <= count, "offset \(offset) outside a text of \(count) code points")
        guard !checkpoints.isEmpty else { return offset }
        guard offset < count else { return bytes.count }
        return bytes.withUnsafeBytes { bytes in
            var position = checkpoints[offset / Self.stride]
            var rest = offset % Self.stride
            // Eight bytes begin no more than eight code points.
            while rest >= 8, position + 8 <= bytes.count {
                rest -= codePointCount(UnsafeRawBufferPointer(rebasing: bytes[position..<position + 8]))
                position += 8
            }
            while position < bytes.count, bytes[position] & 0xC0 == 0x80 { position += 1 }
            for _ in 0..<rest { position += sequenceLength(bytes[position]) }
            return position
        }
    }

    /// The code point offset of a byte offset in `0...bytes.count` that begins a code point.
    package func offset(ofByte byte: Int) -> Int {
        guard !checkpoints.isEmpty else { return byte }
        guard byte < bytes.count else { return count }
        var low = 0
        var high = checkpoints.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if checkpoints[middle] <= byte { low = middle } else { high = middle }
        }
        let start = checkpoints[low]
        return low * Self.stride
            + bytes.withUnsafeBytes { codePointCount(UnsafeRawBufferPointer(rebasing: $0[start..<byte])) }
    }

    /// The text between two code point offsets.
    package func text(_ start: Int, _ end: Int) -> String {
        String(decoding: bytes[byteOffset(of: start)..<byteOffset(of: end)], as: UTF8.self)
    }

}

/// How many code points begin in UTF-8 bytes; eight bytes at a time.
private func codePointCount(_ bytes: UnsafeRawBufferPointer) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var continuations = 0
    var position = 0
    while position + 8 <= bytes.count {
        let eight = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        // Bit 7 is set and bit 6 is not.
        continuations &+= ((eight >> 7) & ~(eight >> 6) & ones).nonzeroBitCount
        position += 8
    }
    for byte in bytes[position...] { continuations &+= byte & 0xC0 == 0x80 ? 1 : 0 }
    return bytes.count - continuations
}

/// How many bytes the code point has that begins with this one.
private func sequenceLength(_ first: UInt8) -> Int {
    switch first {
    case ..<0x80: 1
    case ..<0xE0: 2
    case ..<0xF0: 3
    default: 4
    }
}

extension String {
    /// Number of code points: as many as there are bytes that begin one.
    package var scalarCount: Int {
        utf8.withContiguousStorageIfAvailable { codePointCount(UnsafeRawBufferPointer($0)) } ?? unicodeScalars.count
    }
}
