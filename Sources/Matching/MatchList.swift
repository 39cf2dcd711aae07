/// The entries that hold in the parts of a text, and where: part by part, in each by entry.
///
/// Flat, for a text may have more matches than sentences.
package struct MatchList: Sendable, Hashable, RandomAccessCollection {
    /// An entry that holds in a part.
    package struct Match: Sendable, Hashable {
        /// Number of the part.
        package var part: Int
        /// Index of the entry.
        package var entry: Int
        /// Code points from the beginning of the part: the words that take part in any satisfying combination, a phrase
        /// as one span; sorted by beginning, then end, without repetition.
        package var spans: Spans

        package init(part: Int, entry: Int, spans: Spans) {
            self.part = part
            self.entry = entry
            self.spans = spans
        }
    }

    /// Spans of one match.
    package struct Spans: Sendable, Hashable, RandomAccessCollection, ExpressibleByArrayLiteral {
        fileprivate var spans: ArraySlice<Span>

        package init(_ spans: [Range<Int>]) { self.spans = spans.map { Span($0) }[...] }

        package init(arrayLiteral spans: Range<Int>...) { self.init(spans) }

        fileprivate init(spans: ArraySlice<Span>) { self.spans = spans }

        package var startIndex: Int { spans.startIndex }
        package var endIndex: Int { spans.endIndex }
        package subscript(index: Int) -> Range<Int> { Int(spans[index].start)..<Int(spans[index].end) }
    }

    @usableFromInline struct Record: BitwiseCopyable, Sendable, Hashable {
        @usableFromInline var part: Int32
        @usableFromInline var entry: Int32
        /// Index of its first span.
        @usableFromInline var firstSpan: Int32
    }

    @usableFromInline struct Span: BitwiseCopyable, Sendable, Hashable {
        @usableFromInline var start: Int32
        @usableFromInline var end: Int32

        @inline(__always)
        init(_ range: Range<Int>) {
            start = Int32(truncatingIfNeeded: range.lowerBound)
            end = Int32(truncatingIfNeeded: range.upperBound)
        }
    }

    @usableFromInline let records: [Record]
    @usableFromInline let spans: [Span]

    /// No matches.
    package init() {
        records = []
        spans = []
    }

    init(records: borrowing Buffer<Record>, spans: borrowing Buffer<Span>) {
        self.records = Array(UnsafeBufferPointer(start: records.base, count: records.count))
        self.spans = Array(UnsafeBufferPointer(start: spans.base, count: spans.count))
    }

    package var startIndex: Int { 0 }
    @inlinable package var endIndex: Int { records.count }

    package subscript(index: Int) -> Match {
        let record = records[index]
        let end = index + 1 < records.count ? Int(records[index + 1].firstSpan) : spans.count
        return Match(
            part: Int(record.part), entry: Int(record.entry),
            spans: Spans(spans: spans[Int(record.firstSpan)..<end]))
    }

    /// Calls `body` with every span in order, without the cost of a match each.
    @inlinable
    package func forEachSpan(_ body: (_ part: Int, _ entry: Int, _ span: Range<Int>) -> Void) {
        var index = 0
        for number in records.indices {
            let record = records[number]
            let end = number + 1 < records.count ? Int(records[number + 1].firstSpan) : spans.count
            while index < end {
                body(Int(record.part), Int(record.entry), Int(spans[index].start)..<Int(spans[index].end))
                index += 1
            }
        }
    }

    /// Calls `body` with every span of the match at an index, without the cost of a match.
    @inlinable
    package func forEachSpan(at index: Int, _ body: (Range<Int>) -> Void) {
        let end = index + 1 < records.count ? Int(records[index + 1].firstSpan) : spans.count
        for span in Int(records[index].firstSpan)..<end { body(Int(spans[span].start)..<Int(spans[span].end)) }
    }

    /// The part of the match at an index.
    @inlinable package func part(at index: Int) -> Int { Int(records[index].part) }

    /// The entry of the match at an index.
    @inlinable package func entry(at index: Int) -> Int { Int(records[index].entry) }
}
