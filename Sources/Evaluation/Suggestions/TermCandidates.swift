import Codebooks
import Expressions
import Matching

/// A term that might become part of a rule, and the passages that it would hold in.
struct TermCandidate {
    var expression: Expression
    var source: String
    /// What its words begin with, by which terms are known to be about the same word.
    var words: [String]
    /// Passages with the code that the codebook misses, in which it stands outside of what rules cover; ascending.
    var missed: [Int] = []
    /// The same of those that the codebook finds.
    var found: [Int] = []
    /// Passages without the code; ascending.
    var others: [Int] = []
    /// Whether the code's definition has it, and how many definitions of other codes do.
    var isInDefinition = false
    var otherDefinitions = 0

}

/// Words, beginnings of words, and phrases of two and three words of missed passages.
struct TermCandidates {
    private let language: String
    private let gold: [GoldPassage]
    private let code: GoldOfCode
    private let definitions: Definitions

    init(_ gold: [GoldPassage], _ code: GoldOfCode, definitions: Definitions, language: String) {
        self.gold = gold
        self.code = code
        self.definitions = definitions
        self.language = language
    }

    /// All candidates with the passages in which the matcher finds them; in no special order, but always in the same.
    func found() -> [TermCandidate] {
        var candidates = written()
        let matcher = Matcher(entries: candidates.map { Matcher.Entry($0.expression) }, language: language)
        func forEachMatch(_ passages: [Int], coveredCount: Bool, _ body: (_ entry: Int, _ passage: Int) -> Void) {
            for passage in passages {
                for match in matcher.matches(in: gold[passage].passage.text)
                where coveredCount || match.spans.contains(where: { !code.isCovered($0, in: passage) }) {
                    body(match.entry, passage)
                }
            }
        }
        forEachMatch(code.missed, coveredCount: false) { candidates[$0].missed.append($1) }
        forEachMatch(code.found, coveredCount: false) { candidates[$0].found.append($1) }
        forEachMatch(code.others, coveredCount: true) { candidates[$0].others.append($1) }
        for match in matcher.matches(in: definitions.own) { candidates[match.entry].isInDefinition = true }
        for other in definitions.others {
            for match in matcher.matches(in: other) { candidates[match.entry].otherDefinitions += 1 }
        }
        return candidates.filter { !$0.missed.isEmpty }
    }

    // MARK: Writing

    /// The terms of missed passages, the most frequent first.
    private func written() -> [TermCandidate] {
        var families = WordFamilies(language: language)
        // Every word of the gold belongs to a family, so that a beginning is known to be that of other words too.
        let texts = gold.map { gold in words(of: gold.passage.text).map { (families.family(of: $0.text), $0) } }
        var counts: [[Int]: Int] = [:]
        var order: [[Int]] = []
        for passage in code.missed {
            var seen: Set<[Int]> = []
            forEachTerm(of: texts[passage], in: passage) { term in
                guard seen.insert(term).inserted else { return }
                if counts.updateValue(counts[term, default: 0] + 1, forKey: term) == nil { order.append(term) }
            }
        }
        let frequent = order.enumerated().sorted { first, second in
            let (one, other) = (counts[first.element] ?? 0, counts[second.element] ?? 0)
            return one == other ? first.offset < second.offset : one > other
        }.prefix(mostTerms).map(\.element)
        let forms = FamilyForms(families)
        var sources: Set<String> = []
        return frequent.flatMap { term in
            term.count == 1
                ? forms.asTerms(term[0]) { isStopWord($0, language: language) }.map { [$0] }
                : [term.map(forms.inPhrase)]
        }.compactMap { candidate($0) }.filter { sources.insert($0.source).inserted }
    }

    /// One, two and three words side by side, as families; none begins or ends with a stop word, and none has a word that
    /// a rule of the code holds for already.
    private func forEachTerm(of words: [(family: Int, word: PassageWord)], in passage: Int, _ body: ([Int]) -> Void) {
        let isCovered = words.map { code.isCovered($0.word.span, in: passage) }
        let isStopWord = words.map { Evaluation.isStopWord($0.word.text, language: language) }
        for start in words.indices where !isStopWord[start] {
            for end in start..<min(start + longestPhrase, words.count) {
                if isCovered[end] { break }
                if !isStopWord[end] { body(words[start...end].map(\.family)) }
            }
        }
    }

    private func candidate(_ words: [String]) -> TermCandidate? {
        let terms = words.map { word in
            word.hasSuffix("~") ? Term(parts: [String(word.dropLast())], stemmed: true) : Term(parts: [word])
        }
        let expression = Expression.phrase(of: terms.map { .term($0) })
        let source = expression.source
        // Words of scripts whose letters terms do not take as they stand.
        guard parseExpression(source, at: nil).expression == expression, check(expression, at: nil).isEmpty else {
            return nil
        }
        return TermCandidate(
            expression: expression, source: source,
            words: words.map { $0.trimmingSuffix { $0 == "*" || $0 == "~" } })
    }
}

/// Words of a phrase at most: longer ones come too seldom to tell anything.
private let longestPhrase = 3

/// So many terms are looked for at most; the rest are terms of one passage among thousands.
private let mostTerms = 20_000

extension String {
    fileprivate func trimmingSuffix(_ isSuffix: (Character) -> Bool) -> String {
        var text = self
        while let last = text.last, isSuffix(last) { text.removeLast() }
        return text
    }
}
