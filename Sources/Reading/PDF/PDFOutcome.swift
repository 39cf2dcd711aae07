import Diagnostics
package import DocumentModel

/// How reading ended, and why.
struct PDFOutcome {
    var status: DocumentStatus
    var diagnostics: [Diagnostic]
}

let encryptedOutcome = PDFOutcome(
    status: .encrypted,
    diagnostics: [
        .error(
            "encrypted", "the file can only be opened with a password",
            help: "save a copy without password protection")
    ])

func damagedOutcome(message: String) -> PDFOutcome {
    PDFOutcome(
        status: .damaged,
        diagnostics: [
            .error("damaged", "the file cannot be opened: \(message)", help: "download or export it again")
        ])
}

/// The outcome of a file that opens without pages.
/// - Parameter mentionsPages: whether there are page objects that the page tree hides.
func emptyOutcome(mentionsPages: Bool) -> PDFOutcome {
    if mentionsPages { return damagedOutcome(message: "it holds pages, but its page tree says there are none") }
    return PDFOutcome(status: .zeroPages, diagnostics: [.error("zero-pages", "the file has no page")])
}

/// Collects what happened on the pages of a file and judges the whole.
struct PageSurvey {
    private let pageCount: Int
    private var failures: [ClosedRange<Int>] = []
    private var pagesOfProblem: [PDFPage.Problem: [Int]] = [:]
    private var recognised: [RecognisedPage] = []
    private var undrawn: [Int] = []
    private var hasText = false
    /// Pages at the end of what was read that failed one after the other.
    private var failuresInRow = 0
    private(set) var hasGivenUp = false

    /// After so many pages in a row that do not exist the page count is taken for a lie.
    private static let patience = 1000

    init(pageCount: Int) {
        self.pageCount = pageCount
    }

    /// - Parameter page: 1-based.
    mutating func addFailure(ofPage page: Int) {
        failuresInRow += 1
        hasGivenUp = failuresInRow >= Self.patience
        let end = hasGivenUp ? pageCount : page
        if let last = failures.last, last.upperBound == page - 1 {
            failures[failures.count - 1] = last.lowerBound...end
        } else {
            failures.append(page...end)
        }
    }

    /// - Parameter page: 1-based.
    mutating func add(_ problems: Set<PDFPage.Problem>, hasText: Bool, page: Int) {
        failuresInRow = 0
        self.hasText = self.hasText || hasText
        for problem in problems { pagesOfProblem[problem, default: []].append(page) }
    }

    /// - Parameter page: 1-based; the lines of its tables were not sought.
    mutating func addUndrawn(page: Int) { undrawn.append(page) }

    mutating func addRecognised(_ page: RecognisedPage) {
        recognised.append(page)
    }

    var outcome: PDFOutcome {
        if !hasText, failures.first == 1...pageCount { return damagedOutcome(message: "none of its pages can be read") }
        var diagnostics = failures.map(diagnostic(ofFailure:))
        for problem in [PDFPage.Problem.cutOff, .unknownLetters, .unknownSymbols, .noGeometry, .undecodable, .image] {
            diagnostics += (pagesOfProblem[problem] ?? []).map { diagnostic(of: problem, page: $0) }
        }
        diagnostics += recognised.map(diagnostic(of:))
        diagnostics += undrawn.map {
            .note(
                "lines-not-sought", "the lines of tables on page \($0) were not sought: drawing pages failed",
                at: Place(page: $0))
        }
        diagnostics.sort { ($0.place?.page ?? 0) < ($1.place?.page ?? 0) }
        guard hasText else {
            let wasLost = !failures.isEmpty || pagesOfProblem.keys.contains { $0 != .image }
            let isImage = pagesOfProblem[.image] != nil
            let reason = Diagnostic.warning(
                "no-text", isImage ? "the pages are images without text" : "the file holds no text",
                help: isImage ? recognitionHelp : nil)
            return PDFOutcome(status: wasLost ? .partial : .noText, diagnostics: [reason] + diagnostics)
        }
        let isWhole = diagnostics.allSatisfy { $0.severity == .note }
        return PDFOutcome(status: isWhole ? .ok : .partial, diagnostics: diagnostics)
    }

    private func diagnostic(ofFailure pages: ClosedRange<Int>) -> Diagnostic {
        let what = pages.count == 1 ? "page \(pages.lowerBound)" : "pages \(pages.lowerBound) to \(pages.upperBound)"
        return .error("unreadable-page", "\(what) cannot be read", at: Place(page: pages.lowerBound))
    }

    private func diagnostic(of problem: PDFPage.Problem, page: Int) -> Diagnostic {
        let place = Place(page: page)
        switch problem {
        case .cutOff:
            return .error("text-cut-off", "the text of this page is cut off at a NUL character", at: place)
        case .unknownLetters:
            return .warning(
                "unknown-letters", "some words of this page have letters that their font does not name", at: place,
                help: "U+FFFD (\u{FFFD}) stands for them")
        case .unknownSymbols:
            return .note(
                "unknown-symbols", "some symbols of this page have no meaning: U+FFFD (\u{FFFD}) stands for them",
                at: place)
        case .noGeometry:
            return .warning(
                "no-geometry", "text and layout of this page differ, so its text has no columns and no places",
                at: place)
        case .undecodable:
            return .error(
                "undecodable-font", "most characters of this page have no meaning: its fonts do not name them",
                at: place, help: recognitionHelp)
        case .image:
            return .warning("page-image", "this page is an image without text", at: place, help: recognitionHelp)
        }
    }

    private func diagnostic(of page: RecognisedPage) -> Diagnostic {
        let place = Place(page: page.page)
        guard let confidence = page.confidence else {
            return .note("no-words", "text recognition finds no words on this page", at: place)
        }
        let what = "the text of this page was recognised in its image, with a mean confidence of \(Int(confidence)) %"
        if confidence >= soundConfidence { return .note("recognised-page", what, at: place) }
        return .warning(
            "poorly-recognised-page", what, at: place, help: "compare its quotes with the page, or scan it better")
    }
}

/// Pages of clean print get 90 and more from tesseract; below this, wrong words are no exception.
private let soundConfidence = 75.0

private let recognitionHelp =
    "'ocr: true' under 'read' in pipeline.yaml, or --ocr, has its words recognised by tesseract"

/// The pages of a document whose text only text recognition can give, ascending.
package func pagesNeedingRecognition(_ document: Document) -> [Int] {
    let pages = document.diagnostics.filter { ["page-image", "undecodable-font"].contains($0.identifier) }
        .compactMap { $0.place?.page }
    return Set(pages).sorted()
}
