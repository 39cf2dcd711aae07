/// What stands under an element, counted before the page is read.
struct ElementFacts {
    /// Visible text, in bytes other than spaces.
    var text = 0
    /// The part of ``text`` in links, and of that in links to places on the page itself.
    var links = 0
    var linksWithinPage = 0
    /// The part of ``text`` in blocks of a sentence's length and more, links not counted.
    var prose = 0
    /// The part of ``links`` in blocks of some sentences' length: linked summaries, as lists of articles have.
    var linkedProse = 0
    /// The part of ``text`` outside links, and in links, that no block inside has.
    var own = 0
    var ownLinks = 0
    /// Tables: rows, header cells, the cells of the longest row, tables inside.
    var rows = 0
    var headerCells = 0
    var longestRow = 0
    var tables = 0
    var headings = 0
    /// List items that are not mostly links.
    var items = 0
    /// The part of ``text`` of paragraphs' own, outside of links.
    var paragraphs = 0
    /// The part of ``text`` outside of links, headings and buttons.
    var passages = 0
    var topHeadings = 0

    /// Whether it reads as a section of the text does: a heading or list items, and text that is mostly no links.
    var isSection: Bool {
        headings + items > 0 && passages > 0 && linkShare <= sectionLinkShare
    }

    /// Share of the text that stands in links.
    var linkShare: Double { text == 0 ? 0 : Double(links) / Double(text) }
}

/// An element as the survey found it.
struct SurveyedElement {
    var role: ElementRole
    var traits: ElementTraits
    var facts = ElementFacts()
    /// Index of the element that it stands in; -1 for the outermost.
    var parent: Int
    /// How many elements it stands in.
    var depth = 0
    /// Index after the last element in it.
    var end = 0
    /// Cells of a row.
    fileprivate var cells = 0
    /// Of an `article`: prose in articles inside it.
    fileprivate var nestedProse = 0
    /// Of an `article`: the `article` around it.
    fileprivate var outerArticle: Int?

    /// Linked summaries of its own.
    var ownLinkedProse: Int { role.partsBlocks && facts.ownLinks >= shortestSummary ? facts.ownLinks : 0 }
    /// Counts what it holds itself, and forgets hints of an `id` that pages make of a section's heading.
    fileprivate mutating func countPassages() {
        switch role {
        case .heading, .button: break
        default: if role.partsBlocks { facts.passages += facts.own }
        }
        if role == .paragraph { facts.paragraphs += facts.own }
        if role == .item, facts.text > 0, facts.links * 2 <= facts.text { facts.items += 1 }
        traits.settleHints(isHeadedSection: facts.headings > 0 && facts.passages > 0)
    }

    /// Of an `article`: its prose without that of articles inside it.
    var articleProse: Int { facts.prose - nestedProse }
    /// Prose of its own, not of blocks inside.
    var ownProse: Int { role.partsBlocks && facts.own >= shortestProse ? facts.own : 0 }
}

/// What has more links than this is no section of a text.
let sectionLinkShare = 0.35

/// From about a dozen words on, a text is prose and no label or teaser.
let shortestProse = 60

/// Longer than headlines are.
private let shortestSummary = 160

/// A page's elements in document order without those that are dropped.
struct HTMLSurvey {
    private(set) var elements: [SurveyedElement] = []
    /// By index of the node, that of the element.
    private var indices: [Int?] = []

    /// What stands on the page as a whole.
    var page: ElementFacts { elements.first?.facts ?? ElementFacts() }

    /// The index of the element that a node is; nil for elements that are dropped.
    func index(ofNode node: Int) -> Int? { indices[node] }

    /// Whether an element is an article in another that has a text of its own: an article inside another is
    /// something about it, such as a comment (HTML Living Standard, §4.3.2).
    func isNestedArticle(_ index: Int) -> Bool {
        guard let outer = elements[index].outerArticle else { return false }
        return elements[outer].articleProse >= 3 * shortestProse
    }

