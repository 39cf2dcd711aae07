import Diagnostics

/// A file's text as valid UTF-8 without NUL characters and byte order mark.
struct DecodedText: Sendable {
    var bytes: [UInt8]
    /// Which encoding was decided on, as the Encoding Standard names it.
    var encoding: String
    /// What could not be decoded.
    var diagnostics: [Diagnostic]
}

/// Decodes a file's text: byte order mark, then UTF-16 by its zero bytes, then valid UTF-8, then what the
/// file declares, then windows-1252.
///
/// Valid UTF-8 goes before the declaration because a long text that is valid UTF-8 by chance does not occur,
/// and wrong declarations do.
/// - Parameter declared: the label by which the file names its encoding, in lower case.
func decodeText(_ bytes: [UInt8], declared: String? = nil) -> DecodedText {
    var decoded: DecodedText
    if let order = utf16Order(of: bytes) {
        decoded = decodeUTF16(bytes, order: order)
    } else if let label = declared.flatMap({ legacyEncodings[$0] }), label.name == "iso-2022-jp",
        bytes.contains(0x1B), let converted = convert(bytes[...], from: label.converter)
    {
        // Its bytes are all ASCII, so they look like valid UTF-8.
        decoded = reported(converted, encoding: label.name)
    } else {
        decoded = decodeBytes(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...], declared)
    }
    dropNULs(from: &decoded)
    return decoded
}

private func decodeBytes(_ bytes: ArraySlice<UInt8>, _ declared: String?) -> DecodedText {
    let census = UTF8Census(bytes)
    if census.invalid == 0 { return DecodedText(bytes: Array(bytes), encoding: "utf-8", diagnostics: []) }
    // A damaged UTF-8 text has many whole sequences; an 8-bit text hardly one.
    if census.sequences >= 4 * census.invalid || declared == "utf-8" || declared == "utf8" {
        let repaired = Array(String(decoding: bytes, as: UTF8.self).utf8)
        return reported((repaired, census.invalid), encoding: "utf-8")
    }
    if let declared, let label = legacyEncodings[declared], label.name != "windows-1252" {
        if let converted = convert(bytes, from: label.converter) { return reported(converted, encoding: label.name) }
        var decoded = decodeWindows1252(bytes)
        decoded.diagnostics.append(
            .warning("encoding-not-available", "this system cannot decode \(label.name); read as windows-1252"))
        return decoded
    }
    return decodeWindows1252(bytes)
}

/// A text in which some bytes became U+FFFD, with a diagnostic that says how many.
private func reported(_ converted: (bytes: [UInt8], undecodable: Int), encoding: String) -> DecodedText {
    var diagnostics: [Diagnostic] = []
    if converted.undecodable > 0 {
        let count = converted.undecodable
        diagnostics.append(
            .warning(
                "undecodable-bytes",
                "\(count) \(count == 1 ? "byte is" : "bytes are") no \(encoding) and became U+FFFD"))
    }
    return DecodedText(bytes: converted.bytes, encoding: encoding, diagnostics: diagnostics)
}

private func dropNULs(from decoded: inout DecodedText) {
    guard decoded.bytes.withUnsafeBufferPointer({ firstIndex(of: 0, in: $0) }) != nil else { return }
    let count = decoded.bytes.count
    decoded.bytes.removeAll { $0 == 0 }
    let dropped = count - decoded.bytes.count
    decoded.diagnostics.append(
        .note("nul-characters", "\(dropped) NUL \(dropped == 1 ? "character was" : "characters were") dropped"))
}

/// How much of a text is UTF-8.
private struct UTF8Census {
    /// Whole sequences of two bytes and more.
    var sequences = 0
    /// Bytes that are part of no sequence.
    var invalid = 0

    init(_ bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBufferPointer { bytes in
            var position = 0
            while true {
                position = firstNonASCII(in: bytes, from: position)
                guard position < bytes.count else { break }
                let length = sequenceLength(UnsafeBufferPointer(rebasing: bytes[position...]))
                if length > 0 { sequences += 1 } else { invalid += 1 }
                position += max(length, 1)
            }
        }
    }
}

/// Length of the UTF-8 sequence (Unicode 15, table 3-7) at the beginning of bytes; 0 when there is none.
private func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let (length, second): (Int, ClosedRange<UInt8>) =
        switch bytes[0] {
        case 0xC2...0xDF: (2, 0x80...0xBF)
        case 0xE0: (3, 0xA0...0xBF)
        case 0xED: (3, 0x80...0x9F)
        case 0xE1...0xEF: (3, 0x80...0xBF)
        case 0xF0: (4, 0x90...0xBF)
        case 0xF1...0xF3: (4, 0x80...0xBF)
        case 0xF4: (4, 0x80...0x8F)
        default: (0, 0...0)
        }
    guard length > 0, bytes.count >= length, second.contains(bytes[1]) else { return 0 }
    return bytes[1..<length].allSatisfy { $0 & 0xC0 == 0x80 } ? length : 0
}
