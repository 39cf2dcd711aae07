/// What the words in an element's `class` and `id` say of it: hints, never proof.
struct NameHints: OptionSet, Sendable {
    var rawValue: UInt16

    /// Navigation, advertisements, share bars, teasers, cookie banners…
    static let furniture = NameHints(rawValue: 1 << 0)
    /// What readers wrote below the text.
    static let comments = NameHints(rawValue: 1 << 1)
    /// Who wrote the text, and when.
    static let byline = NameHints(rawValue: 1 << 2)
    static let caption = NameHints(rawValue: 1 << 3)
    static let footnote = NameHints(rawValue: 1 << 4)
    static let reference = NameHints(rawValue: 1 << 5)
    static let textBox = NameHints(rawValue: 1 << 6)
    /// The body of an article: `articleBody`, `entry-content`.
    static let body = NameHints(rawValue: 1 << 7)
    /// Teasers of other texts: furniture only with a link, for the text's own standfirst is called so too.
    static let teaser = NameHints(rawValue: 1 << 10)
    /// What pages put beside a text, and page builders the text itself.
    static let widget = NameHints(rawValue: 1 << 11)
    /// What is said about the author: `author-bio`, `post-author`.
    static let authorBox = NameHints(rawValue: 1 << 12)
    /// Words that pages use for share bars and the like, and texts for what they are about: furniture only with
    /// links, and never from an `id`.
    static let topic = NameHints(rawValue: 1 << 15)
    /// Halves of names of a body and of such a box.
    fileprivate static let author = NameHints(rawValue: 1 << 13)
    fileprivate static let boxPart = NameHints(rawValue: 1 << 14)
    fileprivate static let bodyOwner = NameHints(rawValue: 1 << 8)
    fileprivate static let bodyPart = NameHints(rawValue: 1 << 9)

    /// The hints in a class or id attribute: `cookieBanner site-nav` is cookie, banner, site, nav.
    init(ofNames names: UnsafeBufferPointer<UInt8>) {
        self = []
        // Two words mean something together in one class only: `post main-content` is no `post-content`.
        var halves: NameHints = []
        var word = PackedWord()
        var previousWasLower = false
        for byte in names {
            let isLetter = isASCIILetter(byte)
            let isUpper = isLetter && byte & 0x20 == 0
            if !isLetter || (isUpper && previousWasLower) {
                halves.formUnion(word.hints)
                word = PackedWord()
            }
            if isLetter {
                word.append(byte | 0x20)
            } else if byte <= 0x20 {
                formUnion(halves.joined)
                halves = []
            }
            previousWasLower = isLetter && !isUpper
        }
        halves.formUnion(word.hints)
        formUnion(halves.joined)
    }

    init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    private var joined: NameHints {
        guard contains(.author) else { return contains([.bodyOwner, .bodyPart]) ? union(.body) : self }
        return isDisjoint(with: [.bodyOwner, .bodyPart, .boxPart]) ? union(.byline) : union([.byline, .authorBox])
    }
}

extension PackedWord {
    fileprivate var hints: NameHints {
        guard count > 1 else { return [] }
        if let hints = hintsOfWords[self] { return hints }
        guard count > 4 else { return [] }
        return hintsOfStems.first { low & $0.mask == $0.stem }?.hints ?? []
    }

    /// The word as the beginning of others; only the first 8 bytes count.
    fileprivate var stem: (stem: UInt64, mask: UInt64) {
        (low, count >= 8 ? .max : (1 << (count * 8)) - 1)
    }
}

private let hintsOfWords: [PackedWord: NameHints] = {
    let rows: [(NameHints, [String])] = [
        (
            .furniture,
            [
                "ad", "ads", "advert", "advertisement", "advertisements", "adverts", "buttons", "disqus", "dropdown",
                "flyout", "footer",
                "authorbio", "authorbox", "gdpr", "lightbox", "login", "masthead", "menu", "modal", "nav", "navbar",
                "navi", "navigation", "nocontent", "noprint", "offcanvas", "outbrain", "pager", "pagination", "paging",
                "paywall",
                "popover", "popup", "prevnext", "respond", "sharebar", "sharebuttons", "sharedaddy", "shareicons",
                "sharelinks", "shariff", "socialbar", "socialbuttons", "socialicons", "sociallinks", "socialshare",
                "taboola", "taglist", "tags", "teilen", "toolbar", "tooltip",
                "topbar", "partager",
                "compartir", "compartilhar",
            ]
        ),
        (
            .topic,
            [
                "advertising", "consent", "copyright", "follow", "rating", "ratings", "share", "shares", "sharing",
                "signup", "skip", "social", "sponsor", "sponsored", "sponsors", "subscribe", "subscription",
                "subscriptions",
            ]
        ),
        (
            .teaser,
            [
                "cta", "mostread", "promo", "promos", "promotion", "readmore", "recirc", "recirculation",
                "recommended", "seealso",
                "teaser", "teasers", "trending", "upnext", "verwandte", "weiterlesen",
            ]
        ),
        (.widget, ["aside", "banner", "textwidget", "widget", "widgets"]),
        (
            .comments,
            [
                "comment", "commentarea", "commentbody", "commentform", "commentlist", "comments", "commentsection",
                "kommentar", "kommentare", "comentarios", "commentaires", "reacties",
            ]
        ),
        (
            .byline,
            [
                "articleinfo", "articlemeta", "byline", "bylines", "date", "dateline", "datetime", "datum", "entrymeta",
                "fecha", "meta", "metadata", "modified", "posted", "postmeta", "postinfo", "postmetadata", "pubdate",
                "published",
                "publishdate", "storymeta", "timestamp", "updated",
            ]
        ),
        (
            .caption,
            [
                "bildnachweis", "bildunterschrift", "caption", "captions", "credit", "credits", "figcaption",
                "imagecaption", "photocredit",
            ]
        ),
        (.footnote, ["footnote", "footnotes", "endnote", "endnotes", "fn"]),
        (.reference, ["references", "reflist", "bibliography", "citations"]),
        (.textBox, ["boxout", "callout", "infobox", "textbox"]),
        ([.textBox, .boxPart], ["box"]),
        ([.furniture, .boxPart], ["bio"]),
        (
            .body,
            [
                "articlebody", "articlecontent", "articletext", "bodytext", "entrycontent", "maincontent", "maintext",
                "newstext", "postbody", "postcontent", "storybody", "storycontent", "storytext",
            ]
        ),
        (.author, ["author", "authors", "autor", "writer"]),
        (.boxPart, ["about", "area", "block", "card", "desc", "description", "details", "info", "profile", "section"]),
        (.bodyOwner, ["article", "blog", "entry", "main", "news", "node", "page", "post", "single", "story"]),
        (.bodyPart, ["body", "content", "contents", "copy", "text"]),
    ]
    var hints: [PackedWord: NameHints] = [:]
    for row in rows {
        for word in row.1 { hints[PackedWord(word), default: []].formUnion(row.0) }
    }
    return hints
}()

/// Beginnings of words that pages put together without a sign between: `relatedposts`, `sidebarleft`.
private let hintsOfStems: [(stem: UInt64, mask: UInt64, hints: NameHints)] = {
    let furniture = ["breadcrumb", "cookie", "newsletter", "sidebar"]
    let teasers = ["related", "relacionad"]
    let stems = furniture.map { ($0, NameHints.furniture) } + teasers.map { ($0, .teaser) }
    return stems.map { stem, hints in
        let packed = PackedWord(stem).stem
        return (packed.stem, packed.mask, hints)
    }
}()
