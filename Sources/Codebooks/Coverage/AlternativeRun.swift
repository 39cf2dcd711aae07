import Diagnostics
import DocumentModel
import Expressions
import Matching

/// Codes examples and notes which alternatives took part.
struct AlternativeRun {
    private let coder: PassageCoder
    private let matcher: Matcher?
    private let groups: [Group]
    /// What may fire in the match of a rule, by its key and by where its words are found.
    private let groupsOfRules: [RuleKey: [MatchSpan.Source: [Int]]]
    private let weights: [RuleKey: Int]
    private let unlessGroups: [Int]
    private var fired: [Bool]

    /// The alternatives of one expression: entries of the matcher.
    private struct Group {
        var owner: AlternativeCoverage.Owner
        var entries: Range<Int>
        var sources: [String]
        var place: Place?
    }

    private struct RuleKey: Hashable {
        var code: CodeReference
        var rule: String
    }

    init(_ codebook: Codebook) {
        coder = PassageCoder([codebook])
        let names = NamedExpressions(codebook.terms)
        var groups: [Group] = []
        var entries: [Matcher.Entry] = []
        func add(_ alternatives: [Expression], _ owner: AlternativeCoverage.Owner, _ place: Place?) -> Int? {
            let expanded = alternatives.compactMap { source in names.expanded(source).0.map { (source, $0) } }
            guard !expanded.isEmpty else { return nil }
            let start = entries.count
            entries += expanded.map { Matcher.Entry($0.1) }
            groups.append(
                Group(
                    owner: owner, entries: start..<entries.count, sources: expanded.map(\.0.source), place: place))
            return groups.count - 1
        }
        var groupOfName: [String: Int] = [:]
        for term in codebook.terms {
            guard let expression = names.definition(of: term.name) else { continue }
            let alternatives = expression.alternatives.isEmpty ? [expression] : expression.alternatives
            groupOfName[term.name] = add(alternatives, .term(term.name), term.place)
        }
        var groupsOfRules: [RuleKey: [MatchSpan.Source: [Int]]] = [:]
        var weights: [RuleKey: Int] = [:]
        var unlessGroups: [Int] = []
        for (reference, rule) in codebook.rules {
            let key = RuleKey(code: reference, rule: rule.id)
            weights[key] = rule.weight
            let expressions: [(String, RuleExpression?, [MatchSpan.Source])] = [
                ("match", rule.match, [.text]), ("under", rule.under, [.leadIn, .heading]),
                ("previous", rule.previous, [.previous]), ("unless", rule.unless, []),
            ]
            for (name, expression, places) in expressions {
                guard let expression else { continue }
                let unexpanded = expression.unexpanded
                let owner = AlternativeCoverage.Owner.rule(reference, rule: rule.id, key: name)
                let own = add(unexpanded.alternatives, owner, expression.place)
                let used = names.names(in: unexpanded).sorted().compactMap { groupOfName[$0] }
                let all = [own].compactMap(\.self) + used
                for place in places { groupsOfRules[key, default: [:]][place] = all }
                if name == "unless" { unlessGroups += all }
            }
        }
        matcher = entries.isEmpty ? nil : Matcher(entries: entries, language: codebook.language)
        self.groups = groups
        self.groupsOfRules = groupsOfRules
        self.weights = weights
        self.unlessGroups = unlessGroups
        fired = [Bool](repeating: false, count: entries.count)
    }

    mutating func code(_ passage: Passage, isNearMiss: Bool) {
        var hits = PassageHits(passage, matcher)
        for match in coder.code(passage).matches {
            let key = RuleKey(code: match.code, rule: match.rule)
            if isNearMiss, weights[key, default: 0] >= 0 { continue }
            for span in match.spans {
                let found = hits.hits(in: span.source, level: span.level)
                for group in groupsOfRules[key]?[span.source] ?? [] {
                    found.forEach(of: groups[group].entries) { entry in
                        _ = found.forEachSpan(of: entry) { if $0.lies(in: span) { fired[entry] = true } }
                    }
                }
            }
        }
        let found = hits.hits(in: .text, level: nil)
        for group in unlessGroups { found.forEach(of: groups[group].entries) { fired[$0] = true } }
    }

    var finished: [AlternativeCoverage] {
        groups.map { group in
            let unfired = zip(group.entries, group.sources).filter { !fired[$0.0] }.map(\.1)
            return AlternativeCoverage(
                owner: group.owner, alternatives: group.sources, unfired: unfired, place: group.place)
        }
    }
}

/// What stands in each text of a passage, looked up when it is asked for.
private struct PassageHits {
    private let passage: Passage
    private let matcher: Matcher?
    private var known: [ContextKey: HitList] = [:]

    private struct ContextKey: Hashable {
        var source: MatchSpan.Source
        var level: Int?
    }

    init(_ passage: Passage, _ matcher: Matcher?) {
        self.passage = passage
        self.matcher = matcher
    }

    mutating func hits(in source: MatchSpan.Source, level: Int?) -> HitList {
        let key = ContextKey(source: source, level: level)
        if let hits = known[key] { return hits }
        let hits = HitList(of: passage.text(of: source, level: level) ?? "", in: matcher)
        known[key] = hits
        return hits
    }
}

extension Range<Int> {
    fileprivate func lies(in span: MatchSpan) -> Bool { span.start <= lowerBound && upperBound <= span.end }
}

extension Expression {
    /// The elements of every OR in the expression, outermost first; what NOT excludes is left out.
    fileprivate var alternatives: [Expression] {
        switch self {
        case .term, .name, .not: []
        case .phrase(let parts), .all(let parts): parts.flatMap(\.alternatives)
        case .proximity(let left, let right, _): left.alternatives + right.alternatives
        case .any(let parts): parts.flatMap { [$0] + $0.alternatives }
        }
    }
}
