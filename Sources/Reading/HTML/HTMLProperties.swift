import DocumentModel

/// What a page says of itself in its head, in the page's order: `html.lang`, `html.title`, `meta.NAME`,
/// `link.canonical`, `jsonld.…`; and in the markup of its byline and its date: `html.author`, `html.published`.
func htmlProperties(of tree: HTMLTree) -> [DocumentProperty] {
    var properties: [DocumentProperty] = []
    func add(_ name: String, _ value: String?) {
        let value = collapsed(value ?? "")
        if !value.isEmpty { properties.append(DocumentProperty(name, value)) }
    }
    var graphicEnd = 0
    var byline: String?
    var date: String?
    for (index, node) in tree.nodes.enumerated() {
        guard let evidence = node.evidence else { continue }
        switch evidence {
        case .language: add("html.lang", tree.attribute(.lang, at: index))
        case .graphic: graphicEnd = max(graphicEnd, node.end)
        case .title: if index >= graphicEnd { add("html.title", tree.ownText(at: index)) }
        case .meta:
            let names: [HTMLAttributeName] = [.name, .property, .itemprop]
            guard let name = names.lazy.compactMap({ tree.attribute($0, at: index) }).first, isBibliographic(name)
            else { break }
            add("meta.\(name)", tree.attribute(.content, at: index))
        case .link:
            if tree.attribute(.rel, at: index)?.lowercased() == "canonical" {
                add("link.canonical", tree.attribute(.href, at: index))
            }
        case .script:
            // Of other scripts the tree has no text.
            for (name, value) in linkedData(tree.ownText(at: index)) { add("jsonld.\(name)", value) }
        case .byline:
            if byline == nil, isByline(index, in: tree) { byline = shortText(of: index, in: tree) }
        case .time:
            if date == nil, isPublication(index, in: tree) { date = tree.attribute(.datetime, at: index) }
        }
    }
    add("html.author", byline)
    add("html.published", date)
    return properties
}

/// Whether an element's markup says that it holds the author's name: `rel="author"`, `itemprop="author"`, a class
/// that is `byline` or `author` and no more.
private func isByline(_ index: Int, in tree: HTMLTree) -> Bool {
    var isByline = false
    tree.forEachAttribute(at: index) { name, value in
        let names: [PackedWord]
        switch name {
        case .class: names = bylineClasses
        case .rel, .itemprop: names = authorProperties
        default: return
        }
        for word in value.split(separator: UInt8(ascii: " ")) where word.count <= longestBylineClass {
            if names.contains(PackedWord(lowercasing: word)) { isByline = true }
        }
    }
    return isByline
}

private let bylineClasses = ["byline", "author", "author-name", "byline-name"].map { PackedWord($0) }
private let authorProperties = [PackedWord("author")]
private let longestBylineClass = bylineClasses.map(\.count).max() ?? 0

/// Whether a `time` is that of the publication, not of a comment or an event.
private func isPublication(_ index: Int, in tree: HTMLTree) -> Bool {
    tree.attribute(.itemprop, at: index) == "datePublished" || tree.attribute(.pubdate, at: index) != nil
        || (tree.attribute(.class, at: index) ?? "").split(separator: " ").contains {
            ["published", "entry-date", "pubdate"].contains($0)
        }
}

/// Bytes of the longest byline, and elements and texts in it: more is a biography or part of the page.
private let longestByline = 120
private let mostNodesOfByline = 100

/// All text in an element; nil if it has none or too much for a name.
private func shortText(of index: Int, in tree: HTMLTree) -> String? {
    var bytes: [UInt8] = []
    var inner = index + 1
    while inner < tree.nodes[index].end, bytes.count <= longestByline {
        if inner - index > mostNodesOfByline { return nil }
        let node = tree.nodes[inner]
        if node.role == nil {
            bytes += tree.bytes[node.content]
            bytes.append(UInt8(ascii: " "))
        }
        // The text of a script is data.
        inner = node.evidence == .script ? node.end : inner + 1
    }
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

private func collapsed(_ value: String) -> String {
    var value = value
    var text = CollapsedText()
    value.withUTF8 { text.append($0, inLink: false) }
    return text.string
}
