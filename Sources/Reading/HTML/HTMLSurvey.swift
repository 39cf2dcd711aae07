import CLibXML2

/// What stands under an element, counted before the page is read.
struct ElementFacts {
    /// Visible text, in bytes other than spaces.
    var text = 0
    /// The part of ``text`` in links.
    var links = 0
    /// The part of ``text`` in blocks of a sentence's length and more, links not counted.
    var prose = 0
    /// The part of ``text`` outside links that no block inside has.
    var own = 0
    /// Tables: rows, header cells, the cells of the longest row, tables inside.
    var rows = 0
    var headerCells = 0
    var longestRow = 0
    var tables = 0
    var topHeadings = 0

    /// Share of the text that stands in links.
    var linkShare: Double { text == 0 ? 0 : Double(links) / Double(text) }
}

/// Facts of every element of a page that has text, found through a number that the survey leaves in
/// libxml2's own field for applications.
struct HTMLSurvey {
    private var facts: [ElementFacts] = []

    /// What stands under an element; nothing for elements that are dropped.
    subscript(node: HTMLNode) -> ElementFacts {
        guard let mark = node.pointee._private else { return ElementFacts() }
        return facts[Int(bitPattern: mark) - 1]
    }

    init(of root: HTMLNode) {
        var surveyor = Surveyor()
        var found: [ElementFacts] = []
        walk(
            root, enter: { surveyor.enter($0) },
            leave: { node in
                guard let facts = surveyor.leave(node) else { return }
                found.append(facts)
                node.pointee._private = UnsafeMutableRawPointer(bitPattern: found.count)
            })
        facts = found
    }
}

private struct Surveyor {
    private var open: [(role: ElementRole, facts: ElementFacts, cells: Int)] = []
    private var linkDepth = 0

    mutating func enter(_ node: HTMLNode) -> Bool {
        guard node.isElement else {
            if node.isText { count(node.textBytes) }
            return false
        }
        let role = role(ofElement: node.elementName)
        guard role != .dropped else { return false }
        if role == .link { linkDepth += 1 }
        open.append((role, ElementFacts(), 0))
        return true
    }

    private mutating func count(_ text: UnsafeBufferPointer<UInt8>) {
        guard !open.isEmpty else { return }
        let visible = text.count { $0 > 0x20 }
        open[open.count - 1].facts.text += visible
        if linkDepth > 0 {
            open[open.count - 1].facts.links += visible
        } else {
            open[open.count - 1].facts.own += visible
        }
    }

    mutating func leave(_ node: HTMLNode) -> ElementFacts? {
        guard let closed = open.popLast() else { return nil }
        var facts = closed.facts
        if closed.role == .link { linkDepth -= 1 }
        if closed.role.partsBlocks, facts.own >= shortestProse { facts.prose += facts.own }
        guard !open.isEmpty else { return facts }
        let parent = open.count - 1
        if !closed.role.partsBlocks { open[parent].facts.own += facts.own }
        open[parent].facts.text += facts.text
        open[parent].facts.links += facts.links
        open[parent].facts.prose += facts.prose
        open[parent].facts.topHeadings += facts.topHeadings + (closed.role == .heading(level: 1) ? 1 : 0)
        countTable(closed.role, facts, cells: closed.cells, parent: parent)
        return facts
    }

    /// Rows and cells count for the table they are in, not for tables around it.
    private mutating func countTable(_ role: ElementRole, _ facts: ElementFacts, cells: Int, parent: Int) {
        switch role {
        case .table:
            open[parent].facts.tables += facts.tables + 1
            return
        case .row:
            open[parent].facts.rows += 1
            open[parent].facts.longestRow = max(open[parent].facts.longestRow, cells)
        case .cell(let isHeader):
            open[parent].cells += 1
            if isHeader { open[parent].facts.headerCells += 1 }
        default:
            break
        }
        open[parent].facts.tables += facts.tables
        open[parent].facts.rows += facts.rows
        open[parent].facts.headerCells += facts.headerCells
        open[parent].facts.longestRow = max(open[parent].facts.longestRow, facts.longestRow)
    }
}

/// From about a dozen words on, a text is prose and no label or teaser.
private let shortestProse = 60
