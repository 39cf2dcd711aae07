import CLibXML2

/// An element of an XML reference list with all that is in it.
///
/// libxml2 does the parsing: it is kept well, the program links it anyway, and it goes on after a mistake, which
/// Foundation's XMLParser (the same library with recovery turned off) does not. A list is the reviewer's own
/// configuration, so it is parsed in the parent; nothing is loaded from the network and no entity is expanded.
struct XMLElement {
    /// Without the prefix of its namespace.
    var name: String
    /// By their names without prefixes.
    var attributes: [String: String] = [:]
    var children: [XMLElement] = []
    /// All text in the element and in those within it, as it stands.
    var text: String
    /// 1-based line of its start tag, counted from the first line of what was parsed.
    var line: Int

    /// The child elements of that name.
    func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

    /// The first child element of that name.
    subscript(name: String) -> XMLElement? { children.first { $0.name == name } }
}

/// What libxml2 found wrong, and the line.
struct XMLProblem {
    var message: String
    var line: Int
}

/// The root element of a text, as far as it can be made out, and the last thing that is wrong with it.
///
/// Prefixes of namespaces need no declaration, so that a piece of a file can be read alone.
func xmlElement(_ text: some Collection<UInt8>) -> (root: XMLElement?, problem: XMLProblem?) {
    initializedLibrary
    guard let context = xmlNewParserCtxt() else { preconditionFailure("no memory for an XML parser") }
    defer { xmlFreeParserCtxt(context) }
    // Without XML_PARSE_HUGE elements are at most 256 deep, so that walking them by recursion is safe.
    let options =
        XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
        | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NOCDATA.rawValue | XML_PARSE_BIG_LINES.rawValue
    let document = Array(text).withUnsafeBytes { buffer in
        xmlCtxtReadMemory(
            context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil, "UTF-8",
            Int32(options))
    }
    defer { xmlFreeDoc(document) }
    var problem: XMLProblem?
    if context.pointee.wellFormed == 0 {
        let error = xmlCtxtGetLastError(context)?.pointee
        let isOfForm = error.map { $0.domain != Int32(XML_FROM_NAMESPACE.rawValue) } ?? false
        let message = isOfForm ? error?.message.map { collapsingWhiteSpace(String(cString: $0)) } : nil
        problem = XMLProblem(message: message ?? "tags do not pair", line: Int(error?.line ?? 1))
    }
    guard let document, let root = xmlDocGetRootElement(document) else { return (nil, problem) }
    return (XMLElement(root), problem)
}

extension XMLElement {
    fileprivate init(_ node: xmlNodePtr) {
        name = localName(node.pointee.name)
        line = Int(xmlGetLineNo(node))
        let content = xmlNodeGetContent(node)
        text = string(content)
        codechart_xml_free(content)
        var attribute = node.pointee.properties
        while let current = attribute {
            let value = xmlNodeGetContent(UnsafeMutableRawPointer(current).assumingMemoryBound(to: xmlNode.self))
            attributes[localName(current.pointee.name)] = string(value)
            codechart_xml_free(value)
            attribute = current.pointee.next
        }
        var child = node.pointee.children
        while let current = child {
            if current.pointee.type == XML_ELEMENT_NODE { children.append(XMLElement(current)) }
            child = current.pointee.next
        }
    }
}

/// A name without a prefix; libxml2 leaves one that is not declared in the name.
private func localName(_ characters: UnsafePointer<xmlChar>?) -> String {
    String(string(characters).split(separator: ":").last ?? "")
}

private func string(_ characters: UnsafePointer<xmlChar>?) -> String {
    characters.map { String(cString: $0) } ?? ""
}

/// libxml2 wants to be initialised once, before threads use it.
private let initializedLibrary: Void = xmlInitParser()
