/// Passages that follow each other, to be coded in one go.
///
/// Their texts stand in one buffer, so that a passage needs no memory of its own: there are some twenty for each that
/// is coded.
package struct PassageBatch: Sendable {
    /// Where the texts of a passage stand.
    package struct Item: Sendable {
        /// In ``utf8``.
        package var text: Range<Int>
        /// The passage before, in ``utf8``; nil if there is none.
        package var previous: Range<Int>?
        /// Index into ``contexts``.
        package var context: Int
        package var section: SectionKind?

        package init(text: Range<Int>, previous: Range<Int>?, context: Int, section: SectionKind?) {
            self.text = text
            self.previous = previous
            self.context = context
            self.section = section
        }
    }

    /// What stands over passages that follow each other.
    package struct Context: Sendable {
        /// Outermost first.
        package var headings: [String]
        package var leadIn: String?
        /// The same number as that of the context before where the headings are the same.
        package var path = 0
    }

    package private(set) var utf8: [UInt8]
    /// Texts ascend and do not overlap.
    package private(set) var items: [Item] = []
    /// The first is none.
    package private(set) var contexts: [Context] = [Context(headings: [])]

    /// - Parameter utf8: a text whose parts passages are; valid UTF-8.
    package init(_ utf8: [UInt8] = []) {
        self.utf8 = utf8
    }

    package init(_ passages: [Passage]) {
        self.init()
        utf8.reserveCapacity(passages.reduce(0) { $0 + $1.text.utf8.count + 1 })
        items.reserveCapacity(passages.count)
        for passage in passages {
            let text = append(passage.text)
            let previous = passage.previous.map { append($0) }
            let context = context(headings: passage.headings, leadIn: passage.leadIn)
            append(Item(text: text, previous: previous, context: context, section: passage.section))
        }
    }

    package mutating func append(_ item: Item) { items.append(item) }

    /// Appends a text and says where it stands.
    package mutating func append(_ text: String) -> Range<Int> {
        var text = text
        return text.withUTF8 { append($0) }
    }

    mutating func append(_ text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        let start = utf8.count
        utf8.append(contentsOf: text)
        // Words of neighbours would stand together.
        utf8.append(UInt8(ascii: "\n"))
        return start..<start + text.count
    }

    /// The index of a context: 0 without headings and lead-in, and that of the last one where they are the same.
    package mutating func context(headings: [String], leadIn: String?) -> Int {
        if headings.isEmpty, leadIn == nil { return 0 }
        let last = contexts[contexts.count - 1]
        let isSamePath = isSame(headings, last.headings)
        if isSamePath, isSame(leadIn, last.leadIn) { return contexts.count - 1 }
        contexts.append(Context(headings: headings, leadIn: leadIn, path: isSamePath ? last.path : last.path + 1))
        return contexts.count - 1
    }

    /// A text of the batch.
    package func text(_ range: Range<Int>) -> String { String(decoding: utf8[range], as: UTF8.self) }

    package mutating func removeAll() {
        utf8.removeAll(keepingCapacity: true)
        items.removeAll(keepingCapacity: true)
        contexts.removeLast(contexts.count - 1)
    }
}

private func isSame(_ first: [String], _ second: [String]) -> Bool {
    first.count == second.count && zip(first, second).allSatisfy { $0.hasSameScalars(as: $1) }
}

private func isSame(_ first: String?, _ second: String?) -> Bool {
    guard let first, let second else { return first == nil && second == nil }
    return first.hasSameScalars(as: second)
}