    init(of tree: HTMLTree) {
        var surveyor = Surveyor(nodeCount: tree.nodes.count)
        tree.walk(enter: { surveyor.enter($0, of: tree) }, leave: { surveyor.leave() })
        elements = surveyor.elements
        indices = surveyor.indices
    }
}

private struct Surveyor {
    private(set) var elements: [SurveyedElement] = []
    private(set) var indices: [Int?]
    private var current = -1
    private var linkDepth = 0
    private var innerLinkDepth = 0
    private var openArticles: [Int] = []

    init(nodeCount: Int) {
        indices = Array(repeating: nil, count: nodeCount)
    }

    mutating func enter(_ index: Int, of tree: HTMLTree) -> Bool {
        guard let role = tree.nodes[index].role else {
            tree.withText(at: index) { count($0) }
            return false
        }
        guard role != .dropped else { return false }
        var element = SurveyedElement(role: role, traits: ElementTraits(of: index, in: tree), parent: current)
        if current >= 0 { element.depth = elements[current].depth + 1 }
        if role == .article {
            element.outerArticle = openArticles.last
            openArticles.append(elements.count)
        }
        if role == .link {
            linkDepth += 1
            if element.traits.leadsWithinPage { innerLinkDepth += 1 }
        }
        current = elements.count
        elements.append(element)
        indices[index] = current
        return true
    }

    private mutating func count(_ text: UnsafeBufferPointer<UInt8>) {
        guard current >= 0 else { return }
        var visible = 0
        for byte in text where byte > 0x20 { visible += 1 }
        elements[current].facts.text += visible
        if linkDepth > 0 {
            elements[current].facts.links += visible
            elements[current].facts.ownLinks += visible
            if innerLinkDepth > 0 { elements[current].facts.linksWithinPage += visible }
        } else {
            elements[current].facts.own += visible
        }
    }

    mutating func leave() {
        elements[current].end = elements.count
        elements[current].facts.prose += elements[current].ownProse
        elements[current].facts.linkedProse += elements[current].ownLinkedProse
        elements[current].countPassages()
        let closed = elements[current]
        if closed.role == .link {
            linkDepth -= 1
            if closed.traits.leadsWithinPage { innerLinkDepth -= 1 }
        }
        if closed.role == .article {
            openArticles.removeLast()
            if let outer = closed.outerArticle { elements[outer].nestedProse += closed.facts.prose }
        }
        current = closed.parent
        guard current >= 0 else { return }
        if !closed.role.partsBlocks {
            elements[current].facts.own += closed.facts.own
            elements[current].facts.ownLinks += closed.facts.ownLinks
        }
        elements[current].facts.text += closed.facts.text
        elements[current].facts.links += closed.facts.links
        elements[current].facts.linksWithinPage += closed.facts.linksWithinPage
        elements[current].facts.prose += closed.facts.prose
        elements[current].facts.linkedProse += closed.facts.linkedProse
        elements[current].facts.headings += closed.facts.headings
        elements[current].facts.paragraphs += closed.facts.paragraphs
        elements[current].facts.items += closed.facts.items
        elements[current].facts.passages += closed.facts.passages
        elements[current].facts.topHeadings += closed.facts.topHeadings
        if case .heading(let level) = closed.role {
            elements[current].facts.headings += 1
            if level == 1 { elements[current].facts.topHeadings += 1 }
        }
        countTable(closed)
    }

    /// Rows and cells count for the table they are in, not for tables around it.
    private mutating func countTable(_ closed: SurveyedElement) {
        let facts = closed.facts
        switch closed.role {
        case .table:
            elements[current].facts.tables += facts.tables + 1
            return
        case .row:
            elements[current].facts.rows += 1
            elements[current].facts.longestRow = max(elements[current].facts.longestRow, closed.cells)
        case .cell(let isHeader):
            elements[current].cells += 1
            if isHeader { elements[current].facts.headerCells += 1 }
        default:
            break
        }
        elements[current].facts.tables += facts.tables
        elements[current].facts.rows += facts.rows
        elements[current].facts.headerCells += facts.headerCells
        elements[current].facts.longestRow = max(elements[current].facts.longestRow, facts.longestRow)
    }
}
