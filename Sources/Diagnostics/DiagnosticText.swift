extension Diagnostic {
    /// The diagnostic as people read it, the author's own line with a caret under it.
    ///
    ///     Codebooks/care.yaml:12:9: error: unknown key 'mach'
    ///        12 |         mach: $lack NEAR/4 $money
    ///           |         ^^^^
    ///       did you mean 'match'?
    ///       allowed here: match, under, previous, unless, in, not in, when, weight
    ///
    /// A cell of a spreadsheet is named in the place of the line, and is shown like one:
    ///
    ///     care.xlsx: Codes!H12: error: unknown name $mony
    ///       H12 | $lack NEAR/4 $mony
    ///           |              ^^^^^
    ///
    /// - Parameter source: the text that `place` names (``Place/textName``); without it the line is not shown.
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
        if let cell = place?.cell {
            head += (head.isEmpty ? "" : " ") + "\(cell):"
        } else if let line = place?.line {
            head += "\(line):"
            if let column = place?.column { head += "\(column):" }
        }
        if let page = place?.page { head += "page \(page):" }
        return head + (head.isEmpty ? "" : " ") + "\(severity.rawValue): \(message)"
    }

    private func excerpt(of source: String) -> [String]? {
        guard let line = place?.line, line >= 1 else { return nil }
        // As a Character, CR LF would be no line feed.
        let lines = source.unicodeScalars.split(separator: "\n", maxSplits: line, omittingEmptySubsequences: false)
        guard line <= lines.count else { return nil }
        // A terminal shows a tab as up to eight columns, so the caret line repeats the tabs of the line.
        let whole = lines[line - 1].filter { $0 != "\r" }
        // Of a line that fills a screen, what stands around the caret is shown.
        let cut = whole.count > longestLine ? max(0, (place?.column ?? 1) - 1 - longestLine / 2) : 0
        let start: [Unicode.Scalar] = cut > 0 ? ["…"] : []
        let end: [Unicode.Scalar] = whole.count - cut > longestLine ? ["…"] : []
        let text = start + whole.dropFirst(cut).prefix(longestLine) + end
        let number = place?.cell?.reference ?? String(line)
        let gutter = String(repeating: " ", count: max(0, 5 - number.count))
        var result = ["\(gutter)\(number) | \(String(String.UnicodeScalarView(text)))"]
        if let column = place?.column.map({ $0 - cut + start.count }), column >= 1 {
            let before = text.prefix(column - 1).map { $0 == "\t" ? "\t" : " " }.joined()
            let carets = String(repeating: "^", count: max(1, min(place?.length ?? 1, text.count - column + 1)))
            result.append("      | \(before)\(carets)")
        }
        return result
    }
}

/// Code points of a line that is shown whole.
private let longestLine = 400
