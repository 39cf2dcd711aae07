import CLibXML2
import Diagnostics

/// What an XML file holds, event by event.
package protocol XMLHandler: AnyObject {
    func start(_ element: String, _ attributes: [String: String])
    func end(_ element: String)
    /// A piece of text; one text may come in several pieces, cut anywhere.
    func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// Feeds the bytes of one XML file to a handler, through libxml2's push parser.
package final class XMLParser {
    private let handler: any XMLHandler
    private var context: xmlParserCtxtPtr?
    private let path: String

    /// Whether the file may declare a document type: entities are declared there.
    private let allowsDoctype: Bool
    private var hasDoctype = false

    /// - Parameter path: names the file in errors.
    package init(handler: any XMLHandler, path: String, allowsDoctype: Bool = true) {
        _ = Self.library
        self.allowsDoctype = allowsDoctype
        self.handler = handler
        self.path = path
        var callbacks = Self.callbacks
        context = xmlCreatePushParserCtxt(&callbacks, Unmanaged.passUnretained(self).toOpaque(), nil, 0, nil)
        precondition(context != nil, "no memory for an XML parser")
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue | XML_PARSE_HUGE.rawValue
        xmlCtxtUseOptions(context, Int32(options))
    }

    deinit { xmlFreeParserCtxt(context) }

    /// - Throws: ``FileError`` when the bytes are not well-formed.
    package func parse(_ bytes: [UInt8], isLast: Bool = false) throws {
        let failure = bytes.withUnsafeBytes { buffer in
            xmlParseChunk(
                context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), isLast ? 1 : 0)
        }
        guard allowsDoctype || !hasDoctype else {
            throw FileError(path: path, message: "has a document type declaration, which no such file needs")
        }
        guard failure == 0 else {
            let message = xmlCtxtGetLastError(context).flatMap { $0.pointee.message.map { String(cString: $0) } }
            throw FileError(path: path, message: "not well-formed: \(message ?? "error \(failure)")")
        }
    }

    // MARK: Callbacks

    /// libxml2 wants to be initialised once, before threads use it.
    private static let library: Void = xmlInitParser()

    private static var callbacks: xmlSAXHandler {
        var sax = xmlSAXHandler()
        sax.initialized = UInt32(XML_SAX2_MAGIC)
        sax.startElementNs = { user, name, _, _, _, _, count, _, attributes in
            parser(user).handler.start(text(name), attributeValues(attributes, count: Int(count)))
        }
        sax.endElementNs = { user, name, _, _ in parser(user).handler.end(text(name)) }
        sax.characters = { user, characters, count in
            parser(user).handler.text(UnsafeBufferPointer(start: characters, count: Int(count)))
        }
        sax.ignorableWhitespace = sax.characters
        sax.internalSubset = { user, _, _, _ in parser(user).hasDoctype = true }
        // Errors come back from the call that parses; without a callback libxml2 prints them.
        sax.serror = { _, _ in }
        return sax
    }
}

private func parser(_ user: UnsafeMutableRawPointer?) -> XMLParser {
    Unmanaged<XMLParser>.fromOpaque(user!).takeUnretainedValue()
}

private func text(_ name: UnsafePointer<xmlChar>?) -> String {
    name.map { String(cString: $0) } ?? ""
}

/// libxml2 gives five pointers an attribute: name, prefix, namespace, start and end of its value.
private func attributeValues(
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
) -> [String: String] {
    guard let attributes, count > 0 else { return [:] }
    var values: [String: String] = [:]
    for index in 0..<count {
        let start = attributes[index * 5 + 3]!
        let end = attributes[index * 5 + 4]!
        let value = UnsafeBufferPointer(start: start, count: end - start)
        values[text(attributes[index * 5])] = String(decoding: value, as: UTF8.self)
    }
    return values
}
