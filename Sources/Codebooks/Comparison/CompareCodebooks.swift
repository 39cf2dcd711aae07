import DocumentModel

/// What changed from one codebook to another. What goes by another id but says the same is renamed, not removed and
/// added: dimensions with the same codes, codes with the same label, rules or examples, rules with the same conditions.
package func compare(_ old: Codebook, _ new: Codebook) -> CodebookDifference {
    var comparison = Comparison(new)
    comparison.compareHeads(old, new)
    comparison.compareTerms(old, new)
    comparison.compareDimensions(old, new)
    return comparison.difference
}

/// Pairs what two versions have and notes what differs.
private struct Comparison {
    private(set) var difference = CodebookDifference()
    /// Names of terms, with the rules of the new codebook that use them.
    private let users: [String: [RuleReference]]

    init(_ new: Codebook) {
        let names = NamedExpressions(new.terms)
        var users: [String: [RuleReference]] = [:]
        for (code, rule) in new.rules {
            let used = [rule.match, rule.under, rule.previous, rule.unless].compactMap(\.self)
                .reduce(into: Set<String>()) { $0.formUnion(names.names(in: $1.unexpanded)) }
            for name in used { users[name, default: []].append(RuleReference(code: code, rule: rule.id)) }
        }
        self.users = users
    }

    // MARK: The whole, terms

    mutating func compareHeads(_ old: Codebook, _ new: Codebook) {
        if old.id != new.id { note(.codebook, .renamed(from: old.id)) }
        compareKeys(
            .codebook,
            [
                ("title", old.title, new.title), ("version", old.version, new.version),
                ("source", old.source, new.source), ("language", old.language, new.language),
            ])
        compareLists(.codebook, "negation", old.negation?.sources ?? [], new.negation?.sources ?? [])
        compareLists(.codebook, "skip", old.skip.map(\.rawValue), new.skip.map(\.rawValue))
    }

    mutating func compareTerms(_ old: Codebook, _ new: Codebook) {
        for term in old.terms where !new.terms.contains(where: { $0.name == term.name }) {
            note(.term(term.name), .removed)
        }
        for term in new.terms {
            let subject = CodebookChange.Subject.term(term.name)
            let count = difference.changes.count
            if let before = old.terms.first(where: { $0.name == term.name }) {
                compareLists(subject, "expressions", before.sources, term.sources)
            } else {
                note(subject, .added)
            }
            if difference.changes.count > count { difference.changes[count].touched = users[term.name] ?? [] }
        }
    }

    // MARK: Dimensions, codes

    mutating func compareDimensions(_ old: Codebook, _ new: Codebook) {
        let pairs = pair(old.dimensions, new.dimensions, id: \.id) { $0.codes.map(\.id) == $1.codes.map(\.id) }
        for dimension in pairs.removed { note(.dimension(dimension.id), .removed) }
        for (before, dimension) in pairs.kept {
            let subject = CodebookChange.Subject.dimension(dimension.id)
            guard let before else {
                note(subject, .added)
                for code in dimension.codes { note(.code(reference(dimension, code)), .added) }
                continue
            }
            if before.id != dimension.id { note(subject, .renamed(from: before.id)) }
            compareKeys(
                subject,
                [
                    ("label", before.label, dimension.label), ("unit", before.unit.rawValue, dimension.unit.rawValue),
                    ("assign", before.assign.source, dimension.assign.source),
                ])
            compareCodes(before, dimension)
        }
    }

    private mutating func compareCodes(_ old: Dimension, _ new: Dimension) {
        let pairs = pair(old.codes, new.codes, id: \.id) { $0.saysTheSame(as: $1) }
        for code in pairs.removed { note(.code(reference(old, code)), .removed) }
        for (before, code) in pairs.kept {
            let subject = CodebookChange.Subject.code(reference(new, code))
            guard let before else {
                note(subject, .added)
                continue
            }
            if before.id != code.id { note(subject, .renamed(from: before.id)) }
            let (from, to) = (reference(old, before), reference(new, code))
            if from != to { difference.renamedCodes[from] = to }
            compareKeys(
                subject,
                [
                    ("label", before.label, code.label), ("column", before.column ?? "", code.column ?? ""),
                    ("brief", before.brief, code.brief), ("definition", before.definition, code.definition),
                    ("use when", before.useWhen, code.useWhen), ("not when", before.notWhen, code.notWhen),
                    ("threshold", decimal(before.threshold), decimal(code.threshold)),
                ])
            compareLists(subject, "aliases", before.aliases, code.aliases)
            compareRules(before, from, code, to)
            compareLists(subject, "examples", before.examples.map(\.source), code.examples.map(\.source))
            compareLists(subject, "near misses", before.nearMisses.map(\.source), code.nearMisses.map(\.source))
        }
    }

    // MARK: Rules

