/// Text as it grows from pieces, with white space collapsed as browsers do.
///
/// A no-break space counts as a space; controls, zero-width spaces, soft hyphens and marks of writing direction,
/// which nobody sees, are left out.
struct CollapsedText {
    private(set) var bytes: [UInt8] = []
    /// How many of the bytes stand in links.
    private(set) var linkBytes = 0
    /// How many of the bytes stand in a byline, a caption or furniture.
    private var asideBytes: [PagePart: Int] = [:]
    private var spaceIsDue = false

    var isEmpty: Bool { bytes.isEmpty }
    var string: String { String(decoding: bytes, as: UTF8.self) }

    /// The part of the page that nearly all of the text stands in.
    var part: PagePart {
        asideBytes.first { $0.value * 5 >= bytes.count * 4 }?.key ?? .text
    }

    /// Adds valid UTF-8.
    mutating func append(_ piece: UnsafeBufferPointer<UInt8>, inLink: Bool, in part: PagePart = .text) {
        let before = bytes.count
        var position = 0
        while position < piece.count {
            let byte = piece[position]
            if byte > 0x20, byte < 0x7F {
                let start = position
                while position < piece.count, piece[position] > 0x20, piece[position] < 0x7F { position += 1 }
                appendVisible(piece[start..<position])
            } else if byte <= 0x20 {
                if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) { spaceIsDue = true }
                position += 1
            } else {
                position += appendScalar(piece, at: position)
            }
        }
        if inLink { linkBytes += bytes.count - before }
        if part != .text { asideBytes[part, default: 0] += bytes.count - before }
    }

    /// Parts what is before from what comes next.
    mutating func appendSpace() { spaceIsDue = true }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        linkBytes = 0
        asideBytes.removeAll(keepingCapacity: true)
        spaceIsDue = false
    }

    private mutating func appendVisible(_ visible: Slice<UnsafeBufferPointer<UInt8>>) {
        if spaceIsDue {
            if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
            spaceIsDue = false
        }
        bytes.append(contentsOf: visible)
    }

    /// - Returns: how many bytes the scalar has.
    private mutating func appendScalar(_ piece: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
        let first = piece[position]
        if first == 0x7F { return 1 }
        let length = min(first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4, piece.count - position)
        let second = length > 1 ? piece[position + 1] : 0
        let third = length > 2 ? piece[position + 2] : 0
        switch (first, second, third) {
        case (0xC2, 0xA0, _), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9):  // no-break space, line and paragraph separator
            spaceIsDue = true
        case (0xC2, 0x80...0x9F, _), (0xC2, 0xAD, _):  // C1 controls, soft hyphen
            break
        case (0xE2, 0x80, 0x8B), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF):  // zero-width space, word joiner, BOM
            break
        case (0xE2, 0x80, 0x8E...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA6...0xA9):  // bidi controls
            break
        default:
            appendVisible(piece[position..<(position + length)])
        }
        return length
    }
}
