import DocumentModel
import Expressions

/// Finds why rules of one codebook do not hold in one passage.
struct FailureSearch {
    let codebook: Codebook
    let passage: Passage
    let codes: PassageCodes
    private let text: ExpressionProbe
    private let previous: ExpressionProbe?
    /// The levels of the context, the nearest first.
    private let levels: [(place: ContextPlace, probe: ExpressionProbe)]

    /// The level that counts for `under` in a dimension, and the first rule that asks for it.
    typealias Winner = (place: ContextPlace, rule: String, code: String)

    init(_ codebook: Codebook, _ passage: Passage, _ codes: PassageCodes) {
        self.codebook = codebook
        self.passage = passage
        self.codes = codes
        let names = NamedExpressions(codebook.terms)
        let probe = { ExpressionProbe(text: $0, names: names, language: codebook.language) }
        text = probe(passage.text)
        previous = passage.previous.map(probe)
        var levels: [(ContextPlace, ExpressionProbe)] = []
        if let leadIn = passage.leadIn { levels.append((ContextPlace(source: .leadIn, text: leadIn), probe(leadIn))) }
        for (index, heading) in passage.headings.enumerated().reversed() {
            levels.append((ContextPlace(source: .heading, heading: index, text: heading), probe(heading)))
        }
        self.levels = levels
    }

    /// Asks at once for what ``failures(of:level:)`` will ask for one by one; for a long codebook that takes a fraction
    /// of the time.
    func prepare(_ rules: [Rule]) {
        let unders = rules.compactMap { $0.under?.expression }
        for level in levels { level.probe.ask(unders) }
        let asked = rules.flatMap { rule in [rule.match, rule.unless].compactMap { $0?.expression } }
        text.ask(asked)
        let absent = rules.compactMap(\.match).filter { !text.holds($0.expression) }
        text.ask(absent.flatMap { text.askedParts(of: $0.unexpanded) })
        guard let previous else { return }
        previous.ask(rules.compactMap(\.previous).flatMap { previous.askedParts(of: $0.unexpanded) })
    }

    /// The nearest level at which any `under` of the dimension holds.
    func winningLevel(of dimension: Dimension) -> Winner? {
        for level in levels {
            for code in dimension.codes {
                for rule in code.rules {
                    if let under = rule.under, level.probe.holds(under.expression) {
                        return (level.place, rule.id, code.id)
                    }
                }
            }
        }
        return nil
    }

    /// Every reason why a rule does not hold.
    func failures(of rule: Rule, level winner: Winner?) -> [RuleFailure] {
        var failures = sectionFailures(of: rule)
        if !rule.when.isEmpty, !rule.when.contains(where: { codes.codes(in: $0.dimension).contains($0.code) }) {
            failures.append(.notAssigned(rule.when))
        }
        if let match = rule.match, let failure = failure(ofMatch: match, at: rule.at) { failures.append(failure) }
        if let under = rule.under, let failure = failure(ofUnder: under, winner) { failures.append(failure) }
        if let asked = rule.previous {
            if let previous {
                failures += previous.failure(of: asked.unexpanded).map { [.previous($0)] } ?? []
            } else {
                failures.append(.noPrevious)
            }
        }
        if let unless = rule.unless, let spans = text.spans(of: unless.expression) {
            failures.append(.blocked(by: spans))
        }
        return failures
    }

    private func sectionFailures(of rule: Rule) -> [RuleFailure] {
        guard let section = passage.section else { return [] }
        if rule.notInSections.contains(section) { return [.excludedSection(section)] }
        let isWanted = rule.inSections.isEmpty || rule.inSections.contains(section)
        return isWanted ? [] : [.otherSection(section, wanted: rule.inSections)]
    }

    private func failure(ofMatch match: RuleExpression, at anchor: Rule.Anchor?) -> RuleFailure? {
        guard let found = text.spans(of: match.expression) else {
            return text.failure(of: match.unexpanded).map { .match($0) }
        }
        if anchor == .start, found.first?.lowerBound != startOfFirstWord(in: passage.text) { return .notAtStart(found) }
        guard let negation = codebook.negation else { return nil }
        let entry = NegatedEntry(match: match.expression, negation: negation.expression)
        guard !entry.holds(in: passage.text, language: codebook.language) else { return nil }
        // A negated hit has the negation shortly before its first word.
        let pairs = (text.spans(of: negation.expression) ?? []).flatMap { negation in
            found.filter { $0.lowerBound >= negation.upperBound }.map { (negation, $0) }
        }
        return pairs.min { $0.1.lowerBound - $0.0.upperBound < $1.1.lowerBound - $1.0.upperBound }
            .map { .negated(by: $0.0, word: $0.1) }
    }

    private func failure(ofUnder under: RuleExpression, _ winner: Winner?) -> RuleFailure? {
        if levels.isEmpty { return .noContext }
        guard let own = levels.first(where: { $0.probe.holds(under.expression) }) else {
            return .under(under.unexpanded.source)
        }
        guard let winner, winner.place != own.place else { return nil }
        return .outranked(at: own.place, by: winner.place, rule: winner.rule, code: winner.code)
    }
}
