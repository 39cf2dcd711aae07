extension PassageCodes {
    /// The same codes with the spans in the passage's text counted from the start of the statement. What lies in
    /// the trimmed ends is cut off: a span always lies in the text that it names.
    ///
    /// - Parameters:
    ///   - start: code points that were trimmed before the statement; negative if it begins earlier.
    ///   - length: code points of the statement.
    package func relative(to start: Int, length: Int) -> PassageCodes {
        var codes = self
        for match in codes.matches.indices {
            codes.matches[match].spans = codes.matches[match].spans[...].relative(to: start, length: length)
        }
        return codes
    }
}

extension ArraySlice<MatchSpan> {
    /// The spans of a match counted as ``PassageCodes/relative(to:length:)`` says.
    func relative(to start: Int, length: Int) -> [MatchSpan] {
        var result: [MatchSpan] = []
        result.reserveCapacity(count)
        for var span in self {
            if span.source == .text {
                span.start = Swift.max(span.start - start, 0)
                span.end = Swift.min(span.end - start, length)
                if span.start >= span.end { continue }
            }
            result.append(span)
        }
        return result
    }
}
