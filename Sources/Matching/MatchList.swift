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
        /// Code points of the text: the words that take part in any satisfying combination, a phrase as one span;
        /// sorted by beginning, then end, without repetition.
        package var spans: ArraySlice<Range<Int>>

        package init(part: Int, entry: Int, spans: ArraySlice<Range<Int>>) {
            self.part = part
            self.entry = entry
            self.spans = spans
        }
    }

    private struct Record: Sendable, Hashable {
        var part: Int
        var entry: Int
        /// Index of its first span.
        var firstSpan: Int
    }

    private var records: [Record] = []
    private var spans: [Range<Int>] = []

    package init() {}

    package var startIndex: Int { 0 }
    package var endIndex: Int { records.count }

    package subscript(index: Int) -> Match {
        let record = records[index]
        let end = index + 1 < records.count ? records[index + 1].firstSpan : spans.count
        return Match(part: record.part, entry: record.entry, spans: spans[record.firstSpan..<end])
    }

    /// The entry of the match at an index.
    package func entry(at index: Int) -> Int { records[index].entry }

    /// Begins a match, whose spans are appended next.
    mutating func begin(part: Int, entry: Int) {
        records.append(Record(part: part, entry: entry, firstSpan: spans.count))
    }

    mutating func append(_ span: Range<Int>) { spans.append(span) }
}
