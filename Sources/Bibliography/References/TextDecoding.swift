/// The text of a file in UTF-8 or UTF-16, without its byte order mark; lines that are neither are windows-1252.
///
/// Line by line, because lists of several programs are put together into one, and one damaged byte must not cost the
/// letters of all other records.
///
/// - Returns: the text, and the 1-based number of the first line that was taken for windows-1252.
func decodedText(_ bytes: [UInt8]) -> (text: String, firstLegacyLine: Int?) {
    if bytes.starts(with: [0xFF, 0xFE]) { return (decodedUTF16(bytes.dropFirst(2), highByteFirst: false), nil) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (decodedUTF16(bytes.dropFirst(2), highByteFirst: true), nil) }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    if let text = String(validating: content, as: UTF8.self) { return (text, nil) }
    var text = ""
    var firstLegacyLine: Int?
    for (index, line) in content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
        if index > 0 { text += "\n" }
        if let valid = String(validating: line, as: UTF8.self) {
            text += valid
        } else {
            firstLegacyLine = firstLegacyLine ?? index + 1
            text += decodedLine(line)
        }
    }
    return (text, firstLegacyLine)
}

/// A line that is not UTF-8: of more letters in UTF-8 than broken ones it is damaged, else it is windows-1252.
private func decodedLine(_ line: ArraySlice<UInt8>) -> String {
    let repaired = String(decoding: line, as: UTF8.self)
    let broken = repaired.unicodeScalars.count { $0 == "\u{FFFD}" }
    let letters = repaired.unicodeScalars.count { !$0.isASCII && $0 != "\u{FFFD}" }
    if letters > broken { return repaired }
    var text = String.UnicodeScalarView()
    for byte in line { text.append(windows1252(byte)) }
    return String(text)
}

private func decodedUTF16(_ bytes: ArraySlice<UInt8>, highByteFirst: Bool) -> String {
    let bytes = Array(bytes)
    let units = stride(from: 0, to: bytes.count - 1, by: 2).map { position in
        let first = UInt16(bytes[position])
        let second = UInt16(bytes[position + 1])
        return highByteFirst ? first << 8 | second : second << 8 | first
    }
    return String(decoding: units, as: UTF16.self)
}

/// What windows-1252 has in 0x80–0x9F, where ISO 8859-1 has controls; U+FFFD where it has nothing.
private let windows1252Specials: [Unicode.Scalar] = [
    "€", "\u{FFFD}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{FFFD}", "Ž", "\u{FFFD}",
    "\u{FFFD}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{FFFD}", "ž", "Ÿ",
]

private func windows1252(_ byte: UInt8) -> Unicode.Scalar {
    (0x80...0x9F).contains(byte) ? windows1252Specials[Int(byte) - 0x80] : Unicode.Scalar(byte)
}

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
