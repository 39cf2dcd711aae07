import CLibXML2
import DocumentModel

/// Elements and attributes of XMP packets that describe a publication.
private let xmpNames: Set<String> = [
    "dc:title", "dc:creator", "dc:publisher", "dc:identifier", "dc:date", "dc:source", "prism:doi", "prism:url",
    "prism:issn",
    "prism:eIssn", "prism:isbn", "prism:publicationName", "prism:publicationDate", "prism:coverDate",
    "prism:coverDisplayDate", "prism:volume", "prism:number", "prism:startingPage", "prism:endingPage", "pdfx:doi",
    "pdfx:WPS-ARTICLEDOI", "crossmark:DOI",
]
/// Longer packets are edit histories of design programs.
private let longestPacket = 4 << 20

/// The properties of an XMP packet (ISO 16684-1) that describe a publication, as `xmp.dc:title` …; lists give a
/// property an entry.
/// - Parameter packet: repaired to valid UTF-8.
func readXMP(_ packet: String) -> [DocumentProperty] {
    let bytes = Array(packet.utf8.prefix(longestPacket))
    let options =
        XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
        | XML_PARSE_NOWARNING.rawValue
    let tree = bytes.withUnsafeBufferPointer { bytes in
        bytes.withMemoryRebound(to: CChar.self) {
            xmlReadMemory($0.baseAddress, Int32($0.count), nil, "UTF-8", Int32(options))
        }
    }
    guard let tree else { return [] }
    defer { xmlFreeDoc(tree) }
    var properties: [DocumentProperty] = []
    var node = xmlDocGetRootElement(tree)
    while let current = node {
        if current.pointee.type == XML_ELEMENT_NODE { properties += readXMP(of: current) }
        node = following(current)
    }
    return properties
}

private func readXMP(of element: UnsafeMutablePointer<xmlNode>) -> [DocumentProperty] {
    var properties: [DocumentProperty] = []
    var attribute = element.pointee.properties
    while let current = attribute {
        let name = qualifiedName(current.pointee.name, current.pointee.ns)
        if xmpNames.contains(name), let children = current.pointee.children {
            properties.append(DocumentProperty("xmp." + name, tidied(text(of: children))))
        }
        attribute = current.pointee.next
    }
    let name = qualifiedName(element.pointee.name, element.pointee.ns)
    if xmpNames.contains(name) {
        let entries = listEntries(of: element)
        properties += (entries.isEmpty ? [text(of: element)] : entries).map {
            DocumentProperty("xmp." + name, tidied($0))
        }
    }
    return properties
}

/// The texts of the `rdf:li` in an element's `rdf:Alt`, `rdf:Seq` or `rdf:Bag`.
private func listEntries(of element: UnsafeMutablePointer<xmlNode>) -> [String] {
    var entries: [String] = []
    var container = element.pointee.children
    while let current = container {
        var entry = current.pointee.type == XML_ELEMENT_NODE ? current.pointee.children : nil
        while let item = entry {
            if item.pointee.type == XML_ELEMENT_NODE { entries.append(text(of: item)) }
            entry = item.pointee.next
        }
        container = current.pointee.next
    }
    return entries
}

private func text(of node: UnsafeMutablePointer<xmlNode>) -> String {
    guard let content = xmlNodeGetContent(node) else { return "" }
    defer { codechart_xml_free(content) }
    return string(content)
}

private func qualifiedName(_ name: UnsafePointer<xmlChar>?, _ namespace: UnsafeMutablePointer<xmlNs>?) -> String {
    guard let name else { return "" }
    guard let prefix = namespace?.pointee.prefix else { return string(name) }
    return string(prefix) + ":" + string(name)
}

private func string(_ characters: UnsafePointer<xmlChar>) -> String {
    String(decodingCString: characters, as: UTF8.self)
}

/// The next node in document order.
private func following(_ node: UnsafeMutablePointer<xmlNode>) -> UnsafeMutablePointer<xmlNode>? {
    if let child = node.pointee.children { return child }
    var current = node
    while current.pointee.next == nil {
        guard let parent = current.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE else { return nil }
        current = parent
    }
    return current.pointee.next
}
