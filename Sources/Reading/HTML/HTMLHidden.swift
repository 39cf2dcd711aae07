import Diagnostics

/// Icons are drawn by names of this length that nobody reads.
private let longestIcon = 24

extension SurveyedElement {
    /// Whether it is a part of the page that is hidden until a script shows it; some pages are hidden as a whole.
    func isHiddenPart(of page: ElementFacts) -> Bool { traits.isHidden && facts.text * 2 <= page.text }

    /// Whether its text is none of the page's: hidden words in running text, and icons.
    func isDropped(from page: ElementFacts) -> Bool {
        guard !role.partsBlocks else { return false }
        return isHiddenPart(of: page) || (traits.isSilent && facts.text <= longestIcon)
    }
}

/// Says how much of a page is hidden; less than a sentence is not worth a word.
func hiddenTextNote(of page: HTMLPage) -> Diagnostic? {
    guard page.hiddenText >= shortestProse else { return nil }
    return .note(
        "html-hidden-text", "\(page.hiddenText) bytes of the page's text are hidden until it is used",
        help: "sections that fold are read as text, the rest stands outside of the main text")
}
