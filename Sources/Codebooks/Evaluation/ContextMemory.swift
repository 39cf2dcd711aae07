import DocumentModel
import Matching

/// What was found in the context of the passage before: headings and lead-ins repeat from passage to passage,
/// so most of them need not be looked at again.
///
/// One for each run through passages; any memory gives the same codes.
struct ContextMemory: Sendable {
    private var leadIn: String?
    private var headings: [String] = []
    /// Of that lead-in and those headings.
    private var levels: [Level] = []
    private var context: [KnownText] = []
    private var previous: KnownText?

    /// A text with its hits, one list for each language.
    private struct KnownText: Sendable {
        var text: String
        var hits: [HitList]
    }

    /// A level of a passage's context.
    struct Level {
        var source: MatchSpan.Source
        /// Index into the heading path for headings.
        var heading: Int?
        /// One for each language.
        var hits: [HitList]
    }

    /// The levels of a passage's context, the nearest first.
    mutating func levels(of passage: Passage, _ matchers: [LanguageMatchers]) -> [Level] {
        guard matchers.contains(where: { $0.context != nil }) else { return [] }
        if isSame(passage.leadIn, leadIn), passage.headings.elementsEqual(headings, by: isSame) { return levels }
        var known: [KnownText] = []
        levels = []
        if let leadIn = passage.leadIn {
            known.append(lookUp(leadIn, matchers))
            levels.append(Level(source: .leadIn, heading: nil, hits: known[0].hits))
        }
        for (index, heading) in passage.headings.enumerated().reversed() {
            let text = lookUp(heading, matchers)
            known.append(text)
            levels.append(Level(source: .heading, heading: index, hits: text.hits))
        }
        leadIn = passage.leadIn
        headings = passage.headings
        context = known
        return levels
    }

    private func lookUp(_ text: String, _ matchers: [LanguageMatchers]) -> KnownText {
        context.first { isSame($0.text, text) }
            ?? KnownText(text: text, hits: matchers.map { HitList(of: text, in: $0.context) })
    }

    /// What holds in the passage before, one list for each language.
    mutating func hits(inPrevious text: String?, _ matchers: [LanguageMatchers]) -> [HitList] {
        guard let text, matchers.contains(where: { $0.previous != nil }) else { return [] }
        if let previous, isSame(previous.text, text) { return previous.hits }
        let found = KnownText(text: text, hits: matchers.map { HitList(of: text, in: $0.previous) })
        previous = found
        return found.hits
    }
}

/// Whether texts have the same code points, which spans count; `==` takes é and e with an accent for the same.
private func isSame(_ first: String?, _ second: String?) -> Bool {
    guard let first, let second else { return first == nil && second == nil }
    return first.utf8.elementsEqual(second.utf8)
}
