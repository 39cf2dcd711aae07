/// What an element does to the text in it.
enum ElementRole: Sendable, Hashable {
    /// No text of the page: scripts, styles, fallbacks, form values.
    case dropped
    /// Runs on in the text around it.
    case inline
    case link
    case lineBreak
    /// Parts blocks and means nothing else.
    case container
    case paragraph
    case heading(level: Int)
    case list, item
    case term, definition
    case table, tableHead, row
    case cell(isHeader: Bool)
    case caption, quotation, preformatted
    /// Parts of the page that are never its main text.
    case furniture
    case header, footer, aside
}

/// The role of an element by its name; unknown elements are inline, as browsers have them.
func role(ofElement name: String) -> ElementRole {
    elementRoles[name] ?? .inline
}

private let elementRoles: [String: ElementRole] = {
    var roles: [String: ElementRole] = [
        "a": .link, "br": .lineBreak, "hr": .container, "p": .paragraph, "li": .item, "dt": .term, "dd": .definition,
        "table": .table, "tr": .row, "td": .cell(isHeader: false), "th": .cell(isHeader: true),
        "blockquote": .quotation,
        "figcaption": .caption, "caption": .caption, "pre": .preformatted, "listing": .preformatted,
        "plaintext": .preformatted, "xmp": .preformatted, "nav": .furniture, "header": .header, "footer": .footer,
        "aside": .aside, "summary": .paragraph, "thead": .tableHead,
    ]
    for level in 1...6 { roles["h\(level)"] = .heading(level: level) }
    for name in ["ul", "ol", "menu", "dir"] { roles[name] = .list }
    for name in [
        "address", "article", "body", "center", "details", "dialog", "div", "dl", "fieldset", "figure", "form",
        "frameset", "hgroup", "html", "legend", "main", "noframes", "optgroup", "search", "section", "tbody", "tfoot",
        "button",
    ] { roles[name] = .container }
    for name in [
        "annotation", "annotation-xml", "applet", "audio", "canvas", "datalist", "embed", "head", "iframe", "link",
        "map", "meta", "noembed", "noscript", "object", "option", "script", "select", "style", "svg", "template",
        "textarea", "title", "video",
    ] { roles[name] = .dropped }
    return roles
}()

extension ElementRole {
    /// Whether text before and after it belongs to different blocks.
    var partsBlocks: Bool {
        switch self {
        case .inline, .link, .lineBreak, .dropped: false
        default: true
        }
    }

    /// Whether a list item's text before and after it is one text.
    var runsOnInItems: Bool { self == .container || self == .paragraph }
}

/// What of an element's attributes decides how it is read.
struct ElementTraits {
    var isHidden = false
    /// By its `role` attribute.
    var isMain = false
    var isFurnitureByRole = false
    /// Lower-case words of `class` and `id`.
    var words: [String] = []
    var columnSpan = 1
    var rowSpan = 1
    /// `href` of a link, `rel` not regarded.
    var target = ""

    init(of node: HTMLNode) {
        var traits = ElementTraits()
        node.forEachAttribute { traits.add($0, $1) }
        self = traits
    }

    private init() {}

    private mutating func add(_ name: String, _ value: String) {
        switch name {
        case "hidden": isHidden = isHidden || value != "until-found"
        case "aria-hidden": isHidden = isHidden || value == "true"
        case "style": isHidden = isHidden || hidesItself(value)
        case "role": setRole(value)
        case "class", "id": words += nameWords(value)
        case "colspan": columnSpan = span(value)
        case "rowspan": rowSpan = span(value)
        case "href": target = value
        case "itemprop": if value == "articleBody" { isMain = true }
        default: break
        }
    }

    private mutating func setRole(_ value: String) {
        switch value.lowercased() {
        case "main": isMain = true
        case "alertdialog", "banner", "complementary", "contentinfo", "dialog", "menu", "menubar", "navigation",
            "search", "toolbar":
            isFurnitureByRole = true
        default: break
        }
    }
}

/// Spans beyond 1000 are cut, as browsers do (HTML Living Standard, §4.9.11).
private func span(_ value: String) -> Int {
    min(max(Int(value) ?? 1, 1), 1000)
}

private func hidesItself(_ style: String) -> Bool {
    let style = style.utf8.filter { $0 > 0x20 }.map(asciiLowercased)
    return firstRange(of: Array("display:none".utf8), in: style[...]) != nil
        || firstRange(of: Array("visibility:hidden".utf8), in: style[...]) != nil
}

/// The words of a class or id attribute: `cookieBanner site-nav` is cookie, banner, site, nav.
private func nameWords(_ value: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var previousWasLower = false
    for byte in value.utf8 {
        let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
        if !isASCIILetter(byte) || (isUpper && previousWasLower) {
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word = []
        }
        if isASCIILetter(byte) { word.append(asciiLowercased(byte)) }
        previousWasLower = isASCIILetter(byte) && !isUpper
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
}
