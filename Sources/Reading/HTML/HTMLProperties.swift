import CLibXML2
import DocumentModel

/// What a page says of itself in its head, in the page's order: `html.lang`, `html.title`, `meta.NAME`,
/// `link.canonical`, `jsonld.…`; and in the markup of its byline and its date: `html.author`, `html.published`.
func htmlProperties(of root: HTMLNode) -> [DocumentProperty] {
    var properties: [DocumentProperty] = []
    func add(_ name: String, _ value: String) {
        let value = collapsed(value)
        if !value.isEmpty { properties.append(DocumentProperty(name, value)) }
    }
    var isInGraphic = false
    var byline: String?
    var date: String?
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
            case "a", "span", "p", "div", "address":
                if byline == nil, isByline(node) { byline = shortText(of: node) }
            case "time":
                let attributes = attributes(of: node)
                if date == nil, isPublication(attributes) { date = attributes["datetime"] }
            default: break
            }
            return true
        },
        leave: { node in
            if node.elementName == "svg" { isInGraphic = false }
        })
    if let byline { add("html.author", byline) }
    if let date { add("html.published", date) }
    return properties
}

/// Whether an element's markup says that it holds the author's name: `rel="author"`, `itemprop="author"`, a class
/// that is `byline` or `author` and no more.
private func isByline(_ node: HTMLNode) -> Bool {
    var isByline = false
    // Most elements have neither attribute: their values are not made into strings.
    node.forEachAttribute(named: ["rel", "itemprop", "class"]) { name, value in
        let words = value.lowercased().split(separator: " ")
        let names: [Substring] = name == "class" ? ["byline", "author", "author-name", "byline-name"] : ["author"]
        if words.contains(where: names.contains) { isByline = true }
    }
    return isByline
}

/// Whether a `time` is that of the publication, not of a comment or an event.
private func isPublication(_ attributes: [String: String]) -> Bool {
    attributes["itemprop"] == "datePublished" || attributes["pubdate"] != nil
        || (attributes["class"] ?? "").split(separator: " ").contains {
            ["published", "entry-date", "pubdate"].contains($0)
        }
}

/// Bytes of the longest byline: more is a biography.
private let longestByline = 120

/// All text in an element; nil if it has none or too much for a name.
private func shortText(of node: HTMLNode) -> String? {
    var bytes: [UInt8] = []
    walk(
        node,
        enter: { inner in
            if inner.isText, bytes.count <= longestByline {
                bytes.append(contentsOf: inner.textBytes)
                bytes.append(0x20)
            }
            return true
        }, leave: { _ in })
    let text = collapsed(String(decoding: bytes, as: UTF8.self))
    return text.isEmpty || bytes.count > longestByline ? nil : text
}

private func isBibliographic(_ name: String) -> Bool {
    let name = name.lowercased()
    let prefixes = ["citation_", "dc.", "dcterms.", "og:", "article:", "prism.", "bepress_citation_", "eprints."]
    return prefixes.contains { name.hasPrefix($0) }
        || ["application-name", "author", "date", "datepublished", "description", "keywords", "pubdate", "publisher"]
            .contains(name)
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
