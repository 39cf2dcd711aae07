/// Lines of YAML in the house form: two columns a level, lists of short texts in brackets, long texts on lines of
/// their own.
struct YAMLLines {
    private(set) var text = ""
    /// Columns before a key.
    private var depth = 0
    /// What stands before the next line in the place of its indentation: `- ` of a list item.
    private var lead: String?

    /// Columns of the longest line that is not one word.
    private static let width = 110

    // MARK: Structure

    /// The lines of `body`, one level deeper.
    mutating func nested(_ body: (inout YAMLLines) -> Void) {
        depth += 2
        body(&self)
        depth -= 2
    }

    /// An item of a list: its first line follows a dash.
    mutating func item(_ body: (inout YAMLLines) -> Void) {
        lead = String(repeating: " ", count: depth) + "- "
        nested(body)
        lead = nil
    }

    mutating func key(_ key: String) { line(key + ":") }

    mutating func blank() { text += "\n" }

    private mutating func line(_ content: String) {
        text += (lead ?? String(repeating: " ", count: depth)) + content + "\n"
        lead = nil
    }

    // MARK: Values

    /// A key with something that is YAML already.
    mutating func key(_ key: String, yaml: String) { line(key + ": " + yaml) }

    /// A key with a text.
    mutating func key(_ key: String, text: String) { scalar(text, after: key + ": ") }

    /// A text as an item of a list.
    mutating func item(text: String) { item { $0.scalar(text, after: "") } }

    /// A key with one expression, name or heading, or with a list of them.
    mutating func key(_ key: String, texts: [String]) {
        if texts.count == 1, !texts[0].isEmpty { return self.key(key, text: texts[0]) }
        flow(texts.map { YAMLScalars.inline($0, inFlow: true) }, after: key + ": ")
    }

    /// A key with a list in brackets, in lines of at most ``width`` columns.
    mutating func flow(_ items: [String], after head: String) {
        var current = head + "["
        var room = Self.width - depth
        for (index, item) in items.enumerated() {
            let piece = item + (index == items.count - 1 ? "]" : ",")
            if index > 0, current.count + piece.count + 1 > room {
                line(current)
                current = "  " + piece
                room = Self.width - depth
            } else {
                current += (index == 0 ? "" : " ") + piece
            }
        }
        line(items.isEmpty ? current + "]" : current)
    }

    private mutating func scalar(_ text: String, after head: String) {
        let inline = YAMLScalars.inline(text)
        if text.contains("\n"), YAMLScalars.fitsBlock(text) {
            line(head + "|-")
            block(
                text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }, isItem: head.isEmpty)
        } else if depth + head.count + inline.count > Self.width, YAMLScalars.fitsBlock(text), text.contains(" ") {
            line(head + ">-")
            block(folded(text), isItem: head.isEmpty)
        } else {
            line(head + inline)
        }
    }

    /// The lines of a text below `|-` or `>-`, one level deeper than its key or dash.
    private mutating func block(_ lines: [String], isItem: Bool) {
        let indentation = String(repeating: " ", count: isItem ? depth : depth + 2)
        for content in lines { text += (content.isEmpty ? "" : indentation + content) + "\n" }
    }

    /// The text in lines that YAML joins with one space: cut where one space alone parts two words.
    private func folded(_ text: String) -> [String] {
        let room = Self.width - depth - 2
        var lines: [String] = []
        var current = ""
        for word in words(text) {
            if !current.isEmpty, current.count + word.count + 1 > room {
                lines.append(current)
                current = word
            } else {
                current += (current.isEmpty ? "" : " ") + word
            }
        }
        return lines + [current]
    }

    /// The pieces between single spaces; two spaces and more stay inside a piece.
    private func words(_ text: String) -> [String] {
        let scalars = Array(text.unicodeScalars)
        var words: [String] = []
        var word = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            if scalar == " ", scalars[index - 1] != " ", scalars[index + 1] != " " {
                words.append(String(word))
                word.removeAll()
            } else {
                word.append(scalar)
            }
        }
        return words + [String(word)]
    }
}
