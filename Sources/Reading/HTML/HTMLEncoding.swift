/// How far into a file its declaration of an encoding is looked for; the standard says 1024 bytes, pages with
/// long comments before it exist.
private let declarationBytes = 4096

/// The encoding label that an XML declaration or a `meta` element names, in lower case.
func declaredEncoding(ofHTML bytes: [UInt8]) -> String? {
    let head = bytes.prefix(declarationBytes).map(asciiLowercased)[...]
    var position = head.startIndex
    while let open = head[position...].firstIndex(of: UInt8(ascii: "<")) {
        let rest = head[open...]
        position = open + 1
        if rest.starts(with: Array("<!--".utf8)) {
            guard let end = firstRange(of: Array("-->".utf8), in: rest) else { return nil }
            position = end + 3
        } else if rest.starts(with: Array("<meta".utf8)), let label = label(after: "charset", in: tag(rest)) {
            return label
        } else if rest.starts(with: Array("<?xml".utf8)), let label = label(after: "encoding", in: tag(rest)) {
            return label
        }
    }
    return nil
}

private func tag(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.prefix { $0 != UInt8(ascii: ">") }
}

/// The value after `name =`, with or without quotes.
private func label(after name: String, in tag: ArraySlice<UInt8>) -> String? {
    guard let found = firstRange(of: Array(name.utf8), in: tag) else { return nil }
    var rest = tag[(found + name.utf8.count)...].drop { $0 <= 0x20 }
    guard rest.first == UInt8(ascii: "=") else { return nil }
    rest = rest.dropFirst().drop { $0 <= 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
    let label = rest.prefix {
        isASCIILetter($0) || isASCIIDigit($0) || [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ".")].contains($0)
    }
    return label.isEmpty ? nil : String(decoding: label, as: UTF8.self)
}
