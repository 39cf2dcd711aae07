import DocumentModel

/// What a part of the page is to its main text.
enum PagePart {
    case text, furniture
    /// Who wrote the text, and when.
    case byline
    case caption
    /// Links to places on the page.
    case contents
}

/// Which parts of a page are its main text, by element.
struct PageParts {
    let main: MainElement
    private let parts: [PagePart]

    /// What an element is, by its index in the survey.
    subscript(element: Int) -> PagePart { parts[element] }

    init(of survey: HTMLSurvey) {
        let main = MainElement(of: survey)
        var parts: [PagePart] = []
        parts.reserveCapacity(survey.elements.count)
        for (index, element) in survey.elements.enumerated() {
            let outer = element.parent < 0 ? PagePart.text : parts[element.parent]
            guard outer != .furniture else {
                parts.append(outer)
                continue
            }
            let judge = PartJudge(element: element, index: index, page: survey.page, main: main, survey: survey)
            let isPartOfOuter = outer != .text && element.role != .quotation && element.role != .preformatted
            parts.append(judge.isFurniture ? .furniture : isPartOfOuter ? outer : judge.part)
        }
        self.main = main
        self.parts = parts
    }
}

/// Above this share of links, text that is not in the main text is navigation.
let navigationLinkShare = 0.5

/// Judges one element.
///
/// Only what speaks for it makes furniture: the element, its `role`, its names, links, a place beside a main
/// text that is beyond doubt; never that a part is short or holds no prose. Names in `class` and `id` are hints
/// only: what holds prose, or much of the page's text, is never furniture by its name.
private struct PartJudge {
    let element: SurveyedElement
    let facts: ElementFacts
    let page: ElementFacts
    let main: MainElement
    let survey: HTMLSurvey
    let index: Int
    let place: MainTextPlace

    /// Names and dates are short; what is longer tells something.
    private static let longestByline = 200
    private static let longestCaption = 600
    /// What stands further off than this and has little prose is the frame of the page.
    private static let farBranch = 3

    init(element: SurveyedElement, index: Int, page: ElementFacts, main: MainElement, survey: HTMLSurvey) {
        self.element = element
        facts = element.facts
        self.page = page
        self.main = main
        self.survey = survey
        self.index = index
        place = main.place(of: index, in: survey)
    }

    /// What an element is that is no furniture.
    var part: PagePart {
        let hints = element.traits.hints
        if element.role == .time { return .byline }
        if element.role == .figure, facts.rows == 0, facts.text <= Self.longestCaption { return .caption }
        if facts.headings == 0, facts.rows == 0 {
            let isByline = hints.contains(.byline) && facts.prose == 0 && facts.text <= Self.longestByline
            if isByline, place != .inside || element.role != .item { return .byline }
            if hints.contains(.caption), facts.text <= Self.longestCaption { return .caption }
        }
        let isContents = element.role == .list && facts.prose == 0 && facts.linksWithinPage * 10 >= facts.text * 8
        return isContents && facts.text > 0 ? .contents : .text
    }

    var isFurniture: Bool {
        if element.role == .furniture || element.traits.isFurnitureByRole { return facts.text < page.text * 3 / 5 }
        guard element.role.partsBlocks, facts.text > 0 else { return false }
        if element.isHiddenPart(of: page), place != .inside || (facts.prose == 0 && !facts.isSection) { return true }
        if isAside, facts.topHeadings == 0, main.isDecisive, facts.linkShare > sectionLinkShare { return true }
        if isAside, place != .inside, !mayHoldTitle, facts.text < page.text / 2 { return true }
        switch element.role {
        case .footer: return facts.text < page.text / 2
        case .header where place != .inside:
            if !mayHoldTitle, facts.text < page.text / 2 { return true }
        case .button: return facts.prose == 0
        case .row, .cell: return false
        case .heading: return isBranchWithoutSection
        default: break
        }
        return areComments(element, page: page) || survey.isNestedArticle(index) || isNavigation
            || isBranchWithoutSection || isNamedFurniture
    }

    private var isAside: Bool { element.role == .aside || element.traits.isComplementary }

    private var isNavigation: Bool {
        if mayHoldTitle || facts.linkedProse * 2 > facts.links { return false }
        if place == .beside { return facts.linkShare > navigationLinkShare }
        // Below the end of an article stand links to others.
        return place == .inside && element.role != .paragraph && main.isDecisive && index > main.lastProse
            && facts.linkShare > navigationLinkShare
    }

    /// Whether an element stands beside the main text and is neither its title nor a section of it.
    private var isBranchWithoutSection: Bool {
        guard place == .beside, main.isDecisive, !mayHoldTitle, element.role != .heading(level: 1),
            element.parent < 0 || main.place(of: element.parent, in: survey) == .holding
        else { return false }
        if element.role == .article, main.isTitledArticle { return true }
        if element.traits.hints.contains(.widget) { return true }
        if facts.isSection { return false }
        if facts.prose + facts.linkedProse == 0 || facts.linkShare > sectionLinkShare {
            return true
        }
        return (facts.links > 0 || !element.traits.hints.isEmpty) && facts.prose * 10 <= main.prose
            && main.distance(ofBranch: element, in: survey) >= Self.farBranch
    }

    private var isNamedFurniture: Bool {
        let mostProse = main.isDecisive && element.isTeaser ? page.prose / 2 : page.prose / 4
        guard facts.text * 5 < page.text * 2, facts.prose <= mostProse, !mayHoldTitle else { return false }
        if case .heading = element.role { return false }
        if element.role == .form, place != .inside || facts.headings + facts.paragraphs == 0 { return true }
        if element.isNamedFurniture { return true }
        return element.traits.hints.contains(.teaser) && place == .beside && facts.prose == 0
            && (facts.headings == 0 || !facts.isSection)
    }

    private var mayHoldTitle: Bool { main.mayHoldTitle(element, page: page) }
}

/// Whether an element is a box beside or inside the main text with a title of its own.
func isTextBox(_ element: SurveyedElement, page: ElementFacts) -> Bool {
    guard element.role == .aside || element.role == .container || element.role == .article,
        element.facts.text * 5 < page.text * 2
    else { return false }
    return element.role == .aside || element.traits.hints.contains(.textBox)
}

/// Footnotes and references by the names that pages give their lists; never what holds half of the page's prose.
func noteKind(of element: SurveyedElement, page: ElementFacts) -> BlockKind? {
    let hints = element.traits.hints
    guard !hints.isDisjoint(with: [.footnote, .reference]), element.facts.topHeadings == 0,
        element.facts.prose * 2 <= page.prose
    else { return nil }
    return hints.contains(.footnote) ? .footnote : .reference
}
