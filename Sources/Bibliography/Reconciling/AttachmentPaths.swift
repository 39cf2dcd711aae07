/// A file's name as it is compared.
func letterKey(_ name: String) -> String {
    name.lowercased()
}

/// A file's name without what follows its last dot.
func withoutExtension(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
}

/// Whether one path ends with the other, folder by folder.
func hasSameEnd(_ attachment: String, _ path: String) -> Bool {
    let first = components(decodingPercents(attachment))
    let second = components(path)
    let shared = zip(first.reversed(), second.reversed()).prefix { $0 == $1 }.count
    return shared == min(first.count, second.count) || shared >= 2
}

private func components(_ path: String) -> [String] {
    path.lowercased().split { $0 == "/" || $0 == "\\" }.map(String.init).filter { $0 != "." && !$0.hasSuffix(":") }
}

/// A text with `%20` and the like decoded; as it is if that gives no UTF-8.
func decodingPercents(_ text: String) -> String {
    guard text.contains("%") else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
        if byte == UInt8(ascii: "%"), rest.count >= 2,
            let decoded = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
        {
            bytes.append(decoded)
            rest = rest.dropFirst(2)
        } else {
            bytes.append(byte)
        }
    }
    return String(validating: bytes, as: UTF8.self) ?? text
}
