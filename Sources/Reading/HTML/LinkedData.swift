/// Bibliographic strings of a JSON-LD script: `headline`, `datePublished`, `dateModified`, `author`,
/// `author.organization`, `publisher`, `isPartOf`.
///
/// Reads the tokens of JSON without building a tree: only strings count, and only where they stand directly
/// under a key or under its `name`. What is no JSON gives what was found before the error.
func linkedData(_ json: String) -> [(name: String, value: String)] {
    var scanner = JSONScanner(bytes: Array(json.utf8))
    var found: [(name: String, value: String)] = []
    // The open objects and arrays; an array takes the key that it stands under.
    var path: [OpenValue] = []
    var key: String?
    while let token = scanner.next() {
        switch token {
        case .open(let isObject):
            path.append(OpenValue(key: isObject ? key : (key ?? path.last?.key), firstFound: found.count))
            if isObject { key = nil }
        case .close:
            guard let closed = path.popLast() else { break }
            key = closed.key
            closed.revise(&found)
        case .key(let name):
            key = name
        case .string(let value):
            if key == "@type", !path.isEmpty {
                path[path.count - 1].type = value
            } else if let name = propertyName(key: key, owner: path.last?.key) {
                found.append((name, value))
            }
        }
    }
    return found
}

/// An object or array that is open where the scanner stands.
private struct OpenValue {
    /// The key that it stands under.
    var key: String?
    /// The schema.org type that an object gives itself.
    var type: String?
    /// Number of strings found before it.
    var firstFound: Int

    /// What its type, which may come after its name, says of the strings found in it: an organisation is no person,
    /// and a page is part of its site as an article is of its journal.
    func revise(_ found: inout [(name: String, value: String)]) {
        switch (key, type) {
        case ("author", "Organization"), ("author", "NewsMediaOrganization"), ("author", "GovernmentOrganization"),
            ("author", "Corporation"), ("author", "EducationalOrganization"):
            for index in found.indices[firstFound...] where found[index].name == "author" {
                found[index].name = "author.organization"
            }
        case ("isPartOf", "WebSite"), ("isPartOf", "WebPage"), ("isPartOf", "CreativeWork"), ("isPartOf", "Blog"),
            ("isPartOf", "CollectionPage"):
            let kept = found[firstFound...].filter { $0.name != "isPartOf" }
            found.replaceSubrange(firstFound..., with: kept)
        default: break
        }
    }
}

private func propertyName(key: String?, owner: String?) -> String? {
    switch (key, owner) {
    case ("headline", _): "headline"
    case ("datePublished", "comment"), ("datePublished", "review"): nil
    case ("datePublished", _): "datePublished"
    case ("dateModified", _): "dateModified"
    // Comments and reviews have authors of their own.
    case ("author", "comment"), ("author", "review"): nil
    case ("author", _), ("name", "author"): "author"
    case ("publisher", _), ("name", "publisher"): "publisher"
    case ("name", "isPartOf"): "isPartOf"
    default: nil
    }
}

private struct JSONScanner {
    enum Token {
        case open(isObject: Bool)
        case close
        case key(String)
        case string(String)
    }

    let bytes: [UInt8]
    private var position = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The next bracket, key or string; numbers, words and separators are passed over.
    mutating func next() -> Token? {
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "{"): return .open(isObject: true)
            case UInt8(ascii: "["): return .open(isObject: false)
            case UInt8(ascii: "}"), UInt8(ascii: "]"): return .close
            case UInt8(ascii: "\""):
                guard let text = string() else { return nil }
                return isKey() ? .key(text) : .string(text)
            default: break
            }
        }
        return nil
    }

    private mutating func isKey() -> Bool {
        while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
        return position < bytes.count && bytes[position] == UInt8(ascii: ":")
    }

    /// The string after its opening quote; nil if it has no end.
    private mutating func string() -> String? {
        var units: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") { return String(decoding: units, as: UTF8.self) }
            guard byte == UInt8(ascii: "\\"), position < bytes.count else {
                units.append(byte)
                continue
            }
            let escaped = bytes[position]
            position += 1
            switch escaped {
            case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "f"):
                units.append(UInt8(ascii: " "))
            case UInt8(ascii: "u"): appendUTF8(escapedScalar(), to: &units)
            default: units.append(escaped)
            }
        }
        return nil
    }

    /// The scalar of `XXXX` or `XXXX\uXXXX`.
    private mutating func escapedScalar() -> Unicode.Scalar {
        let high = hexadecimal()
        guard (0xD800..<0xDC00).contains(high), position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
            bytes[position + 1] == UInt8(ascii: "u")
        else { return Unicode.Scalar(high) ?? "\u{FFFD}" }
        position += 2
        let low = hexadecimal()
        guard (0xDC00..<0xE000).contains(low) else { return "\u{FFFD}" }
        return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func hexadecimal() -> UInt32 {
        let digits = bytes[position..<min(position + 4, bytes.count)]
        position = digits.endIndex
        return UInt32(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0xFFFD
    }
}
