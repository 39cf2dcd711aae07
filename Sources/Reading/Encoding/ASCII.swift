import Glibc

/// Where a byte first occurs at or after a position: the C library looks at many bytes at once.
func firstIndex(of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from position: Int = 0) -> Int? {
    guard position < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + position, Int32(byte), bytes.count - position)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
}

/// Where the first byte stands, at or after a position, that is not ASCII; the number of bytes when there is none.
func firstNonASCII(in bytes: UnsafeBufferPointer<UInt8>, from position: Int) -> Int {
    var position = position
    let raw = UnsafeRawBufferPointer(bytes)
    while position + 8 <= bytes.count,
        raw.loadUnaligned(fromByteOffset: position, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    { position += 8 }
    while position < bytes.count, bytes[position] < 0x80 { position += 1 }
    return position
}

/// Where a needle first occurs.
func firstRange(of needle: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = needle.first else { return bytes.startIndex }
    var rest = bytes
    while let position = rest.firstIndex(of: first) {
        if bytes[position...].starts(with: needle) { return position }
        rest = rest[(position + 1)...]
    }
    return nil
}

func asciiLowercased(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
}

func isASCIILetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
}

func isASCIIDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
}
