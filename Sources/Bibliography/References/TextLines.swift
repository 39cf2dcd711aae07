/// The lines of a text; LF, CR and CRLF end a line.
func lines(of text: String) -> [String] {
    var lines: [String] = []
    var line: [UInt8] = []
    var followsReturn = false
    for byte in text.utf8 {
        if byte == UInt8(ascii: "\n"), followsReturn {
            followsReturn = false
            continue
        }
        followsReturn = byte == UInt8(ascii: "\r")
        if followsReturn || byte == UInt8(ascii: "\n") {
            lines.append(String(decoding: line, as: UTF8.self))
            line.removeAll(keepingCapacity: true)
        } else {
            line.append(byte)
        }
    }
    lines.append(String(decoding: line, as: UTF8.self))
    return lines
}

/// The text with every run of white space as one space, and none at its ends.
func collapsingWhiteSpace(_ text: some StringProtocol) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var followsSpace = true
    var position = 0
    while position < bytes.count {
        let length = lengthOfWhiteSpace(bytes, at: position)
        if length == 0 {
            result.append(bytes[position])
            followsSpace = false
        } else if !followsSpace {
            result.append(UInt8(ascii: " "))
            followsSpace = true
        }
        position += max(1, length)
    }
    if followsSpace, !result.isEmpty { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
}

/// Bytes of the white space (Unicode property White_Space) that begins at a position; 0 if none does.
private func lengthOfWhiteSpace(_ bytes: [UInt8], at position: Int) -> Int {
    switch bytes[position] {
    case 0x09...0x0D, 0x20: return 1
    case 0xC2:
        // U+0085, U+00A0
        return position + 1 < bytes.count && (bytes[position + 1] == 0x85 || bytes[position + 1] == 0xA0) ? 2 : 0
    case 0xE1, 0xE2, 0xE3:
        guard position + 2 < bytes.count else { return 0 }
        switch (bytes[position], bytes[position + 1], bytes[position + 2]) {
        // U+1680, U+2000–200A, U+2028, U+2029, U+202F, U+205F, U+3000
        case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF),
            (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
            return 3
        default: return 0
        }
    default: return 0
    }
}
