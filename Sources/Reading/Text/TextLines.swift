/// A line of a text file.
struct TextLine: Sendable, Hashable {
    /// Without white space around it; inner runs of white space are kept.
    var text: String
    /// Columns before the text; a tab counts as four.
    var indent: Int
    /// 1-based.
    var page: Int

    var isBlank: Bool { text.isEmpty }
}

/// Lines that stand together between blank lines.
struct TextGroup: Sendable, Hashable {
    var lines: [TextLine]
    /// A running head or a page number.
    var isFurniture = false

    var page: Int { lines[0].page }
}

/// The lines of each page; form feeds part pages.
func textPages(of bytes: [UInt8]) -> [[TextLine]] {
    var pages = bytes.split(separator: 0x0C, omittingEmptySubsequences: false)
    // A form feed ends the last page in the output of most programs.
    if pages.count > 1, pages[pages.count - 1].allSatisfy({ $0 <= 0x20 }) { pages.removeLast() }
    return pages.enumerated().map { index, page in
        lines(of: page).map { line(of: $0, page: index + 1) }
    }
}

/// Splits at LF, CR LF and CR.
private func lines(of page: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    page.split(omittingEmptySubsequences: false) { $0 == 0x0A }.flatMap { line in
        let line = line.last == 0x0D ? line.dropLast() : line
        return line.split(separator: 0x0D, omittingEmptySubsequences: false)
    }
}

private func line(of bytes: ArraySlice<UInt8>, page: Int) -> TextLine {
    var indent = 0
    var start = bytes.startIndex
    while start < bytes.endIndex, bytes[start] <= 0x20 {
        indent += bytes[start] == 0x09 ? 4 : 1
        start += 1
    }
    var end = bytes.endIndex
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    let visible = bytes[start..<end].filter { $0 >= 0x20 || $0 == 0x09 }.map { $0 == 0x09 ? 0x20 : $0 }
    return TextLine(text: String(decoding: visible, as: UTF8.self), indent: indent, page: page)
}

/// Lines between blank lines; furniture stands alone and does not part what is around it.
///
/// Where lines are as long as paragraphs are, each line is one.
func textGroups(of pages: [[TextLine]], furniture: Set<TextLine>) -> [TextGroup] {
    let lengths = pages.joined().lazy.filter { !$0.isBlank }.map { $0.text.utf8.count }
    let linesAreParagraphs = lengths.reduce(0, +) > longestWrappedLine * max(lengths.count, 1)
    var groups: [TextGroup] = []
    for page in pages {
        var isOpen = false
        for line in page {
            if line.isBlank {
                isOpen = false
                continue
            }
            if furniture.contains(line) {
                groups.append(TextGroup(lines: [line], isFurniture: true))
                isOpen = false
                continue
            }
            if isOpen, !linesAreParagraphs {
                groups[groups.count - 1].lines.append(line)
            } else {
                groups.append(TextGroup(lines: [line]))
            }
            isOpen = true
        }
    }
    return groups
}

/// Wrapped text has lines of 60 to 100 columns; a mean above this means that nobody wrapped it.
private let longestWrappedLine = 120
