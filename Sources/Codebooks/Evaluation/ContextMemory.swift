import DocumentModel
import Matching

/// What was found in the context of the passage before: headings and lead-ins repeat from passage to passage,
/// so most of them need not be looked at again.
///
/// One for each batch of passages; any memory gives the same codes.
struct ContextMemory {
    private let matchers: [LanguageMatchers]
    private let dimensions: [DimensionProgram]
    private let mayHoldInContext: Bool
    let mayHoldInPrevious: Bool
    /// Index of the context that was asked for last.
    private var context = 0
    /// The heading path of that context, and its levels.
    private var path = 0
    private var headingLevels: [ContextEvidence.Level] = []
    /// Headings and lead-ins, the latest last: a table's column headers come again in every row.
    private var known: [KnownText] = []
    /// More than the columns of most tables and the headings above them.
    private static let longestMemory = 32
    /// Where the text stands that was asked for last, and what was found there.
    private var previous: (text: Range<Int>, hits: [HitList]) = (0..<0, [])

    /// A text with its hits, one list for each language.
    private struct KnownText {
        var text: String
        var hits: [HitList]
    }

    init(_ program: CodingProgram) {
        matchers = program.matchers
        dimensions = program.dimensions
        mayHoldInContext = matchers.contains { $0.context != nil }
        mayHoldInPrevious = matchers.contains { $0.previous != nil }
    }

    /// Whether a context of the batch is another one than that which was asked for last, at first the empty one.
    func isNew(_ index: Int) -> Bool { mayHoldInContext && index != context }

    /// What was found in no context.
    var noEvidence: ContextEvidence { ContextEvidence(levels: [], dimensions: dimensions) }

    /// What was found in a context.
    ///
    /// - Parameter index: of the context in its batch.
    mutating func evidence(in context: PassageBatch.Context, at index: Int) -> ContextEvidence {
        self.context = index
        if context.path != path {
            headingLevels = context.headings.enumerated().reversed().map { number, heading in
                ContextEvidence.Level(source: .heading, heading: number, hits: hits(in: heading))
            }
            path = context.path
        }
        let leadIn = context.leadIn.map { text in
            ContextEvidence.Level(source: .leadIn, heading: nil, hits: hits(in: text))
        }
        return ContextEvidence(levels: (leadIn.map { [$0] } ?? []) + headingLevels, dimensions: dimensions)
    }

    private mutating func hits(in text: String) -> [HitList] {
        if let found = known.lastIndex(where: { $0.text.hasSameScalars(as: text) }) { return known[found].hits }
        let hits = matchers.map { HitList(of: text, in: $0.context) }
        if known.count == Self.longestMemory { known.removeFirst(Self.longestMemory / 2) }
        known.append(KnownText(text: text, hits: hits))
        return hits
    }

    /// What holds in the passage before, one list for each language.
    ///
    /// - Parameters:
    ///   - text: where it stands in the batch's text.
    ///   - utf8: the batch's text.
    mutating func hits(inPrevious text: Range<Int>, of utf8: UnsafeBufferPointer<UInt8>) -> [HitList] {
        if text == previous.text, !previous.hits.isEmpty { return previous.hits }
        let bytes = UnsafeBufferPointer(rebasing: utf8[text])
        previous = (text, matchers.map { HitList(of: bytes, in: $0.previous) })
        return previous.hits
    }
}
