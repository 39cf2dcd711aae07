/// Finds the lines of a strategy in a text; a text that is none is one line.
///
/// Lines have numbers in front (`1.`, `#1`, `S1`), or none, where one of them consists of references. Databases list
/// the newest search first or last: the one with the greatest number is the result.
struct StrategyScanner {
    let dialect: Dialect
    let scalars: [Unicode.Scalar]
    var findings: Findings

    mutating func lines() -> [StrategyLine] {
        let pieces = pieces()
        let labels = pieces.map { label($0) }
        if labels.count == 1, let only = labels[0], only.isCertain {
            return [StrategyLine(number: only.number, range: only.end..<pieces[0].upperBound)]
        }
        if pieces.count > 1, labels[0] != nil, labels.compactMap({ $0 }).count > 1 { return numbered(pieces, labels) }
        if pieces.dropFirst().contains(where: refersOnly) {
            return pieces.enumerated().map { StrategyLine(number: $0 + 1, range: $1) }
        }
        return [StrategyLine(number: 1, range: 0..<scalars.count)]
    }

    private mutating func numbered(
        _ pieces: [Range<Int>], _ labels: [(number: Int, end: Int, isCertain: Bool)?]
    ) -> [StrategyLine] {
        var result: [StrategyLine] = []
        for (whole, label) in zip(pieces, labels) {
            let piece = whole.lowerBound..<withoutSettings(whole)
            if let label {
                result.append(
                    StrategyLine(number: label.number, range: label.end..<withoutCount(label.end..<piece.upperBound)))
            } else {
                // A long search goes on over several lines.
                result[result.count - 1].range = result.last!.range.lowerBound..<withoutCount(piece)
            }
        }
        let sorted = result.sorted { ($0.number, $0.range.lowerBound) < ($1.number, $1.range.lowerBound) }
        for (line, next) in zip(sorted, sorted.dropFirst()) where line.number == next.number {
            findings.error("duplicate-line", "line \(line.number) stands here again", next.range)
        }
        return sorted
    }

    /// The lines of the text that are not empty, without what EBSCO writes under a search.
    private mutating func pieces() -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        while start < scalars.count {
            let stop = scalars[start...].firstIndex(of: "\n") ?? scalars.count
            let trimmed = trimmed(start..<stop)
            if !trimmed.isEmpty, !isSetting(trimmed) { result.append(trimmed) }
            start = stop + 1
        }
        return result
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var range = range
        while let first = scalars[range].first, first.properties.isWhitespace { range.removeFirst() }
        while let last = scalars[range].last, last.properties.isWhitespace { range.removeLast() }
        return range
    }

    private static let settings = [
        "limiters -", "expanders -", "search modes -", "narrow by", "interface -", "database -",
    ]

    private mutating func isSetting(_ range: Range<Int>) -> Bool {
        let start = text(range.lowerBound..<min(range.upperBound, range.lowerBound + 14)).lowercased()
        guard Self.settings.contains(where: start.hasPrefix) else { return false }
        findings.warning("limit", "'\(text(range))' is no search and is dropped", range)
        return true
    }

    /// The end of a search before the settings that a table of searches has in its next columns.
    private mutating func withoutSettings(_ range: Range<Int>) -> Int {
        let tabs = range.filter { scalars[$0] == "\t" }
        for tab in tabs where isSetting(tab + 1..<range.upperBound) {
            return trimmed(range.lowerBound..<tab).upperBound
        }
        return range.upperBound
    }

    private func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }

    /// The number in front of a line, and where its search begins; certain where a sign says that it is one.
    private func label(_ range: Range<Int>) -> (number: Int, end: Int, isCertain: Bool)? {
        var index = range.lowerBound
        let hasSign = ["#", "S", "s"].contains(scalars[index])
        if hasSign { index += 1 }
        let digits = index
        while index < range.upperBound, index - digits < 6, ("0"..."9").contains(scalars[index]) { index += 1 }
        guard index > digits, let number = Int(text(digits..<index)) else { return nil }
        let hasPoint = index < range.upperBound && [".", ":", ")"].contains(scalars[index])
        if hasPoint { index += 1 }
        guard index < range.upperBound, scalars[index].properties.isWhitespace else { return nil }
        while scalars[index].properties.isWhitespace { index += 1 }
        let word = scalars[index..<range.upperBound].prefix { !$0.properties.isWhitespace && $0 != "(" }
        let next = String(String.UnicodeScalarView(word)).lowercased()
        guard Joint.words[next] == nil, dialect.proximity(next) == nil else { return nil }
        return (number, index, hasPoint && !hasSign)
    }

    /// The end of a search without the number of its results: after a tab, two spaces, or in parentheses.
    private mutating func withoutCount(_ range: Range<Int>) -> Int {
        var start = range.upperBound
        func scalar(_ index: Int) -> Unicode.Scalar? { index > range.lowerBound ? scalars[index - 1] : nil }
        let hasParentheses = scalar(start) == ")"
        if hasParentheses { start -= 1 }
        let digits = start
        while let last = scalar(start), ("0"..."9").contains(last) || last == "," { start -= 1 }
        guard start < digits else { return range.upperBound }
        if hasParentheses {
            guard scalar(start) == "(" else { return range.upperBound }
            start -= 1
        }
        guard let space = scalar(start), space.properties.isWhitespace,
            hasParentheses || space == "\t" || scalar(start - 1)?.properties.isWhitespace == true
        else { return range.upperBound }
        findings.warnOnce("result-count", "numbers of results are dropped", start..<range.upperBound)
        return start
    }

    /// Whether a line has nothing but numbers of lines and operators.
    private func refersOnly(_ range: Range<Int>) -> Bool {
        guard range.count < 2000 else { return false }
        var hasNumber = false
        for part in text(range).lowercased().split(whereSeparator: { " ()/,-\t".contains($0) }) {
            if Joint.words[String(part)] != nil { continue }
            let digits = part.first == "#" || part.first == "s" ? part.dropFirst() : part
            guard !digits.isEmpty, digits.allSatisfy({ ("0"..."9").contains($0) }) else { return false }
            hasNumber = true
        }
        return hasNumber
    }
}
