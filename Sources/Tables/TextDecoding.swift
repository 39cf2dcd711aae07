/// The text of a file in UTF-8 or UTF-16, without its byte order mark; lines that are neither are windows-1252.
///
/// Line by line, because exports of several programs are put together into one, and one damaged byte must not cost the
/// letters of all other rows.
///
/// - Returns: the text, and the 1-based number of the first line that was taken for windows-1252.
package func decodedText(_ bytes: [UInt8]) -> (text: String, firstLegacyLine: Int?) {
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
