/// The mark at the beginning of a list item or a numbered heading.
struct LineMarker: Sendable, Hashable {
    /// `1.2` has two; bullets none.
    var numbers: [Int] = []
    /// The line without the mark.
    var rest: String

    var isBullet: Bool { numbers.isEmpty }
}

/// Reads `-`, `•`, `1.`, `(2)`, `3.1`, `b)` with a space after it.
func marker(of line: String) -> LineMarker? {
    guard let space = line.utf8.firstIndex(of: UInt8(ascii: " ")) else { return nil }
    let mark = line[..<space]
    let rest = String(line[space...].drop { $0 == " " })
    guard !rest.isEmpty, mark.utf8.count <= 8 else { return nil }
    if ["-", "*", "+", "•", "–", "—", "▪", "■", "◦", "‣", "·", "●", "○", "", "➢", "✓"].contains(mark) {
        return LineMarker(rest: rest)
    }
    let isOpen = mark.utf8.first == UInt8(ascii: "(")
    let isClosed = mark.utf8.last == UInt8(ascii: ")")
    let isDotted = mark.utf8.last == UInt8(ascii: ".")
    let body = mark.utf8.dropFirst(isOpen ? 1 : 0).dropLast(isClosed || isDotted ? 1 : 0)
    guard isOpen ? isClosed : true else { return nil }
    if body.count == 1, isClosed, let letter = body.first, isASCIILetter(letter) {
        return LineMarker(numbers: [Int(asciiLowercased(letter) - UInt8(ascii: "a")) + 1], rest: rest)
    }
    let parts = body.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.count <= 3 ? Int(String(decoding: $0, as: UTF8.self)) : nil }
    guard !numbers.isEmpty, numbers.count == parts.count else { return nil }
    // "12 patients" is no item, "2.1 Methods" is.
    return isClosed || isDotted || numbers.count > 1 ? LineMarker(numbers: numbers, rest: rest) : nil
}
