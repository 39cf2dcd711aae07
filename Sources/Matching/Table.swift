/// A constant array without reference counts or bounds checks, for what the matcher's inner loop reads.
///
/// It is valid as long as the ``TableMemory`` that made it.
struct Table<Element: BitwiseCopyable & Sendable>: BitwiseCopyable, Sendable {
    // Nobody writes to it after it was made.
    nonisolated(unsafe) private let base: UnsafePointer<Element>
    let count: Int

    fileprivate init(base: UnsafePointer<Element>, count: Int) {
        self.base = base
        self.count = count
    }

    @inline(__always)
    subscript(index: Int) -> Element { base[index] }

    var indices: Range<Int> { 0..<count }
}

/// Makes tables, and frees them with itself.
struct TableMemory: ~Copyable, @unchecked Sendable {
    private var blocks: [UnsafeMutableRawPointer] = []

    init() {}

    deinit {
        for block in blocks { block.deallocate() }
    }

    mutating func table<Element>(_ elements: [Element]) -> Table<Element> {
        let base = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
        base.initialize(from: elements, count: elements.count)
        blocks.append(UnsafeMutableRawPointer(base))
        return Table(base: UnsafePointer(base), count: elements.count)
    }

    /// Lists one after another, and for each where it begins; at last where they all end.
    mutating func lists<Element>(_ lists: [[Element]]) -> (begins: Table<Int32>, elements: Table<Element>) {
        var begins: [Int32] = [0]
        for list in lists { begins.append(begins.last! + Int32(list.count)) }
        return (table(begins), table(Array(lists.joined())))
    }
}
