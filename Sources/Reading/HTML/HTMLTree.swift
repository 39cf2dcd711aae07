/// An element or a text of a page, as its place in an ``HTMLTree`` says.
struct HTMLNode {
    /// What the element does to the text in it; nil for a text.
    let role: ElementRole?
    /// What the element may say of the page, if anything.
    let evidence: PageEvidence?
    /// Of an element, the indices of its attributes; of a text, its bytes.
    var content: Range<Int>
    /// Index after the last node in it.
    var end: Int
}

/// An attribute that something is read from; others are not kept.
struct HTMLAttribute {
    let name: HTMLAttributeName
    /// Its value's bytes.
    let value: Range<Int>
}

/// The attributes that something is read from.
enum HTMLAttributeName: String, CaseIterable {
    case ariaHidden = "aria-hidden"
    case `class`, colspan, content, datetime, hidden, href, id, itemprop, lang, name, property, pubdate, rel, role
    case rowspan, style, type
}

/// A page's elements and texts in document order, those in an element right behind it.
///
/// Flat, for pages hold thousands of elements and are walked several times: an index instead of an allocation for
/// each, and all text in one place.
struct HTMLTree {
    var nodes: [HTMLNode] = []
    var attributes: [HTMLAttribute] = []
    /// UTF-8 of the texts and of the attributes' values.
    var bytes: [UInt8] = []

    /// Calls the body with a text's bytes.
    func withText<Result>(at index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        withBytes(nodes[index].content, body)
    }

    /// Calls the body with each attribute of an element and the bytes of its value.
    func forEachAttribute(
        at index: Int, _ body: (_ name: HTMLAttributeName, _ value: UnsafeBufferPointer<UInt8>) -> Void
    ) {
        guard nodes[index].role != nil else { return }
        for attribute in attributes[nodes[index].content] {
            withBytes(attribute.value) { body(attribute.name, $0) }
        }
    }

    /// An attribute's value; the first of a name counts, as in browsers.
    func attribute(_ name: HTMLAttributeName, at index: Int) -> String? {
        attributes[nodes[index].content].first { $0.name == name }.map {
            withBytes($0.value) { String(decoding: $0, as: UTF8.self) }
        }
    }

    /// The texts directly in an element.
    func ownText(at index: Int) -> String {
        var text: [UInt8] = []
        var child = index + 1
        while child < nodes[index].end {
            if nodes[child].role == nil { text += bytes[nodes[child].content] }
            child = nodes[child].end
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Walks all elements and texts in document order, without recursion: pages nest as deep as they like.
    ///
    /// - Parameters:
    ///   - enter: says whether to go into the element; what it says of a text does not count.
    ///   - leave: called for every element that was gone into, after what is in it.
    @inline(__always)
    func walk(enter: (Int) -> Bool, leave: () -> Void) {
        // Where the open elements end, innermost last.
        var ends: [Int] = []
        var index = 0
        while index < nodes.count {
            while let end = ends.last, end <= index {
                ends.removeLast()
                leave()
            }
            let goesIn = enter(index)
            if goesIn, nodes[index].role != nil {
                ends.append(nodes[index].end)
                index += 1
            } else {
                index = nodes[index].end
            }
        }
        for _ in ends { leave() }
    }

    private func withBytes<Result>(_ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }
}
