/// How many bytes of white space begin at a position: 0 if there is none.
///
/// White space is what Unicode calls so, and the zero-width space and byte order mark that PDF producers use
/// as such.
func whiteSpaceLength<Bytes: RandomAccessCollection<UInt8>>(_ bytes: Bytes, at position: Int, before end: Int) -> Int
where Bytes.Index == Int {
    guard position < end else { return 0 }
    switch bytes[position] {
    case 0x20, 0x09...0x0D: return 1
    case 0xC2 where position + 1 < end: return [0xA0, 0x85].contains(bytes[position + 1]) ? 2 : 0
    case 0xE1...0xE3, 0xEF:
        let scalar = scalar(bytes, at: position, before: end)
        return scalar.properties.isWhitespace || [0x200B, 0xFEFF].contains(scalar.value) ? 3 : 0
    default: return 0
    }
}

/// The range without the white space at its ends.
func trimmingWhiteSpace(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while case let length = whiteSpaceLength(bytes, at: start, before: range.upperBound), length > 0 { start += length }
    var end = range.upperBound
    while end > start {
        let last = startOfScalar(bytes, before: end)
        guard last >= start, whiteSpaceLength(bytes, at: last, before: end) > 0 else { break }
        end = last
    }
    return start..<end
}

/// Position of the first byte of the scalar that ends before a position.
func startOfScalar(_ bytes: [UInt8], before position: Int) -> Int {
    var start = position - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start
}

/// The scalar that begins at a position of valid UTF-8.
func scalar<Bytes: RandomAccessCollection<UInt8>>(_ bytes: Bytes, at position: Int, before end: Int) -> Unicode.Scalar
where Bytes.Index == Int {
    let byte = bytes[position]
    let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    guard position + length <= end else { return "\u{FFFD}" }
    var value = length == 1 ? UInt32(byte) : UInt32(byte) & (0x7F >> UInt32(length))
    for offset in 1..<max(length, 1) { value = value << 6 | UInt32(bytes[position + offset] & 0x3F) }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
}

func isASCIILetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}

func isASCIIDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}
