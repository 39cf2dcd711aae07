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
        (count, checkpoints) = bytes.withUnsafeBufferPointer { bytes in
            var continuations = 0
            for byte in bytes { continuations &+= byte & 0xC0 == 0x80 ? 1 : 0 }
            if continuations == 0 { return (bytes.count, []) }
            var checkpoints: [Int] = []
            checkpoints.reserveCapacity(bytes.count / Self.stride + 1)
            var rest = 0
            for position in bytes.indices where bytes[position] & 0xC0 != 0x80 {
                if rest == 0 {
                    checkpoints.append(position)
                    rest = Self.stride
                }
                rest -= 1
            }
            return (bytes.count - continuations, checkpoints)
        }
    }

    /// The byte offset of a code point offset in `0...count`.
    package func byteOffset(of offset: Int) -> Int {
        precondition(offset >= 0 && offset <= count, "offset \(offset) outside a text of \(count) code points")
        guard !checkpoints.isEmpty else { return offset }
        guard offset < count else { return bytes.count }
        return bytes.withUnsafeBufferPointer { bytes in
            var position = checkpoints[offset / Self.stride]
            for _ in 0..<(offset % Self.stride) { position += sequenceLength(bytes[position]) }
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
        // Without a branch for each byte, so that many are counted together.
        return bytes.withUnsafeBufferPointer { bytes in
            var begun = 0
            for position in checkpoints[low]..<byte { begun &+= bytes[position] & 0xC0 == 0x80 ? 0 : 1 }
            return low * Self.stride + begun
        }
    }

    /// The text between two code point offsets.
    package func text(_ start: Int, _ end: Int) -> String {
        String(decoding: bytes[byteOffset(of: start)..<byteOffset(of: end)], as: UTF8.self)
    }

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
        utf8.withContiguousStorageIfAvailable { bytes in
            bytes.reduce(0) { $0 &+ ($1 & 0xC0 != 0x80 ? 1 : 0) }
        } ?? unicodeScalars.count
    }
}