    private mutating func compareRules(_ old: Code, _ from: CodeReference, _ new: Code, _ to: CodeReference) {
        let pairs = pair(old.rules, new.rules, id: \.id) { RuleConditions($0) == RuleConditions($1) }
        for rule in pairs.removed { note(.rule(RuleReference(code: to, rule: rule.id)), .removed) }
        for (before, rule) in pairs.kept {
            let reference = RuleReference(code: to, rule: rule.id)
            guard let before else {
                note(.rule(reference), .added)
                continue
            }
            if before.id != rule.id { note(.rule(reference), .renamed(from: before.id)) }
            let earlier = RuleReference(code: from, rule: before.id)
            if earlier != reference { difference.renamedRules[earlier] = reference }
            for (key, path) in [
                ("match", \Rule.match), ("under", \.under), ("previous", \.previous), ("unless", \.unless),
            ] {
                compareExpressions(.rule(reference), key, before[keyPath: path], rule[keyPath: path])
            }
            compareLists(
                .rule(reference), "in", before.inSections.map(\.rawValue), rule.inSections.map(\.rawValue))
            compareLists(
                .rule(reference), "not in", before.notInSections.map(\.rawValue), rule.notInSections.map(\.rawValue))
            compareLists(.rule(reference), "when", before.when.map(\.source), rule.when.map(\.source))
            compareKeys(.rule(reference), [("at", before.at?.rawValue ?? "", rule.at?.rawValue ?? "")])
            compareKeys(.rule(reference), [("weight", decimal(before.weight), decimal(rule.weight))])
        }
    }

    /// Lists by their elements, where both have several; else the whole, word by word.
    private mutating func compareExpressions(
        _ subject: CodebookChange.Subject, _ key: String, _ old: RuleExpression?, _ new: RuleExpression?
    ) {
        let (old, new) = (old?.sources ?? [], new?.sources ?? [])
        if old.count > 1 || new.count > 1, !old.isEmpty, !new.isEmpty {
            compareLists(subject, key, old, new)
        } else {
            compareKeys(subject, [(key, old.joined(separator: " OR "), new.joined(separator: " OR "))])
        }
    }

    // MARK: Helpers

    private mutating func note(_ subject: CodebookChange.Subject, _ kind: CodebookChange.Kind) {
        difference.changes.append(CodebookChange(subject: subject, kind: kind))
    }

    private mutating func compareKeys(
        _ subject: CodebookChange.Subject, _ keys: [(key: String, old: String, new: String)]
    ) {
        for (key, old, new) in keys where old != new { note(subject, .changed(key: key, from: old, to: new)) }
    }

    private mutating func compareLists(
        _ subject: CodebookChange.Subject, _ key: String, _ old: [String], _ new: [String]
    ) {
        let (before, after) = (Set(old), Set(new))
        let added = new.filter { !before.contains($0) }
        let removed = old.filter { !after.contains($0) }
        if !added.isEmpty || !removed.isEmpty { note(subject, .changedList(key: key, added: added, removed: removed)) }
    }

    private func reference(_ dimension: Dimension, _ code: Code) -> CodeReference {
        CodeReference(dimension: dimension.id, code: code.id)
    }

    /// The elements of the new list, each with its counterpart: of the same id, else one that says the same.
    private func pair<Element>(
        _ old: [Element], _ new: [Element], id: (Element) -> String, saysTheSame: (Element, Element) -> Bool
    ) -> (kept: [(Element?, Element)], removed: [Element]) {
        let newIDs = Set(new.map(id))
        var gone = old.filter { !newIDs.contains(id($0)) }
        let kept = new.map { element -> (Element?, Element) in
            if let same = old.first(where: { id($0) == id(element) }) { return (same, element) }
            guard let index = gone.firstIndex(where: { saysTheSame($0, element) }) else { return (nil, element) }
            return (gone.remove(at: index), element)
        }
        return (kept, gone)
    }
}

extension Code {
    /// Whether another id is all that tells them apart for people or for passages.
    fileprivate func saysTheSame(as other: Code) -> Bool {
        let sameLabel = label == other.label && label != id
        let sameRules = !rules.isEmpty && rules.map { RuleConditions($0) } == other.rules.map { RuleConditions($0) }
        let sameExamples = !examples.isEmpty && examples.map(\.source) == other.examples.map(\.source)
        return sameLabel || sameRules || sameExamples
    }
}

extension Example {
    /// The example in one line, context first.
    package var source: String {
        var parts: [String] = []
        if !passage.headings.isEmpty { parts.append("under " + passage.headings.joined(separator: " > ")) }
        if let leadIn = passage.leadIn { parts.append("led in by " + leadIn) }
        if let previous = passage.previous { parts.append("after " + previous) }
        if let section = passage.section { parts.append("in " + section.rawValue) }
        let context = parts.isEmpty ? "" : " [" + parts.joined(separator: "; ") + "]"
        let wanted = codes.map { $0.map { "\($0.dimension): \($0.codes.joined(separator: ", "))" } } ?? []
        return passage.text + context + (wanted.isEmpty ? "" : " → " + wanted.joined(separator: "; "))
    }
}

extension Dimension.Assignment {
    /// As it is written in a codebook.
    package var source: String {
        switch self {
        case .best: "best"
        case .all: "all"
        case .within(let margin): "all within \(decimal(margin)) of the best"
        }
    }
}

extension CodeReference {
    fileprivate var source: String { "\(dimension).\(code)" }
}
