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
            codes.matches[match].spans = codes.matches[match].spans.compactMap { span in
                guard span.source == .text else { return span }
                var span = span
                span.start = max(span.start - start, 0)
                span.end = min(span.end - start, length)
                return span.start < span.end ? span : nil
            }
        }
        return codes
    }
}
