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
        rendered(in: source.map { SourceLines($0) })
    }

    /// The same for one of many diagnostics in a file.
    package func rendered(in source: SourceLines?) -> String {
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

    private func excerpt(of source: SourceLines) -> [String]? {
        guard let line = place?.line, let text = source.line(line) else { return nil }
        // A terminal shows a tab as up to eight columns, so the caret line repeats the tabs of the line.
        let number = place?.cell?.reference ?? String(line)
        let gutter = String(repeating: " ", count: max(0, 5 - number.count))
        guard let column = place?.column, column >= 1 else {
            return ["\(gutter)\(number) | \(shown(text, from: 0))"]
        }
        // Of a line that fills the screen only the part around the place is shown.
        let first = text.count <= Self.longestLine ? 0 : min(max(0, column - 1 - Self.longestLine / 3), text.count)
        let visible = text[first..<min(text.count, first + Self.longestLine)]
        let before = visible.prefix(column - 1 - first).map { $0 == "\t" ? "\t" : " " }.joined()
        let carets = max(1, min(place?.length ?? 1, first + visible.count - column + 1))
        return [
            "\(gutter)\(number) | \(shown(text, from: first))",
            "      | \(first > 0 ? "  " : "")\(before)\(String(repeating: "^", count: carets))",
        ]
    }

    /// Code points of a line that are shown.
    private static let longestLine = 240

    private func shown(_ line: [Unicode.Scalar], from first: Int) -> String {
        let end = min(line.count, first + Self.longestLine)
        return (first > 0 ? "… " : "") + String(String.UnicodeScalarView(line[first..<end]))
            + (end < line.count ? " …" : "")
    }
}
