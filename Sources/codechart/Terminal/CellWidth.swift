/// How many cells of a terminal a character takes: 0 for what only changes its neighbour, 2 for wide letters and
/// pictures, else 1.
///
/// Unicode Standard Annex 11 (East Asian Width, W and F), by blocks; what is ambiguous there is narrow, as terminals
/// outside East Asia show it.
func cellWidth(of character: Character) -> Int {
    var width = 0
    for scalar in character.unicodeScalars {
        // A sign that asks for the picture instead of the letter.
        if scalar == "\u{FE0F}" { return 2 }
        width = max(width, cellWidth(of: scalar))
    }
    return width
}

/// How many cells a text takes, without line breaks in it.
func cellWidth(of text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + cellWidth(of: $1) }
}

private func cellWidth(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return scalar.value == 0xAD ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return wideBlocks.contains { $0.contains(scalar.value) } ? 2 : 1
    }
}

private let wideBlocks: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x2E80...0x303E, 0x3041...0x33FF,
    0x3400...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
    0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1B000...0x1B2FF, 0x1F300...0x1F64F,
    0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD,
]

/// A text of a document as it may be shown on a terminal: code point by code point, with a space for line breaks and
/// tabs, and U+FFFD for controls, which could write over other lines or change what is shown.
func showable(_ text: String) -> String {
    String(
        String.UnicodeScalarView(
            text.unicodeScalars.map { scalar in
                switch scalar {
                case "\t", "\n", "\r", "\u{2028}", "\u{2029}": " "
                // Marks that turn the direction of what follows.
                case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": "\u{FFFD}"
                default: scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar
                }
            }))
}

/// A text that takes at most so many cells, with an ellipsis where its end was cut.
func shortened(_ text: String, to width: Int) -> String {
    guard cellWidth(of: text) > width else { return text }
    var result = ""
    var used = 1
    for character in text {
        used += cellWidth(of: character)
        if used > width { break }
        result.append(character)
    }
    while result.last == " " { result.removeLast() }
    return result + "…"
}

/// A text with spaces behind it up to so many cells.
func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - cellWidth(of: text)))
}
