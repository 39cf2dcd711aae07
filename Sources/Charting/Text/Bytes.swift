import XML

extension ArraySlice<UInt8> {
    /// The index at which `pattern` first begins.
    func firstIndex(of pattern: [UInt8]) -> Index? {
        guard count >= pattern.count else { return nil }
        return (startIndex...(endIndex - pattern.count)).first { self[$0...].starts(with: pattern) }
    }
}

extension [UInt8] {
    /// Appends a text with some of its scalars replaced.
    ///
    /// - Parameter replacement: asked for every scalar but ASCII letters, digits and spaces, which no format escapes;
    ///   nil keeps the scalar.
    mutating func append(_ text: String, replacing replacement: (Unicode.Scalar) -> String?) {
        var text = text
        text.withUTF8 { utf8 in
            var kept = 0
            var position = 0
            while position < utf8.count {
                let byte = utf8[position]
                if byte.isPlain {
                    position += 1
                    continue
                }
                let (scalar, length) = scalar(at: position, in: utf8)
                if let replacement = replacement(scalar) {
                    append(contentsOf: utf8[kept..<position])
                    append(contentsOf: replacement.utf8)
                    kept = position + length
                }
                position += length
            }
            append(contentsOf: utf8[kept...])
        }
    }
}

extension UInt8 {
    fileprivate var isPlain: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: " "): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: false
        }
    }
}

/// Decodes the scalar that begins at a position of valid UTF-8.
private func scalar(at position: Int, in utf8: UnsafeBufferPointer<UInt8>) -> (scalar: Unicode.Scalar, length: Int) {
    let first = UInt32(utf8[position])
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard length > 1 else { return (Unicode.Scalar(UInt8(first)), 1) }
    let value = (1..<length).reduce(first & (0x7F >> UInt32(length))) { value, offset in
        value << 6 | UInt32(utf8[position + offset] & 0x3F)
    }
    return (Unicode.Scalar(value)!, length)
}
