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
    /// What the page marks as its main text, or as a text of its own.
    case main, article
    case figure, form, button
    /// A date or time in running text.
    case time
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

/// What an element may say of the page.
enum PageEvidence: Sendable {
    case language, title, meta, link, script
    /// A graphic, whose titles are its own.
    case graphic
    /// What may hold the author's name.
    case byline
    case time
}

/// What an element is by its name.
struct ElementKind: Sendable {
    /// Unknown elements are inline, as browsers have them.
    var role = ElementRole.inline
    var evidence: PageEvidence?

    private init(role: ElementRole, evidence: PageEvidence?) {
        self.role = role
        self.evidence = evidence
    }

    /// - Parameter name: in lower case; namespace prefixes stay.
    init(name: UnsafeBufferPointer<UInt8>) {
        self = Self.known[PackedWord(name)] ?? ElementKind(role: .inline, evidence: nil)
    }

    private static let known: [PackedWord: ElementKind] = {
        let evidence: [String: PageEvidence] = [
            "html": .language, "title": .title, "meta": .meta, "link": .link, "script": .script, "svg": .graphic,
            "a": .byline, "span": .byline, "p": .byline, "div": .byline, "address": .byline, "time": .time,
        ]
        let names = Set(elementRoles.keys).union(evidence.keys)
        return Dictionary(
            uniqueKeysWithValues: names.map {
                (PackedWord($0), ElementKind(role: elementRoles[$0] ?? .inline, evidence: evidence[$0]))
            })
    }()
}

private let elementRoles: [String: ElementRole] = {
    var roles: [String: ElementRole] = [
        "a": .link, "br": .lineBreak, "hr": .container, "p": .paragraph, "li": .item, "dt": .term, "dd": .definition,
        "table": .table, "tr": .row, "td": .cell(isHeader: false), "th": .cell(isHeader: true),
        "blockquote": .quotation,
        "figcaption": .caption, "caption": .caption, "pre": .preformatted, "listing": .preformatted,
        "plaintext": .preformatted, "xmp": .preformatted, "nav": .furniture, "header": .header, "footer": .footer,
        "aside": .aside, "summary": .paragraph, "thead": .tableHead, "article": .article, "main": .main,
        "figure": .figure, "form": .form, "button": .button, "time": .time,
    ]
    for level in 1...6 { roles["h\(level)"] = .heading(level: level) }
    for name in ["ul", "ol", "menu", "dir"] { roles[name] = .list }
    for name in [
        "address", "body", "center", "details", "dialog", "div", "dl", "fieldset", "frameset", "hgroup", "html",
        "legend", "noframes", "optgroup", "search", "section", "tbody", "tfoot",
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
        case .inline, .link, .lineBreak, .time, .dropped: false
        default: true
        }
    }

    /// Whether a list item's text before and after it is one text.
    var runsOnInItems: Bool {
        switch self {
        case .container, .paragraph, .main, .article, .figure, .form, .button: true
        default: false
        }
    }
}

/// What of an element's attributes decides how it is read.
struct ElementTraits {
    /// Not shown until a script does.
    var isHidden = false
    /// Shown, but not read out.
    var isSilent = false
    /// By its `role`.
    var isMain = false
    var isFurnitureByRole = false
    /// An `aside` by its `role`.
    var isComplementary = false
    /// What the words of `class` and `id` say.
    var hints: NameHints = []
    private var hintsOfID: NameHints = []
    /// Whether a link leads to a place on the page itself.
    var leadsWithinPage = false
    var columnSpan = 1
    var rowSpan = 1

    /// The traits of the element at an index.
    init(of index: Int, in tree: HTMLTree) {
        tree.forEachAttribute(at: index) { add($0, $1) }
    }

    /// Adds what the `id` says; of a section with a heading it often repeats the heading only.
    mutating func settleHints(isHeadedSection: Bool) {
        hints.formUnion(isHeadedSection ? hintsOfID.intersection([.body, .footnote, .reference]) : hintsOfID)
    }

    private mutating func add(_ name: HTMLAttributeName, _ value: UnsafeBufferPointer<UInt8>) {
        var text: String { String(decoding: value, as: UTF8.self) }
        switch name {
        case .class: hints.formUnion(NameHints(ofNames: value))
        case .id: hintsOfID = NameHints(ofNames: value).subtracting([.topic, .byline, .caption])
        case .colspan: columnSpan = span(text)
        case .rowspan: rowSpan = span(text)
        case .role: setRole(text.lowercased())
        case .rel: if text == "author" { hints.insert(.byline) }
        case .hidden: isHidden = isHidden || text != "until-found"
        case .href: leadsWithinPage = value.first == UInt8(ascii: "#")
        case .ariaHidden: isSilent = text == "true"
        case .style: isHidden = isHidden || hidesItself(value)
        case .itemprop: setProperty(text)
        case .content, .datetime, .lang, .name, .property, .pubdate, .type: break
        }
    }

    private mutating func setRole(_ role: String) {
        switch role {
        case "main": isMain = true
        case "complementary": isComplementary = true
        case "alertdialog", "banner", "contentinfo", "dialog", "menu", "menubar", "navigation",
            "search", "toolbar":
            isFurnitureByRole = true
        default: break
        }
    }

    /// Names of schema.org.
    private mutating func setProperty(_ property: String) {
        switch property {
        case "articleBody": hints.insert(.body)
        case "author", "dateModified", "datePublished": hints.insert(.byline)
        default: break
        }
    }
}

/// Spans beyond 1000 are cut, as browsers do (HTML Living Standard, §4.9.11).
private func span(_ value: String) -> Int {
    min(max(Int(value) ?? 1, 1), 1000)
}

private func hidesItself(_ style: UnsafeBufferPointer<UInt8>) -> Bool {
    // Most styles say nothing of the two.
    guard style.count >= hidingStyles[0].count else { return false }
    let style = style.filter { $0 > 0x20 }.map(asciiLowercased)
    return hidingStyles.contains { firstRange(of: $0, in: style[...]) != nil }
}

/// Shortest first.
private let hidingStyles = [Array("display:none".utf8), Array("visibility:hidden".utf8)]
