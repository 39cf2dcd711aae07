/// Texts in plots: their size, and how they are broken into lines.
///
/// Nothing measures fonts here: widths are estimates, so that the bytes are the same wherever the tool runs.
enum PlotText {
    /// In pixels, like all lengths here.
    static let size = 13
    static let lineHeight = 16

    /// The width of a text of the usual size; an em for the scripts of East Asia, a little more than half for others.
    static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? size * 100 : size * 58) } / 100
    }

    /// A text in lines that fit; what needs more lines than there may be ends with `…`.
    static func lines(_ text: String, width: Int, atMost limit: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(whereSeparator: \.isWhitespace).flatMap({ pieces(of: $0, width: width) }) {
            let longer = line.isEmpty ? word : line + " " + word
            if Self.width(longer) <= width {
                line = longer
            } else {
                lines.append(line)
                line = word
            }
        }
        if !line.isEmpty { lines.append(line) }
        guard lines.count > limit else { return lines.isEmpty ? [""] : lines }
        var last = lines[limit - 1]
        while !last.isEmpty, Self.width(last + "…") > width { last.removeLast() }
        return Array(lines[..<(limit - 1)]) + [last + "…"]
    }

    /// A word that is wider than a line, in pieces that are not.
    private static func pieces(of word: Substring, width: Int) -> [String] {
        guard Self.width(String(word)) > width else { return [String(word)] }
        return word.reduce(into: [""]) { pieces, character in
            if Self.width(pieces[pieces.count - 1] + String(character)) > width { pieces.append("") }
            pieces[pieces.count - 1].append(character)
        }
    }
}
