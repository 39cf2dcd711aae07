import DocumentModel

/// What an open element means for the text in it; passed down from element to element.
struct BlockContext {
    /// What of a data table an element opens.
    enum TablePart {
        case table, row
        case cell(isHeader: Bool)
    }

    var role = ElementRole.container
    /// What loose text becomes.
    var kind = BlockKind.paragraph
    var level: Int?
    var part = PagePart.text
    var isInMain = true
    var isInLink = false
    var isPreformatted = false
    /// In a cell of a data table.
    var isInCell = false
    var opens: TablePart?
    var opensItem = false
    var opensBox = false
    private var listDepth = 0
    private var isInDataTable = false
    private var isInTableHead = false

    /// The context inside an element.
    func entering(_ element: SurveyedElement, part: PagePart, isInMain: Bool, page: ElementFacts) -> BlockContext {
        var inner = self
        // A button around or in a heading folds the section below it.
        inner.role = element.role == .button && kind == .heading ? .inline : element.role
        inner.opens = nil
        inner.opensItem = false
        inner.opensBox = false
        inner.isInMain = isInMain
        inner.part = part
        inner.setKind(inner.role, element, page: page)
        inner.setTablePart(element.role, element.facts)
        inner.opensBox = part != .furniture && isTextBox(element, page: page)
        return inner
    }

    private mutating func setKind(_ role: ElementRole, _ element: SurveyedElement, page: ElementFacts) {
        switch role {
        case .link: isInLink = true
        case .preformatted: isPreformatted = true
        case .heading(let headingLevel): setKind(.heading, level: headingLevel)
        case .list: listDepth += 1
        case .item:
            setKind(.listItem, level: max(listDepth, 1))
            opensItem = true
        case .definition:
            setKind(.listItem, level: listDepth + 1)
            opensItem = true
        case .term: setKind(.paragraph, level: nil)
        case .caption: setKind(.caption, level: nil)
        case .quotation: setKind(.quotation, level: nil)
        default: break
        }
        if role == .item || role == .container || role == .list, let noteKind = noteKind(of: element, page: page) {
            setKind(noteKind, level: nil)
        }
    }

    private mutating func setKind(_ kind: BlockKind, level: Int?) {
        self.kind = kind
        self.level = level
    }

    private mutating func setTablePart(_ role: ElementRole, _ facts: ElementFacts) {
        guard !isInCell else { return }
        switch role {
        case .table:
            isInDataTable = isDataTable(facts)
            if isInDataTable { opens = .table }
        case .tableHead: isInTableHead = true
        case .row where isInDataTable: opens = .row
        case .cell(let isHeader) where isInDataTable:
            opens = .cell(isHeader: isHeader || isInTableHead)
            isInCell = true
        default: break
        }
    }
}

/// Whether a table holds data rather than laying out the page.
private func isDataTable(_ facts: ElementFacts) -> Bool {
    guard facts.tables == 0, facts.rows > 0 else { return false }
    return facts.headerCells > 0 || (facts.rows > 1 && facts.longestRow > 1 && facts.prose * 2 < facts.text)
}
