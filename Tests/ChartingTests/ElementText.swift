import XML

/// The text of the elements of that name in a well-formed file.
///
/// - Throws: when the bytes are no XML.
func text(of element: String, in bytes: [UInt8]) throws -> String {
    let collector = TextCollector(element)
    let parser = XMLParser(handler: collector, path: "plot.svg", allowsDoctype: false)
    try parser.parse(bytes, isLast: true)
    return String(decoding: collector.bytes, as: UTF8.self)
}

private final class TextCollector: XMLHandler {
    private let element: String
    private var isInside = false
    var bytes: [UInt8] = []

    init(_ element: String) { self.element = element }

    func start(_ element: String, _ attributes: [String: String]) { isInside = element == self.element }
    func end(_ element: String) { isInside = false }
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if isInside { self.bytes += bytes }
    }
}
