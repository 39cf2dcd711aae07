import CLibXML2
import Diagnostics
import Glibc

/// A page as the parser left it.
struct ParsedHTML {
    var tree = HTMLTree()
    /// Whether the tree is not whole, because there was no memory for it; it is empty then.
    var ranOutOfMemory = false
    /// What the parser lost.
    var diagnostics: [Diagnostic] = []
}

/// Parses a page with libxml2; the bytes are valid UTF-8 without NUL, at most `Int32.max`.
///
/// The parser's events build the tree: libxml2's own, with an allocation for every node, attribute and text, takes as
/// long as parsing does.
func parseHTML(_ bytes: [UInt8]) -> ParsedHTML {
    let outOfMemory = ParsedHTML(
        ranOutOfMemory: true,
        diagnostics: [.error("out-of-memory", "the page does not fit into the memory limit")])
    // HUGE: without it libxml2 stops silently at 256 levels and cuts texts at 10 MB.
    let options =
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
        | HTML_PARSE_NOWARNING.rawValue | UInt32(XML_PARSE_HUGE.rawValue)
    guard let context = htmlNewParserCtxt(), let handler = context.pointee.sax else { return outOfMemory }
    defer { htmlFreeParserCtxt(context) }
    handler.initialize(to: eventHandler())
    var builder = HTMLTreeBuilder()
    withUnsafeMutablePointer(to: &builder) { builder in
        context.pointee.userData = UnsafeMutableRawPointer(builder)
        // Only this sees every error: the last one need not be the one that matters, and the options keep
        // out of the way what the parser reports, not what its buffers do.
        xmlSetStructuredErrorFunc(builder) { builder, error in
            guard error?.pointee.code == Int32(XML_ERR_NO_MEMORY.rawValue) else { return }
            builder?.assumingMemoryBound(to: HTMLTreeBuilder.self).pointee.ranOutOfMemory = true
        }
        defer { xmlSetStructuredErrorFunc(nil, nil) }
        bytes.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                // Nothing builds a document, so that there is none to free.
                _ = htmlCtxtReadMemory(context, $0.baseAddress, Int32($0.count), nil, "UTF-8", Int32(options))
            }
        }
    }
    // Out of memory, libxml2 goes on without telling of what it reads.
    if builder.ranOutOfMemory { return outOfMemory }
    let wasCutOff = context.pointee.disableSAX != 0
    return ParsedHTML(
        tree: builder.finished(),
        diagnostics: wasCutOff ? [.error("html-cut-off", "the parser gave up before the end of the page")] : [])
}

/// The events that the tree is built from. Comments and processing instructions are no text of the page, and white
/// space that libxml2 deems ignorable may part words.
private func eventHandler() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.startElement = { builder, name, attributes in
        guard let builder, let name else { return }
        builder.assumingMemoryBound(to: HTMLTreeBuilder.self).pointee.open(name, attributes)
    }
    handler.endElement = { builder, _ in
        builder?.assumingMemoryBound(to: HTMLTreeBuilder.self).pointee.close()
    }
    handler.characters = { builder, text, count in
        guard let builder, let text else { return }
        builder.assumingMemoryBound(to: HTMLTreeBuilder.self).pointee
            .append(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = { builder, text, count in
        guard let builder, let text else { return }
        builder.assumingMemoryBound(to: HTMLTreeBuilder.self).pointee
            .appendScript(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    handler.initialized = 1
    return handler
}

/// Builds the tree from the parser's events.
private struct HTMLTreeBuilder {
    var ranOutOfMemory = false
    private var tree = HTMLTree()
    /// Indices of the open elements, outermost first.
    private var open: [Int] = []
    /// Whether the last node is a text that what comes next continues.
    private var textIsOpen = false

    mutating func open(_ name: UnsafePointer<UInt8>, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) {
        let kind = ElementKind(name: bytes(of: name))
        let first = tree.attributes.count
        var next = attributes
        // Names and values in turn, ended by nil; a name alone has no value.
        while let pair = next, let name = pair[0] {
            if let known = attributeNames[PackedWord(bytes(of: name))] { append(known, value: pair[1]) }
            next = pair + 2
        }
        open.append(tree.nodes.count)
        tree.nodes.append(
            HTMLNode(role: kind.role, evidence: kind.evidence, content: first..<tree.attributes.count, end: 0))
        textIsOpen = false
    }

    private mutating func append(_ name: HTMLAttributeName, value: UnsafePointer<UInt8>?) {
        let begin = tree.bytes.count
        if let value { tree.bytes.append(contentsOf: bytes(of: value)) }
        tree.attributes.append(HTMLAttribute(name: name, value: begin..<tree.bytes.count))
    }

    mutating func close() {
        // What comes behind the outermost element is in it.
        guard open.count > 1 else { return }
        tree.nodes[open.removeLast()].end = tree.nodes.count
        textIsOpen = false
    }

    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        // The outermost element comes first, which libxml2 adds where the page has none.
        guard !open.isEmpty else { return }
        let begin = tree.bytes.count
        tree.bytes.append(contentsOf: text)
        if textIsOpen {
            tree.nodes[tree.nodes.count - 1].content =
                tree.nodes[tree.nodes.count - 1].content.lowerBound..<tree.bytes.count
        } else {
            let end = tree.nodes.count + 1
            tree.nodes.append(HTMLNode(role: nil, evidence: nil, content: begin..<tree.bytes.count, end: end))
            textIsOpen = true
        }
    }

    /// Scripts and styles are no text of the page, but linked data is read.
    mutating func appendScript(_ text: UnsafeBufferPointer<UInt8>) {
        guard let script = open.last, tree.nodes[script].evidence == .script,
            tree.attribute(.type, at: script)?.lowercased() == linkedDataType
        else { return }
        append(text)
    }

    consuming func finished() -> HTMLTree {
        for index in open { tree.nodes[index].end = tree.nodes.count }
        return tree
    }

    private func bytes(of text: UnsafePointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text)))
    }
}

/// The type of scripts that hold JSON-LD.
let linkedDataType = "application/ld+json"

private let attributeNames = Dictionary(
    uniqueKeysWithValues: HTMLAttributeName.allCases.map { (PackedWord($0.rawValue), $0) })
