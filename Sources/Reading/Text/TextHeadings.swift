/// A heading of a text file.
struct TextHeading: Sendable, Hashable {
    var text: String
    var level: Int
    /// How many lines of its group it takes.
    var lines: Int
}

/// A heading is rarely longer; a longer line without a full stop is a pull quote or a caption.
private let longestHeadingWords = 14

/// Reads a heading at the beginning of a group: marked as in Markdown, or a short line between blank lines
/// that is numbered, in capitals, a known section's name, or has text after it and no full stop.
func textHeading(_ group: TextGroup, after previous: TextGroup?, before next: TextGroup?) -> TextHeading? {
    let line = group.lines[0].text
    if let heading = markedHeading(group) { return heading }
    guard group.lines.count == 1, wordCount(line) <= longestHeadingWords, line.utf8.count > 1,
        let last = line.unicodeScalars.last, ![".", ",", ";", ":"].contains(last), !isRule(line)
    else { return nil }
    if let mark = marker(of: line) {
        guard !mark.isBullet, !isListed(mark, beside: previous), !isListed(mark, beside: next) else { return nil }
        let known = sectionKind(ofHeading: line) != nil
        return known || next != nil ? TextHeading(text: line, level: mark.numbers.count, lines: 1) : nil
    }
    if sectionKind(ofHeading: line) != nil || isInCapitals(line) { return TextHeading(text: line, level: 1, lines: 1) }
    guard line.unicodeScalars.first?.properties.isUppercase == true, previous == nil || isProse(next),
        next?.lines[0].text.unicodeScalars.first?.properties.isLowercase != true
    else { return nil }
    return TextHeading(text: line, level: 2, lines: 1)
}

/// `## Heading`, or a line underlined with `=` or `-`.
private func markedHeading(_ group: TextGroup) -> TextHeading? {
    let line = group.lines[0].text
    let signs = line.utf8.prefix { $0 == UInt8(ascii: "#") }.count
    if (1...6).contains(signs), line.utf8.dropFirst(signs).first == UInt8(ascii: " ") {
        let text = String(line.drop { $0 == "#" || $0 == " " })
        return text.isEmpty ? nil : TextHeading(text: text, level: signs, lines: 1)
    }
    guard group.lines.count > 1, !isRule(line), isRule(group.lines[1].text), wordCount(line) <= longestHeadingWords
    else { return nil }
    return TextHeading(text: line, level: group.lines[1].text.hasPrefix("=") ? 1 : 2, lines: 2)
}

/// Whether the group beside a numbered line is the item before or after it.
private func isListed(_ mark: LineMarker, beside group: TextGroup?) -> Bool {
    guard let group, group.lines.count < 4, let other = marker(of: group.lines[0].text),
        other.numbers.count == mark.numbers.count, let number = mark.numbers.last, let otherNumber = other.numbers.last
    else { return false }
    return abs(number - otherNumber) == 1
}

private func isInCapitals(_ line: String) -> Bool {
    var letters = 0
    for scalar in line.unicodeScalars {
        if scalar.properties.isLowercase { return false }
        if scalar.properties.isAlphabetic { letters += 1 }
    }
    return letters >= 3
}

/// Whether a group is text that a heading could stand above.
private func isProse(_ group: TextGroup?) -> Bool {
    guard let group else { return false }
    let words = group.lines.reduce(0) { $0 + wordCount($1.text) }
    return words > longestHeadingWords || marker(of: group.lines[0].text) != nil
}

private func wordCount(_ line: String) -> Int {
    line.utf8.split(separator: UInt8(ascii: " ")).count
}
