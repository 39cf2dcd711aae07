/// Where a passage's first word begins, behind bullets and numbering (`•`, `3.`, `2.1)`, `(a)`, `iv.`), in code points;
/// the passage's length if it has no word.
func startOfFirstWord(in text: String) -> Int {
    var offset = 0
    var rest = text.unicodeScalars[...]
    while let first = rest.first {
        guard isPartOfWord(first) else {
            rest.removeFirst()
            offset += 1
            continue
        }
        let word = rest.prefix { isPartOfWord($0) || $0 == "." }
        guard let length = numberingLength(word, before: rest[word.endIndex...].first) else { return offset }
        rest = rest.dropFirst(length)
        offset += length
    }
    return offset
}

/// Digits with dots, one letter, or a small Roman numeral, with a full stop or bracket behind it; nil for a word.
private func numberingLength(_ word: Substring.UnicodeScalarView, before next: Unicode.Scalar?) -> Int? {
    guard word.last == "." || next == ")" else { return nil }
    let parts = word.split(separator: ".")
    let isNumber = parts.allSatisfy { $0.allSatisfy { $0.properties.numericType != nil } }
    guard isNumber || parts.count == 1 && isLetterOrRomanNumeral(parts[0]) else { return nil }
    return word.count
}

private func isLetterOrRomanNumeral(_ part: Substring.UnicodeScalarView) -> Bool {
    part.count == 1 || part.count <= longestRomanNumeral && part.allSatisfy { "ivx".unicodeScalars.contains($0) }
}

/// `xviii`.
private let longestRomanNumeral = 5

private func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
}
