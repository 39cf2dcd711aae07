extension Diagnostic {
    /// The diagnostic as people read it, the author's own line with a caret under it.
    ///
    ///     Codebooks/care.yaml:12:9: error: unknown key 'mach'
    ///        12 |         mach: $lack NEAR/4 $money
    ///           |         ^^^^
    ///       did you mean 'match'?
    ///       allowed here: match, under, previous, unless, in, not in, when, weight
    ///
    /// - Parameter source: the text of the file that `place` names; without it the line is not shown.
    package func rendered(source: String? = nil) -> String {
        var lines = [heading]
        if let source, let excerpt = excerpt(of: source) { lines += excerpt }
        if let suggestion { lines.append("  did you mean '\(suggestion)'?") }
        if let help { lines += help.split(separator: "\n").map { "  " + $0 } }
        return lines.joined(separator: "\n")
    }

    private var heading: String {
        var head = ""
        if let file = place?.file { head += file + ":" }
        if let line = place?.line { head += "\(line):" }
        if let column = place?.column, place?.line != nil { head += "\(column):" }
        if let page = place?.page { head += "page \(page):" }
        return head + (head.isEmpty ? "" : " ") + "\(severity.rawValue): \(message)"
    }

    private func excerpt(of source: String) -> [String]? {
        guard let line = place?.line, line >= 1 else { return nil }
        // As a Character, CR LF would be no line feed.
        let lines = source.unicodeScalars.split(separator: "\n", maxSplits: line, omittingEmptySubsequences: false)
        guard line <= lines.count else { return nil }
        // A terminal shows a tab as up to eight columns, so the caret line repeats the tabs of the line.
        let text = Array(lines[line - 1].filter { $0 != "\r" })
        let number = String(line)
        let gutter = String(repeating: " ", count: max(0, 5 - number.count))
        let window = window(of: text.count)
        let shown = text[window]
        let (start, end) = (window.lowerBound > 0 ? "…" : "", window.upperBound < text.count ? "…" : "")
        var result = ["\(gutter)\(number) | \(start)\(String(String.UnicodeScalarView(shown)))\(end)"]
        if let column = place?.column, column >= 1 {
            let offset = column - 1 - window.lowerBound
            let before = shown.prefix(offset).map { $0 == "\t" ? "\t" : " " }.joined()
            let carets = String(repeating: "^", count: max(1, min(place?.length ?? 1, shown.count - offset)))
            result.append("      | \(start.isEmpty ? "" : " ")\(before)\(carets)")
        }
        return result
    }

    /// What is shown of a line of this many code points: all, or the place and what is around it in a line so long that
    /// a terminal would break it.
    private func window(of count: Int) -> Range<Int> {
        guard count > Self.widestLine, let column = place?.column, (1...count + 1).contains(column) else {
            return 0..<count
        }
        let start = max(0, min(column - 1 - Self.shownBefore, count - Self.widestLine))
        return start..<min(count, start + Self.widestLine)
    }

    /// Code points; search strings have thousands.
    private static let widestLine = 160
    private static let shownBefore = 40
}
