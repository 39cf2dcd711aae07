import Diagnostics

/// Which byte of a UTF-16 unit comes first.
enum ByteOrder { case littleEndian, bigEndian }

/// The byte order of a UTF-16 text, told by its byte order mark or by the zero bytes of its ASCII
/// characters; nil for any other text.
func utf16Order(of bytes: [UInt8]) -> ByteOrder? {
    if bytes.starts(with: [0xFF, 0xFE]) { return .littleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .bigEndian }
    // Half of the first units being ASCII is plenty, and the other bytes must not be zero: binary data have
    // zeros in both places.
    let head = bytes.prefix(1024)
    guard head.count >= 8 else { return nil }
    var zeros = (even: 0, odd: 0)
    for (position, byte) in head.enumerated() where byte == 0 {
        if position % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    if zeros.odd * 4 >= head.count, zeros.even == 0 { return .littleEndian }
    if zeros.even * 4 >= head.count, zeros.odd == 0 { return .bigEndian }
    return nil
}

func decodeUTF16(_ bytes: [UInt8], order: ByteOrder) -> DecodedText {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for position in stride(from: 0, to: bytes.count - 1, by: 2) {
        let (first, second) = (UInt16(bytes[position]), UInt16(bytes[position + 1]))
        units.append(order == .littleEndian ? second << 8 | first : first << 8 | second)
    }
    if units.first == 0xFEFF { units.removeFirst() }
    let text = String(decoding: units, as: UTF16.self)
    var diagnostics: [Diagnostic] = []
    let lost = text.unicodeScalars.count { $0 == "\u{FFFD}" } - units.count { $0 == 0xFFFD } + bytes.count % 2
    if lost > 0 {
        diagnostics.append(.warning("undecodable-bytes", "\(lost) units are no UTF-16 and became U+FFFD"))
    }
    return DecodedText(
        bytes: Array(text.utf8), encoding: order == .littleEndian ? "utf-16le" : "utf-16be", diagnostics: diagnostics)
}
