import CLibXML2
import DocumentModel

/// What a page says of itself in its head, in the page's order: `html.lang`, `html.title`, `meta.NAME`,
/// `link.canonical`, `jsonld.…`.
func htmlProperties(of root: HTMLNode) -> [DocumentProperty] {
    var properties: [DocumentProperty] = []
    func add(_ name: String, _ value: String) {
        let value = collapsed(value)
        if !value.isEmpty { properties.append(DocumentProperty(name, value)) }
    }
    var isInGraphic = false
    walk(
        root,
        enter: { node in
            guard node.isElement else { return false }
            switch node.elementName {
            case "html": if let language = attributes(of: node)["lang"] { add("html.lang", language) }
            case "svg": isInGraphic = true
            case "title": if !isInGraphic { add("html.title", content(of: node)) }
            case "meta":
                let attributes = attributes(of: node)
                guard let name = attributes["name"] ?? attributes["property"] ?? attributes["itemprop"],
                    isBibliographic(name)
                else { break }
                add("meta.\(name)", attributes["content"] ?? "")
            case "link":
                let attributes = attributes(of: node)
                if attributes["rel"]?.lowercased() == "canonical" { add("link.canonical", attributes["href"] ?? "") }
            case "script":
                guard attributes(of: node)["type"]?.lowercased() == "application/ld+json" else { return false }
                for (name, value) in linkedData(content(of: node)) { add("jsonld.\(name)", value) }
                return false
            default: break
            }
            return true
        },
        leave: { node in
            if node.elementName == "svg" { isInGraphic = false }
        })
    return properties
}

private func isBibliographic(_ name: String) -> Bool {
    let name = name.lowercased()
    let prefixes = ["citation_", "dc.", "dcterms.", "og:", "article:", "prism.", "bepress_citation_", "eprints."]
    return prefixes.contains { name.hasPrefix($0) }
        || ["author", "date", "datepublished", "description", "keywords", "pubdate", "publisher"].contains(name)
}

private func attributes(of node: HTMLNode) -> [String: String] {
    var attributes: [String: String] = [:]
    node.forEachAttribute { name, value in
        // The first of a name counts, as in browsers.
        if attributes[name] == nil { attributes[name] = value }
    }
    return attributes
}

/// The texts directly in an element; scripts and titles have no elements in them.
private func content(of node: HTMLNode) -> String {
    var bytes: [UInt8] = []
    var child = node.pointee.children
    while let text = child {
        bytes.append(contentsOf: text.textBytes)
        child = text.pointee.next
    }
    return String(decoding: bytes, as: UTF8.self)
}

private func collapsed(_ value: String) -> String {
    var value = value
    var text = CollapsedText()
    value.withUTF8 { text.append($0, inLink: false) }
    return text.string
}
