/// A growing array without reference counts, uniqueness or bounds checks: the matcher's working memory.
///
/// Everything in the matcher's inner loop lives in these; who reads an element has written it.
struct Buffer<Element: BitwiseCopyable>: ~Copyable {
    private(set) var base: UnsafeMutablePointer<Element>
    private(set) var count = 0
    private var capacity: Int

    init(capacity: Int = 64) {
        self.capacity = capacity
        base = .allocate(capacity: capacity)
    }

    init(repeating element: Element, count: Int) {
        self.init(capacity: max(1, count))
        base.initialize(repeating: element, count: count)
        self.count = count
    }

    /// - Parameter alignment: in bytes, more than that of the element.
    init(repeating element: Element, count: Int, alignment: Int) {
        let memory = UnsafeMutableRawPointer.allocate(
            byteCount: count * MemoryLayout<Element>.stride, alignment: alignment)
        base = memory.initializeMemory(as: Element.self, repeating: element, count: count)
        capacity = count
        self.count = count
    }

    deinit { base.deallocate() }

    @inline(__always)
    subscript(index: Int) -> Element {
        get { base[index] }
        nonmutating set { base[index] = newValue }
    }

    @inline(__always)
    mutating func append(_ element: Element) {
        if count == capacity { grow(to: count + 1) }
        (base + count).initialize(to: element)
        count += 1
    }

    /// Appends where there is room, as ``reserve(_:)`` makes it.
    @inline(__always)
    mutating func appendReserved(_ element: Element) {
        (base + count).initialize(to: element)
        count += 1
    }

    /// Makes room for that many elements.
    mutating func reserve(_ count: Int) {
        if count > capacity { grow(to: count) }
    }

    mutating func removeAll() { count = 0 }

    mutating func truncate(to count: Int) { self.count = count }

    /// Makes room for that many elements and counts them all as written.
    mutating func resize(to count: Int) {
        reserve(count)
        self.count = count
    }

    @inline(never)
    private mutating func grow(to needed: Int) {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: max(needed, 2 * capacity))
        larger.update(from: base, count: count)
        base.deallocate()
        base = larger
        capacity = max(needed, 2 * capacity)
    }
}

extension Buffer where Element: Equatable {
    func contains(_ element: Element) -> Bool {
        for index in 0..<count where self[index] == element { return true }
        return false
    }
}

extension Buffer where Element: Comparable {
    /// Sorts the elements from `start` on.
    func sort(from start: Int) {
        if count - start > Self.fewElements {
            var elements = UnsafeMutableBufferPointer(start: base + start, count: count - start)
            elements.sort()
            return
        }
        var index = start + 1
        while index < count {
            let element = self[index]
            var place = index
            while place > start, element < self[place - 1] {
                self[place] = self[place - 1]
                place -= 1
            }
            self[place] = element
            index += 1
        }
    }

    /// Most lists have one element or two, and come in order or nearly so; up to here they are sorted by insertion.
    private static var fewElements: Int { 24 }
}
