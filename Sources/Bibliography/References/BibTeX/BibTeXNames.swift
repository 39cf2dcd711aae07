import DocumentModel

/// The names of a BibTeX author list, which `and` parts; `and others` is no name.
///
/// - Returns: the names, and whether the list says that there are others.
func bibTeXNames(_ list: String) -> (names: [PersonName], hasOthers: Bool) {
    let parts = splitAtTopLevel(list)
    let names = parts.filter { $0 != "others" }.map(bibTeXName).filter { !$0.family.isEmpty }
    return (names, parts.contains("others"))
}

/// One name: `{World Health Organization}` whole, `van der Berg, Jr, Jan`, `Jan van der Berg`, `Jan {de la Cruz}`, or
/// biblatex's `family=Cruz, given=Maria, prefix=de la`.
private func bibTeXName(_ written: String) -> PersonName {
    if isOneGroup(written[...]) { return PersonName(family: plainText(latex: written)) }
    if written.utf8.contains(UInt8(ascii: "=")), let name = extendedName(written) { return name }
    if !written.utf8.contains(UInt8(ascii: ",")), written.hasSuffix("}"), let start = startOfLastGroup(written) {
        let given = plainText(latex: String(written[..<start]))
        return PersonName(given: given, family: plainText(latex: String(written[start...])))
    }
    let plain = plainText(latex: written)
    return plain.utf8.contains(UInt8(ascii: ",")) ? invertedName(plain) : writtenName(plain)
}

/// biblatex's "extended name format": parts as `key=value`, commas between them.
private func extendedName(_ written: String) -> PersonName? {
    var parts: [String: String] = [:]
    for part in written.split(separator: ",") {
        let pair = part.split(separator: "=", maxSplits: 1).map { plainText(latex: String($0)) }
        guard pair.count == 2 else { return nil }
        parts[pair[0].lowercased()] = pair[1].filter { $0 != "\"" }
    }
    guard let family = parts["family"] else { return nil }
    let whole = [parts["prefix"], family, parts["suffix"]].compactMap(\.self).joined(separator: " ")
    return PersonName(given: parts["given"] ?? "", family: whole)
}

/// The parts between `and`s that stand in no braces.
private func splitAtTopLevel(_ list: String) -> [String] {
    var parts: [String] = []
    var words: [String] = []
    var depth = 0
    for word in list.unicodeScalars.split(whereSeparator: { $0.properties.isWhitespace }) {
        let text = String(String.UnicodeScalarView(word))
        if depth == 0, text.lowercased() == "and" {
            parts.append(words.joined(separator: " "))
            words = []
            continue
        }
        for scalar in word { depth += scalar == "{" ? 1 : scalar == "}" ? -1 : 0 }
        depth = max(0, depth)
        words.append(text)
    }
    parts.append(words.joined(separator: " "))
    return parts.filter { !$0.isEmpty }
}

/// Whether one pair of braces holds everything: an organisation. `{\'E}mile` is not held by its braces.
private func isOneGroup(_ text: Substring) -> Bool {
    guard text.hasPrefix("{"), text.hasSuffix("}"), !text.hasPrefix("{\\") else { return false }
    var depth = 0
    for index in text.indices {
        if text[index] == "{" { depth += 1 }
        if text[index] == "}" { depth -= 1 }
        if depth == 0 { return text.index(after: index) == text.endIndex }
    }
    return false
}

/// Where the group that ends a name begins, if a space stands before it.
private func startOfLastGroup(_ text: String) -> String.Index? {
    var depth = 0
    for index in text.indices.reversed() {
        if text[index] == "}" { depth += 1 }
        if text[index] == "{" { depth -= 1 }
        if depth == 0 { return text[..<index].hasSuffix(" ") && isOneGroup(text[index...]) ? index : nil }
    }
    return nil
}
