import CLibXML2
import DocumentModel

/// Whether an element is navigation, page header or footer, or another part around the main text.
///
/// Only what speaks for it makes furniture: the element, its `role`, its names, links; never that a part is
/// short or holds no prose. Names in `class` and `id` are hints only: what holds prose, or much of the page's
/// text, is never furniture by its name.
func isFurnitureElement(
    _ role: ElementRole, _ traits: ElementTraits, _ facts: ElementFacts, page: ElementFacts, place: MainTextPlace
) -> Bool {
    if role == .furniture || traits.isFurnitureByRole { return facts.text < page.text * 3 / 5 }
    guard role.partsBlocks else { return false }
    switch role {
    case .footer: return facts.text < page.text / 2
    case .header where place != .inside, .aside where place != .inside:
        return facts.topHeadings == 0 && facts.text < page.text / 2
    case .heading, .row, .cell: return false
    default: break
    }
    if place == .beside, facts.linkShare > navigationLinkShare, facts.topHeadings == 0 { return true }
    guard facts.text * 5 < page.text * 2, facts.prose * 4 <= page.prose, facts.topHeadings == 0 else { return false }
    return traits.words.contains { furnitureWords.contains($0) }
}

/// Above this share of links, text that is not in the main text is navigation.
let navigationLinkShare = 0.5

/// Where an element stands to the one that holds the page's main text.
enum MainTextPlace {
    case holding, inside, beside
}

/// Words in `class` or `id` by which pages name what is not their main text.
private let furnitureWords: Set<String> = [
    "ad", "ads", "advert", "advertisement", "adverts", "breadcrumb", "breadcrumbs", "byline", "comments", "consent",
    "cookie", "cookies", "copyright", "disqus", "footer", "gdpr", "masthead", "menu", "modal", "nav", "navbar",
    "navigation", "newsletter", "pager", "pagination", "popup", "promo", "recirculation", "recommended", "related",
    "respond", "share", "sharing", "sidebar", "signup", "skip", "social", "sponsor", "sponsored", "subscribe",
    "subscription", "tags", "toolbar", "trending",
]

/// Whether an element is a box beside or inside the main text with a title of its own.
func isTextBox(_ role: ElementRole, _ traits: ElementTraits, _ facts: ElementFacts, page: ElementFacts) -> Bool {
    guard role == .aside || role == .container, facts.text * 5 < page.text * 2 else { return false }
    return role == .aside || traits.words.contains { ["box", "boxout", "callout", "infobox", "textbox"].contains($0) }
}

/// Footnotes and references by the names that pages give their lists.
func noteKind(of traits: ElementTraits) -> BlockKind? {
    for word in traits.words {
        switch word {
        case "footnote", "footnotes", "endnote", "endnotes", "fn": return .footnote
        case "references", "reflist", "bibliography", "citations": return .reference
        default: break
        }
    }
    return nil
}

/// The element that holds the page's main text; nil when nothing tells it apart from the page.
///
/// From the outside in, the walk goes on into the child that has nearly all of the prose.
func mainElement(of root: HTMLNode, survey: HTMLSurvey) -> HTMLNode? {
    var main = root
    while true {
        let whole = survey[main]
        var child = main.pointee.children
        var heir: HTMLNode?
        while let candidate = child {
            if candidate.isElement, holdsMainText(survey[candidate], of: whole) { heir = candidate }
            child = candidate.pointee.next
        }
        guard let heir, canHoldMainText(heir) else { break }
        main = heir
    }
    return main == root ? nil : main
}

/// The elements that an element stands in; none for nil.
func ancestors(of node: HTMLNode?) -> Set<HTMLNode> {
    var ancestors: Set<HTMLNode> = []
    var ancestor = node?.pointee.parent
    while let next = ancestor {
        ancestors.insert(next)
        ancestor = next.pointee.parent
    }
    return ancestors
}

/// A part is the main text if it has this share of the prose.
private let mainProseShare = 0.8

private func holdsMainText(_ part: ElementFacts, of whole: ElementFacts) -> Bool {
    part.prose > 0 && Double(part.prose) >= mainProseShare * Double(whole.prose)
}

private func canHoldMainText(_ node: HTMLNode) -> Bool {
    switch role(ofElement: node.elementName) {
    case .container, .table, .row, .cell, .item, .list, .aside, .header: true
    default: false
    }
}
