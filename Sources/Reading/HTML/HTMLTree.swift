import CLibXML2
import Diagnostics

/// A node of libxml2's tree; valid as long as its ``HTMLTree``.
typealias HTMLNode = UnsafeMutablePointer<xmlNode>

/// A parsed page.
struct HTMLTree: ~Copyable {
    private let document: htmlDocPtr?
    let ranOutOfMemory: Bool
    /// What the parser lost.
    let diagnostics: [Diagnostic]

    /// Parses a page; the bytes are valid UTF-8 without NUL, at most `Int32.max`.
    init(parsing bytes: [UInt8]) {
        // HUGE: without it libxml2 stops silently at 256 levels and cuts texts at 10 MB.
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
            | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_COMPACT.rawValue | UInt32(XML_PARSE_HUGE.rawValue)
        guard let context = htmlNewParserCtxt() else {
            document = nil
            ranOutOfMemory = true
            diagnostics = [outOfMemory]
            return
        }
        defer { htmlFreeParserCtxt(context) }
        var memoryFailed = false
        let parsed = withUnsafeMutablePointer(to: &memoryFailed) { memoryFailed in
            // Only this sees every error: the last one need not be the one that matters, and the options keep
            // out of the way what the parser reports, not what its buffers do.
            xmlSetStructuredErrorFunc(memoryFailed) { memoryFailed, error in
                if error?.pointee.code == Int32(XML_ERR_NO_MEMORY.rawValue) {
                    memoryFailed?.assumingMemoryBound(to: Bool.self).pointee = true
                }
            }
            defer { xmlSetStructuredErrorFunc(nil, nil) }
            return bytes.withUnsafeBufferPointer { bytes in
                bytes.withMemoryRebound(to: CChar.self) {
                    htmlCtxtReadMemory(context, $0.baseAddress, Int32($0.count), nil, "UTF-8", Int32(options))
                }
            }
        }
        // Out of memory, libxml2 goes on without building the tree and returns what it has, or nothing.
        ranOutOfMemory = memoryFailed || parsed == nil
        if ranOutOfMemory {
            // What it has fills the memory, and without any even the diagnostic cannot be made.
            if let parsed { xmlFreeDoc(parsed) }
            document = nil
            diagnostics = [outOfMemory]
            return
        }
        document = parsed
        let wasCutOff = context.pointee.disableSAX != 0
        diagnostics = wasCutOff ? [.error("html-cut-off", "the parser gave up before the end of the page")] : []
    }

    deinit {
        if let document { xmlFreeDoc(document) }
    }

    /// The outermost element.
    var root: HTMLNode? {
        document.flatMap { xmlDocGetRootElement($0) }
    }
}

private let outOfMemory = Diagnostic.error("out-of-memory", "the page does not fit into the memory limit")

extension UnsafeMutablePointer<xmlNode> {
    var isElement: Bool { pointee.type == XML_ELEMENT_NODE }
    var isText: Bool { pointee.type == XML_TEXT_NODE }

    /// The element's name in lower case; namespace prefixes stay.
    var elementName: String { pointee.name.map { String(cString: $0) } ?? "" }

    /// The content of a text node.
    var textBytes: UnsafeBufferPointer<UInt8> {
        guard let content = pointee.content else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content)))
    }

    /// Calls the body with each attribute's name and value.
    func forEachAttribute(_ body: (_ name: String, _ value: String) -> Void) {
        guard isElement else { return }
        var next = pointee.properties
        while let attribute = next {
            let value = attribute.pointee.children?.textBytes
            body(
                attribute.pointee.name.map { String(cString: $0) } ?? "",
                value.map { String(decoding: $0, as: UTF8.self) } ?? "")
            next = attribute.pointee.next
        }
    }

    /// Calls the body with each attribute's name, ended by a zero, and the bytes of its value.
    func forEachAttributeBytes(_ body: (_ name: UnsafePointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) -> Void) {
        guard isElement else { return }
        var next = pointee.properties
        while let attribute = next {
            if let name = attribute.pointee.name {
                body(name, attribute.pointee.children?.textBytes ?? UnsafeBufferPointer(start: nil, count: 0))
            }
            next = attribute.pointee.next
        }
    }
}

extension UnsafeMutablePointer<xmlNode> {
    /// Calls the body with the attributes of some names only, without making strings of the others.
    func forEachAttribute(named names: [StaticString], _ body: (_ name: String, _ value: String) -> Void) {
        var next = isElement ? pointee.properties : nil
        while let attribute = next {
            let name = attribute.pointee.name
            if let name, names.contains(where: { xmlStrcmp(name, $0.utf8Start) == 0 }) {
                let value = attribute.pointee.children?.textBytes
                body(String(cString: name), value.map { String(decoding: $0, as: UTF8.self) } ?? "")
            }
            next = attribute.pointee.next
        }
    }
}

/// Walks the elements and texts under a node in document order, without recursion: pages nest as deep as
/// they like.
///
/// - Parameters:
///   - enter: says whether to go into the node.
///   - leave: called for every node that was gone into, after its children.
func walk(_ root: HTMLNode, enter: (HTMLNode) -> Bool, leave: (HTMLNode) -> Void) {
    var node = root
    while true {
        if enter(node) {
            if let child = node.pointee.children {
                node = child
                continue
            }
            leave(node)
        }
        while node != root, node.pointee.next == nil, let parent = node.pointee.parent {
            node = parent
            leave(node)
        }
        guard node != root, let next = node.pointee.next else { return }
        node = next
    }
}
