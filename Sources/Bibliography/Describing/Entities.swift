/// A text with the character references of HTML decoded, which pages and programs leave in places where there is no
/// markup: `space&#x2010;weather`, `Maria &amp; Katerina`.
func decodingEntities(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
        result += rest[..<start]
        let tail = rest[rest.index(after: start)...]
        let name = tail.prefix(longestEntity).prefix { $0 != ";" && $0 != "&" && !$0.isWhitespace }
        let end = tail.index(tail.startIndex, offsetBy: name.count)
        if end < tail.endIndex, tail[end] == ";", let decoded = character(named: name) {
            result += decoded
            rest = tail[tail.index(after: end)...]
        } else {
            result += "&"
            rest = tail
        }
    }
    return result + rest
}

/// Characters of the longest reference that is decoded, without `&` and `;`.
private let longestEntity = 9

private func character(named name: Substring) -> String? {
    guard name.first == "#" else { return namedCharacters[String(name)] }
    let digits = name.dropFirst()
    let code = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return code.flatMap(Unicode.Scalar.init).map { String($0) }
}

/// References that are common in titles and names.
private let namedCharacters: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–", "mdash": "—",
    "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "hellip": "…", "bull": "•", "middot": "·",
    "eacute": "é", "egrave": "è", "aacute": "á", "agrave": "à", "oacute": "ó", "ouml": "ö", "uuml": "ü", "auml": "ä",
    "ntilde": "ñ", "ccedil": "ç", "iacute": "í", "uacute": "ú", "szlig": "ß", "oslash": "ø", "aring": "å",
]
