extension Block {
    /// Boxes of the lines that a quote of this block stands on; empty in formats without geometry.
    ///
    /// - Parameters: offsets of the quote in the document's text.
    package func boxes(from start: Int, to end: Int) -> [Box] {
        lines(from: start, to: end).map { boxes[$0] }
    }

    /// 1-based page on which a quote of this block begins.
    package func page(from start: Int, to end: Int) -> Int {
        lines(from: start, to: end).first.map { boxes[$0].page } ?? page
    }

    private func lines(from start: Int, to end: Int) -> Range<Int> {
        let count = min(boxes.count, lineStarts.count)
        let next = lineStarts[..<count].partitioningIndex { $0 > start }
        // What stands before the first line's start belongs to the first line.
        let first = max(next - 1, 0)
        let last = lineStarts[..<count].partitioningIndex { $0 >= end }
        return first..<max(last, first)
    }
}

extension RandomAccessCollection {
    /// The first index whose element satisfies a predicate that, once true, stays true; binary search.
    func partitioningIndex(where belongsInSecondPart: (Element) -> Bool) -> Index {
        var low = startIndex
        var count = self.count
        while count > 0 {
            let half = count / 2
            let middle = index(low, offsetBy: half)
            if belongsInSecondPart(self[middle]) {
                count = half
            } else {
                low = index(after: middle)
                count -= half + 1
            }
        }
        return low
    }
}
