/// A DOI as it is compared and printed: lower case, without `doi:` or the address of a resolver; nil if the text
/// holds none.
func normalizedDOI(_ text: String) -> String? {
    firstDOI(in: Array(text.utf8))?.doi
}

/// Whether a URL is that of the DOI resolver.
func isDOIAddress(_ url: String) -> Bool {
    let url = url.lowercased()
    return url.contains("doi.org/10.") || url.hasPrefix("doi:")
}

/// The first DOI in a text and the byte at which it begins.
///
/// A DOI is `10.`, a registrant of four to nine digits, `/`, and a suffix (ISO 26324; the shape follows
/// Crossref's advice on matching DOIs). Punctuation after it belongs to the sentence, and a closing bracket only
/// belongs to it with its opening one: `10.1016/S0140-6736(19)30427-1`.
func firstDOI(in bytes: [UInt8], from start: Int = 0) -> (doi: String, start: Int, end: Int)? {
    var position = start
    while position + 8 < bytes.count + 1 {
        if let end = endOfDOI(in: bytes, at: position) {
            let doi = bytes[position..<end].filter { $0 != 0x20 }
            return (String(decoding: doi, as: UTF8.self).lowercased(), position, end)
        }
        position += 1
    }
    return nil
}

private func endOfDOI(in bytes: [UInt8], at start: Int) -> Int? {
    guard bytes[start...].starts(with: "10.".utf8) else { return nil }
    // "110.1234/x" is no DOI.
    if start > 0, isDigit(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: ".") { return nil }
    var position = start + 3
    while position < bytes.count, isDigit(bytes[position]) || bytes[position] == UInt8(ascii: ".") { position += 1 }
    guard (4...12).contains(position - start - 3), position < bytes.count, bytes[position] == UInt8(ascii: "/") else {
        return nil
    }
    let suffix = position + 1
    position = suffix
    while position < bytes.count, isSuffixByte(bytes[position]) || isBreak(bytes, at: position) { position += 1 }
    let end = endWithoutPunctuation(bytes, from: suffix, to: position)
    return end > suffix ? end : nil
}

/// Whether the space at a position came with the end of a line inside a DOI: `10.1136/ bmjopen-2021-0492`,
/// `10.1136/bmjopen-2021- 0492`. No DOI ends with a slash or a hyphen; behind the space its number must go on.
private func isBreak(_ bytes: [UInt8], at position: Int) -> Bool {
    guard bytes[position] == 0x20, [UInt8(ascii: "/"), UInt8(ascii: "-")].contains(bytes[position - 1]) else {
        return false
    }
    let word = bytes[(position + 1)...].prefix { isSuffixByte($0) }
    guard let first = word.first, isSuffixByte(first), first != UInt8(ascii: "("), word.contains(where: isDigit) else {
        return false
    }
    return !word.starts(with: "http".utf8) && !word.starts(with: "10.".utf8)
}

private func isSuffixByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
    default: "-._;()/:<>#+[]".utf8.contains(byte)
    }
}

private func endWithoutPunctuation(_ bytes: [UInt8], from start: Int, to limit: Int) -> Int {
    var end = limit
    while end > start {
        let last = bytes[end - 1]
        if ".,;:<>#+-_/[".utf8.contains(last) || last == UInt8(ascii: "(") {
            end -= 1
        } else if last == UInt8(ascii: ")") || last == UInt8(ascii: "]") {
            let opening = last == UInt8(ascii: ")") ? UInt8(ascii: "(") : UInt8(ascii: "[")
            let inner = bytes[start..<end]
            guard inner.count(where: { $0 == last }) > inner.count(where: { $0 == opening }) else { return end }
            end -= 1
        } else {
            return end
        }
    }
    return end
}

func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}
