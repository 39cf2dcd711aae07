/// The letters and digits of a text, lower-cased, ligatures expanded: what stays the same however a text is
/// laid out. Verification compares statements with pages by it.
///
/// - Returns: UTF-8 bytes. Hyphens, spaces, punctuation, combining marks and controls are left out.
package func letters(of text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { letters(of: $0) }
}

/// The letters and digits of a text that is valid UTF-8.
package func letters(of utf8: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    // Always with room for the rest of the text, so that none is made for each letter.
    var result = [UInt8](repeating: 0, count: utf8.count)
    var count = 0
    var position = 0
    while position < utf8.count {
        let run = UnsafeBufferPointer(rebasing: utf8[position...].prefix { $0 < 0x80 })
        count += result.withUnsafeMutableBufferPointer { copyLetters(of: run, to: $0, at: count) }
        position += run.count
        guard position < utf8.count else { break }
        // In valid UTF-8 the first byte tells how many there are.
        let byte = utf8[position]
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        var value = UInt32(byte) & (0x7F >> UInt32(length))
        for next in utf8[position + 1..<position + length] { value = value << 6 | UInt32(next & 0x3F) }
        position += length
        guard !isGeneralPunctuation(value), let scalar = Unicode.Scalar(value) else { continue }
        let letters = lowercaseLetters(scalar)
        // Few letters take more bytes in lower case.
        let room = result.count - count - (utf8.count - position)
        result += repeatElement(0, count: max(0, letters.utf8.count - room))
        for letter in letters.utf8 {
            result[count] = letter
            count += 1
        }
    }
    result.removeLast(result.count - count)
    return result
}

/// Copies the letters and digits of ASCII in lower case; without branches, for no letter foretells the next.
///
/// - Returns: how many they are.
private func copyLetters(
    of ascii: UnsafeBufferPointer<UInt8>, to room: UnsafeMutableBufferPointer<UInt8>, at start: Int
) -> Int {
    var end = start
    for byte in ascii {
        let lower = byte | 0x20
        let isLetter = lower &- UInt8(ascii: "a") < 26
        let isDigit = byte &- UInt8(ascii: "0") < 10
        room[end] = isLetter ? lower : byte
        end &+= (isLetter ? 1 : 0) | (isDigit ? 1 : 0)
    }
    return end - start
}

/// Dashes, typographic quotation marks, spaces and direction marks: the most frequent of what is not ASCII, none of
/// it letters, so that the slow look-up of properties is spared.
private func isGeneralPunctuation(_ scalar: UInt32) -> Bool { scalar >= 0x2000 && scalar <= 0x206F }

private func lowercaseLetters(_ scalar: Unicode.Scalar) -> String {
    if let expansion = ligatureLetters(scalar) { return expansion }
    let isCounted = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    return isCounted ? scalar.properties.lowercaseMapping : ""
}

/// The letters that a Latin ligature of U+FB00–FB06 stands for, or nil for any other scalar.
package func ligatureLetters(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0xFB00: "ff"
    case 0xFB01: "fi"
    case 0xFB02: "fl"
    case 0xFB03: "ffi"
    case 0xFB04: "ffl"
    case 0xFB05, 0xFB06: "st"
    default: nil
    }
}
