import DocumentModel

/// Joins the lines of a paragraph into one text.
///
/// A hyphen at a line's end is removed when the joined word occurs elsewhere in the text; it stays, without
/// a space, where it does not: `cost-` `effective` is one word.
struct LineJoiner {
    private let words: Set<String>

    init(pages: [[TextLine]]) {
        let lines = pages.joined()
        // Most texts have no hyphen at a line's end, and then no word is looked up.
        guard lines.contains(where: { hyphen(endingLine: $0.text) != nil }) else {
            words = []
            return
        }
        words = Set(lines.lazy.flatMap { $0.text.utf8.split(separator: UInt8(ascii: " ")) }.map(wordLetters))
    }

    /// - Returns: the text, and the hyphens removed with offsets in code points.
    func joined(_ lines: [String]) -> (text: String, joins: [Join]) {
        var text = lines.first ?? ""
        var count = text.scalarCount
        var joins: [Join] = []
        for line in lines.dropFirst() {
            if let hyphen = hyphen(endingLine: text), line.unicodeScalars.first?.properties.isLowercase == true {
                if hyphen == "\u{AD}" || isWord(joining: text, line) {
                    text.unicodeScalars.removeLast()
                    count -= 1
                    joins.append(Join(offset: count, hyphen: String(hyphen)))
                }
            } else {
                text += " "
                count += 1
            }
            text += line
            count += line.scalarCount
        }
        return (text, joins)
    }

    /// Whether the last word of a text and the first of a line make a word that occurs elsewhere.
    private func isWord(joining text: String, _ line: String) -> Bool {
        let space = UInt8(ascii: " ")
        let begin = text.utf8.lastIndex(of: space) ?? text.startIndex
        let end = line.utf8.firstIndex(of: space) ?? line.endIndex
        return words.contains(wordLetters(text[begin...].utf8) + wordLetters(line[..<end].utf8))
    }
}

/// The hyphen at a line's end, if it follows a letter.
private func hyphen(endingLine line: String) -> Unicode.Scalar? {
    let end = line.unicodeScalars.suffix(2)
    guard end.count == 2, let last = end.last, ["-", "\u{AD}", "\u{2010}"].contains(last) else { return nil }
    return end.first?.properties.isAlphabetic == true ? last : nil
}

private func wordLetters(_ word: Substring.UTF8View) -> String {
    String(decoding: letters(of: String(Substring(word))), as: UTF8.self)
}
