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
        var scalars = 0
        var checkpoints: [Int] = []
        for (position, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
            if scalars % Self.stride == 0 { checkpoints.append(position) }
            scalars += 1
        }
        count = scalars
        self.checkpoints = scalars == bytes.count ? [] : checkpoints
    }

    /// The byte offset of a code point offset in `0...count`.
    package func byteOffset(of offset: Int) -> Int {
        precondition(offset >= 0 && offset <= count, "offset \(offset) outside a text of \(count) code points")
        guard !checkpoints.isEmpty else { return offset }
        guard offset < count else { return bytes.count }
        var position = checkpoints[offset / Self.stride]
        for _ in 0..<(offset % Self.stride) { position += sequenceLength(at: position) }
        return position
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
        var offset = low * Self.stride
        var position = checkpoints[low]
        while position < byte {
            position += sequenceLength(at: position)
            offset += 1
        }
        return offset
    }

    /// The text between two code point offsets.
    package func text(_ start: Int, _ end: Int) -> String {
        String(decoding: bytes[byteOffset(of: start)..<byteOffset(of: end)], as: UTF8.self)
    }

    private func sequenceLength(at position: Int) -> Int {
        switch bytes[position] {
        case ..<0x80: 1
        case ..<0xE0: 2
        case ..<0xF0: 3
        default: 4
        }
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
