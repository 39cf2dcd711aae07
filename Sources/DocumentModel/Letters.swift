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
            let ascii = position
            while position < utf8.count, utf8[position] < 0x80 { position += 1 }
            appendASCII(utf8[ascii..<position], to: &result)
            let others = position
            while position < utf8.count, utf8[position] >= 0x80 { position += 1 }
            for scalar in String(decoding: utf8[others..<position], as: UTF8.self).unicodeScalars {
                append(scalar, to: &result)
            }
        }
        return result
    }
}

private func appendASCII(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, to result: inout [UInt8]) {
    for byte in bytes { append(byte, to: &result) }
}

private func append(_ ascii: UInt8, to result: inout [UInt8]) {
    switch ascii {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): result.append(ascii | 0x20)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): result.append(ascii)
    default: break
    }
}

private func append(_ scalar: Unicode.Scalar, to result: inout [UInt8]) {
    if scalar.isASCII {
        append(UInt8(scalar.value), to: &result)
    } else if let expansion = ligatureLetters(scalar) {
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
