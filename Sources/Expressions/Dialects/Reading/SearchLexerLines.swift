// References to lines of the strategy, and commands on lines.

extension SearchLexer {
    /// `#3`, `S3`, `or/1-5,7`.
    mutating func lines(_ text: String, _ range: Range<Int>) -> Bool {
        let first = scalars[range.lowerBound]
        guard first == "#" || first == "s" || first == "S" || text.utf8.contains(0x2F) else { return false }
        if let line = lineNumber(text) {
            append(.lines([line], .or), range)
            return true
        }
        guard dialect.lineForms.contains(.number), let slash = text.firstIndex(of: "/"),
            let joint = Joint.words[text[..<slash].lowercased()], joint != .not,
            let numbers = lineNumbers(text[text.index(after: slash)...])
        else { return false }
        append(.lines(numbers, joint), range)
        return true
    }

    private func lineNumber(_ text: String) -> Int? {
        guard let sign = text.first else { return nil }
        let isReference =
            sign == "#" && dialect.lineForms.contains(.hash)
            || (sign == "S" || sign == "s") && dialect.lineForms.contains(.letterS)
        return isReference ? naturalNumber(text.dropFirst()) : nil
    }

    private func naturalNumber(_ text: Substring) -> Int? {
        guard !text.isEmpty, text.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
        return Int(text).flatMap { $0 > 0 ? $0 : nil }
    }

    /// No strategy has more lines; a range must not make a list that fills the memory.
    private static let maximumLines = 10_000

    /// `1-5,7`, also with `#`.
    private func lineNumbers(_ text: Substring) -> [Int]? {
        var result: [Int] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let bounds = part.split(separator: "-", omittingEmptySubsequences: false).map {
                naturalNumber($0.drop { $0 == " " || $0 == "#" })
            }
            guard let first = bounds.first ?? nil, let last = bounds.last ?? nil, bounds.count <= 2, first <= last,
                last - first + result.count < Self.maximumLines
            else { return nil }
            result += first...last
        }
        return result.isEmpty ? nil : result
    }

    /// Cochrane's `{or #1-#5}`.
    mutating func linesInBraces(_ range: Range<Int>) -> Bool {
        let inner = text(range.lowerBound + 1..<range.upperBound - 1).split(separator: " ", maxSplits: 1)
        guard inner.count == 2, let joint = Joint.words[inner[0].lowercased()], joint != .not,
            let numbers = lineNumbers(inner[1])
        else { return false }
        append(.lines(numbers, joint), range)
        return true
    }

    /// Ovid's `limit 5 to english language` and `remove duplicates from 5`: the line that they start from.
    mutating func commandOnLine() -> Bool {
        let words = text(position..<min(end, position + 60)).lowercased().split(separator: " ")
        let isLimit = words.count > 2 && words[0] == "limit" && words[2] == "to"
        let isRemoval = words.count > 3 && words[..<3] == ["remove", "duplicates", "from"]
        guard isLimit || isRemoval, let line = naturalNumber(words[isLimit ? 1 : 3]) else { return false }
        findings.warning(
            "limit", "'\(text(position..<end))' is no condition on the text; line \(line) is taken as it is",
            position..<end, help: "language, year and type of publication are no part of an expression")
        append(.lines([line], .or), position..<end)
        return true
    }
}
