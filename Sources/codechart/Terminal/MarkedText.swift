/// A text in lines of at most so many cells, each with carets under what is marked in it.
///
/// - Parameters:
///   - spans: code points of the text.
///   - width: cells; a word that takes more stands on a line of its own.
func markedLines(_ text: String, _ spans: [Range<Int>], width: Int = 100) -> [String] {
    let text = showable(text)
    var isMarked = [Bool](repeating: false, count: text.unicodeScalars.count)
    for span in spans { for position in span.clamped(to: 0..<isMarked.count) { isMarked[position] = true } }
    var lines: [String] = []
    var line = MarkedLine()
    var word = MarkedLine()
    var position = 0
    for character in text {
        let length = character.unicodeScalars.count
        let marked = isMarked[position..<position + length].contains(true)
        position += length
        word.append(character, marked)
        guard character == " " else { continue }
        if line.width + word.width > width + 1, line.width > 0 {
            lines += line.rendered
            line = MarkedLine()
        }
        line.append(word)
        word = MarkedLine()
    }
    if line.width + word.width > width, line.width > 0 {
        lines += line.rendered
        line = MarkedLine()
    }
    line.append(word)
    return lines + line.rendered
}

/// A piece of text and the carets under it.
private struct MarkedLine {
    private var text = ""
    private var carets = ""
    private(set) var width = 0

    mutating func append(_ character: Character, _ isMarked: Bool) {
        let cells = cellWidth(of: character)
        text.append(character)
        carets += String(repeating: isMarked ? "^" : " ", count: cells)
        width += cells
    }

    mutating func append(_ other: MarkedLine) {
        text += other.text
        carets += other.carets
        width += other.width
    }

    /// The line, and its carets if there are any.
    var rendered: [String] {
        [text, carets].map(withoutTrailingSpaces).filter { !$0.isEmpty }
    }
}

private func withoutTrailingSpaces(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
}
