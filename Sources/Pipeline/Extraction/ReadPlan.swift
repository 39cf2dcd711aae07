import Diagnostics
import Reading

/// How documents are read, and what else is made of each.
package struct ReadPlan: Sendable {
    /// Worker processes; nil is as many as processors.
    package var jobs: Int?
    package var limits: WorkerLimits
    /// Whether the words of pages that are images are recognised.
    package var recognisesText: Bool
    /// Where pages are drawn; nil draws none.
    package var overlay: OverlayFolder?

    package init(
        jobs: Int? = nil, limits: WorkerLimits = WorkerLimits(), recognisesText: Bool = false,
        overlay: OverlayFolder? = nil
    ) {
        self.jobs = jobs
        self.limits = limits
        self.recognisesText = recognisesText
        self.overlay = overlay
    }
}

/// Reads documents as a plan says, with the workers of a pool.
struct PlannedReading: Sendable {
    private let plan: ReadPlan
    private let pool: WorkerPool
    private let tesseract: Tesseract?

    init(_ plan: ReadPlan, pool: WorkerPool, width: Int) {
        self.plan = plan
        self.pool = pool
        tesseract = plan.recognisesText ? Tesseract.installed(limits: plan.limits, atATime: width) : nil
    }

    /// Reads a document; with text recognition again, when its words are known.
    ///
    /// - Parameter index: of the file among all that are read.
    func read(_ file: CorpusFile, index: Int) async throws -> WorkerOutcome {
        var outcome = try await pool.read(file)
        if plan.recognisesText { outcome = try await recognising(outcome, file) }
        if let overlay = plan.overlay {
            outcome.document.diagnostics += try await overlay.draw(outcome.document, file, index: index, with: pool)
        }
        return outcome
    }

    /// After so many pages in a row that tesseract fails on, it will fail on all: each may take the whole deadline.
    private static let patience = 5

    private func recognising(_ outcome: WorkerOutcome, _ file: CorpusFile) async throws -> WorkerOutcome {
        let wanted = pagesNeedingRecognition(outcome.document)
        guard !wanted.isEmpty else { return outcome }
        guard let tesseract else {
            var outcome = outcome
            outcome.document.diagnostics.append(
                .warning(
                    "no-tesseract", "text recognition is asked for, but tesseract is not installed",
                    help: "apt-get install tesseract-ocr"))
            return outcome
        }
        var pages: [RecognisedPage] = []
        var problems: [Diagnostic] = []
        var failuresInRow = 0
        for page in wanted {
            let drawn = try await pool.perform(.draw(PageDrawing(page: page, purpose: .recognition)), with: file)
            guard let picture = drawn.picture else {
                problems += drawn.document.diagnostics
                continue
            }
            switch try await tesseract.recognise(picture, page: page) {
            case .success(let words):
                pages.append(words)
                failuresInRow = 0
            case .failure(let problem):
                problems.append(problem.diagnostic)
                failuresInRow += 1
            }
            guard failuresInRow < Self.patience else {
                problems.append(
                    .error("recognition-given-up", "pages after page \(page) were not tried", at: Place(page: page)))
                break
            }
        }
        var result = outcome
        if !pages.isEmpty {
            let again = try await pool.perform(.read(recognised: pages), with: file)
            // A second reading that fails takes nothing from the first.
            if again.document.status.isRead { result = again } else { problems += again.document.diagnostics }
        }
        result.document.diagnostics += problems
        return result
    }
}
