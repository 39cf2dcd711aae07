/// The letters and digits of a text, lower-cased, ligatures expanded: what stays the same however a text is
/// laid out. Verification compares statements with pages by it.
///
/// - Returns: UTF-8 bytes. Hyphens, spaces, punctuation, combining marks and controls are left out.
package func letters(of text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { utf8 in
        var result: [UInt8] = []
        result.reserveCapacity(utf8.count)
        var position = 0
        while position < utf8.count {
            let byte = utf8[position]
            if byte < 0x80 {
                append(byte, to: &result)
                position += 1
            } else {
                // A string's UTF-8 is valid: the first byte tells how many there are.
                let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
                var value = UInt32(byte) & (0x7F >> UInt32(length))
                for next in utf8[position + 1..<position + length] { value = value << 6 | UInt32(next & 0x3F) }
                if !isGeneralPunctuation(value), let scalar = Unicode.Scalar(value) { append(scalar, to: &result) }
                position += length
            }
        }
        return result
    }
}

/// Dashes, typographic quotation marks, spaces and direction marks: the most frequent of what is not ASCII, none of
/// it letters, so that the slow look-up of properties is spared.
private func isGeneralPunctuation(_ scalar: UInt32) -> Bool { scalar >= 0x2000 && scalar <= 0x206F }

private func append(_ ascii: UInt8, to result: inout [UInt8]) {
    switch ascii {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): result.append(ascii | 0x20)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): result.append(ascii)
    default: break
    }
}

private func append(_ scalar: Unicode.Scalar, to result: inout [UInt8]) {
    if let expansion = ligatureLetters(scalar) {
        result.append(contentsOf: expansion.utf8)
    } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        result.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    }
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
