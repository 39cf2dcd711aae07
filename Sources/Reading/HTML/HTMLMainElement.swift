/// Where an element stands to the one that holds the page's main text.
enum MainTextPlace {
    case holding, inside, beside
}

/// With less prose than a short news item nothing can be said about what stands beside it.
private let shortestMainText = 400

/// The element that holds the page's main text.
struct MainElement {
    /// Index into the survey; nil when nothing tells it apart from the page.
    private(set) var index: Int?
    /// Prose in it that no name or element speaks against.
    private(set) var prose = 0
    /// Index of the last element in it with prose of its own.
    private(set) var lastProse = 0
    /// Whether it is an article, or in one, with the page's only `h1`: other articles are other texts then.
    let isTitledArticle: Bool
    private var hasTopHeading = false
    private let end: Int

    /// A part is the main text if it has this share of the prose…
    private static let mainShare = 0.8
    /// …or this share, when the page itself marks it as the main text.
    private static let markedShare = 0.6

    /// Whether there is enough main text to tell what is none.
    var isDecisive: Bool { index != nil && prose >= shortestMainText }

    func place(of element: Int, in survey: HTMLSurvey) -> MainTextPlace {
        guard let index else { return .inside }
        if element >= index { return element < end ? .inside : .beside }
        return survey.elements[element].end > index ? .holding : .beside
    }

    /// Whether an element may have the page's title in it.
    func mayHoldTitle(_ element: SurveyedElement, page: ElementFacts) -> Bool {
        guard element.facts.topHeadings > 0 else { return false }
        return element.facts.topHeadings == page.topHeadings || (!hasTopHeading && element.role != .aside)
    }

    /// How many elements stand between the main text and the parent of an element beside it.
    func distance(ofBranch element: SurveyedElement, in survey: HTMLSurvey) -> Int {
        index.map { survey.elements[$0].depth - element.depth } ?? 0
    }

    init(of survey: HTMLSurvey) {
        let elements = survey.elements
        let net = netProse(of: survey)
        let titled = Self.titledArticle(elements, net)
        isTitledArticle = titled != nil
        var main = titled ?? Self.marked(elements, net) ?? 0
        let isBody = main > 0 && elements[main].isArticleBody
        while !isBody, let heir = Self.heir(of: main, elements, net), elements[heir].canHoldMainText { main = heir }
        index = main == 0 ? nil : main
        end = elements.isEmpty ? 0 : elements[main].end
        guard !elements.isEmpty else { return }
        prose = net[main]
        hasTopHeading = elements[main].facts.topHeadings > 0
        lastProse = (main..<end).last { net[$0] > 0 && elements[$0].ownProse + elements[$0].ownLinkedProse > 0 } ?? main
    }

    /// The article that has the page's only `h1`, unless another is longer: sections marked as articles are no
    /// texts of their own.
    private static func titledArticle(_ elements: [SurveyedElement], _ net: [Int]) -> Int? {
        guard elements.first?.facts.topHeadings == 1 else { return nil }
        let articles = elements.indices.filter { elements[$0].role == .article }
        guard let titled = articles.last(where: { elements[$0].facts.topHeadings == 1 && net[$0] >= shortestMainText })
        else { return nil }
        return articles.contains { elements[$0].articleProse > elements[titled].articleProse } ? nil : titled
    }

    /// The innermost element that the page marks as its main text and that has most of the prose.
    private static func marked(_ elements: [SurveyedElement], _ net: [Int]) -> Int? {
        guard let all = net.first, all > 0 else { return nil }
        return elements.indices.last { index in
            guard Double(net[index]) >= markedShare * Double(all), elements[index].canHoldMainText else { return false }
            return elements[index].isArticleBody || [.main, .article].contains(elements[index].role)
                || elements[index].traits.isMain
        }
    }

    /// The child that has nearly all of the prose, unless its parent is marked as the text or another child is a
    /// section too.
    private static func heir(of parent: Int, _ elements: [SurveyedElement], _ net: [Int]) -> Int? {
        guard !elements.isEmpty, net[parent] > 0, elements[parent].role != .main, elements[parent].role != .article
        else { return nil }
        var heir: Int?
        var child = parent + 1
        while child < elements[parent].end {
            if Double(net[child]) >= mainShare * Double(net[parent]) {
                heir = child
            } else if elements[child].isUnmarkedSection {
                return nil
            }
            child = elements[child].end
        }
        return heir
    }
}

extension SurveyedElement {
    /// Whether its names say that it is furniture.
    var isNamedFurniture: Bool {
        !traits.hints.isDisjoint(with: [.furniture, .comments]) || isTeaser || isAuthorBox
    }

    /// Whether it is a section with a heading that neither an element, a role nor a name puts beside the text.
    fileprivate var isUnmarkedSection: Bool {
        guard role == .container, facts.headings > 0, facts.topHeadings == 0, facts.isSection else { return false }
        let isMarked = traits.isFurnitureByRole || traits.isComplementary || traits.isHidden
        return !isMarked && !isNamedFurniture && !traits.hints.contains(.widget)
    }

    /// Whether its names say that it leads to other texts.
    var isTeaser: Bool {
        !traits.hints.isDisjoint(with: [.teaser, .topic]) && facts.links > 0 && facts.links * 10 >= facts.text
    }

    private var isAuthorBox: Bool { traits.hints.contains(.authorBox) && facts.prose > 0 }

    /// Whether the page calls it the body of an article.
    fileprivate var isArticleBody: Bool {
        role.partsBlocks && traits.hints.contains(.body)
    }

    fileprivate var canHoldMainText: Bool {
        switch role {
        case .container, .main, .article, .form, .table, .row, .cell, .item, .list, .aside, .header: true
        default: false
        }
    }
}

/// The prose under each element without what its element, role or name puts beside the main text; all prose when
/// that would be little. Where most of the page is linked summaries, they are its prose.
private func netProse(of survey: HTMLSurvey) -> [Int] {
    let elements = survey.elements
    guard survey.page.linkedProse <= 2 * survey.page.prose else {
        return elements.map { $0.facts.prose + $0.facts.linkedProse }
    }
    var isBeside = [Bool](repeating: false, count: elements.count)
    var net = elements.map(\.ownProse)
    for index in elements.indices {
        let parent = elements[index].parent
        isBeside[index] =
            (parent >= 0 && isBeside[parent]) || survey.isNestedArticle(index)
            || speaksAgainstMainText(elements[index], page: survey.page)
        if isBeside[index] { net[index] = 0 }
    }
    for index in elements.indices.dropFirst().reversed() { net[elements[index].parent] += net[index] }
    guard let all = net.first else { return net }
    return all * 4 < survey.page.prose ? elements.map(\.facts.prose) : net
}

/// Only what has less than half of the prose: names of frames often say what else is in them.
private func speaksAgainstMainText(_ element: SurveyedElement, page: ElementFacts) -> Bool {
    if element.role == .aside || element.traits.isComplementary { return true }
    guard element.facts.prose > 0, element.facts.prose * 2 <= page.prose else {
        return element.role.partsBlocks && areComments(element, page: page)
    }
    if element.role == .furniture || element.role == .footer { return true }
    if element.traits.isHidden || element.traits.isFurnitureByRole { return true }
    return element.role.partsBlocks && element.facts.topHeadings == 0 && element.isNamedFurniture
}

/// Whether an element holds what readers wrote below a text; where there is no text, they are the text.
func areComments(_ element: SurveyedElement, page: ElementFacts) -> Bool {
    element.traits.hints.contains(.comments) && element.facts.topHeadings == 0
        && page.prose - element.facts.prose >= 3 * shortestProse
}
