package import Codebooks
package import DocumentModel

/// Passages for which people and the codebook say different things in the same way.
///
/// A code that people gave and that was not found stands against each code that was found in its place, or against none;
/// a code that nobody gave, where nothing was missed, against none. A passage with several codes may be in several
/// confusions.
package struct Confusion: Sendable, Hashable {
    package var dimension: String
    /// The code that people gave; nil for none.
    package var gold: String?
    /// The code that was found; nil for none.
    package var found: String?
    /// In the order of the gold.
    package var cases: [ConfusionCase]
}

/// One passage of a confusion.
package struct ConfusionCase: Sendable, Hashable {
    package var passage: GoldPassage
    /// Rules that gave the code that was found.
    package var rules: [RuleReference]
    /// Why people's code was not found; nil where nothing was missed.
    package var reason: String?
}

/// All confusions, in the codebooks' order of dimensions, the most frequent first.
///
/// - Parameter explained: so many cases of each confusion say which rules nearly hold; the search takes time.
package func confusions(
    of gold: [GoldPassage], with codes: [PassageCodes], codebooks: [Codebook], explained: Int
) -> [Confusion] {
    let finder = ConfusionFinder(codebooks: codebooks, explained: explained)
    let judged = Set(gold.flatMap { $0.codes.map(\.dimension) })
    let dimensions = codebooks.flatMap(\.dimensions).filter { $0.unit == .passage && judged.contains($0.id) }
    return dimensions.flatMap { finder.confusions(of: gold, with: codes, in: $0) }
}

private struct ConfusionFinder {
    private let explainer: Explainer
    private let explained: Int

    private struct Key: Hashable {
        var gold: String?
        var found: String?
    }

    init(codebooks: [Codebook], explained: Int) {
        explainer = Explainer(codebooks)
        self.explained = explained
    }

    func confusions(of gold: [GoldPassage], with codes: [PassageCodes], in dimension: Dimension) -> [Confusion] {
        var numbers: [Key: Int] = [:]
        var found: [Confusion] = []
        for (passage, codes) in zip(gold, codes) {
            let given = passage.codes(in: dimension.id)
            let coded = codes.codes(in: dimension.id)
            let missed = passage.isSeen ? [] : given.filter { !coded.contains($0) }
            for key in keys(missed: missed, wrong: coded.filter { !given.contains($0) }) {
                let number = numbers[key, default: found.count]
                if number == found.count {
                    numbers[key] = number
                    found.append(Confusion(dimension: dimension.id, gold: key.gold, found: key.found, cases: []))
                }
                let isExplained = found[number].cases.count < explained
                found[number].cases.append(
                    ConfusionCase(
                        passage: passage, rules: rules(of: key.found, in: dimension, codes),
                        reason: key.gold.map { reason($0, in: dimension, passage, codes, isExplained) }))
            }
        }
        let order = Dictionary(
            uniqueKeysWithValues: dimension.codes.enumerated().map { (Optional($1.id), $0) })
        return found.sorted {
            (-$0.cases.count, order[$0.gold] ?? .max, order[$0.found] ?? .max)
                < (-$1.cases.count, order[$1.gold] ?? .max, order[$1.found] ?? .max)
        }
    }

    private func keys(missed: [String], wrong: [String]) -> [Key] {
        if missed.isEmpty { return wrong.map { Key(gold: nil, found: $0) } }
        if wrong.isEmpty { return missed.map { Key(gold: $0, found: nil) } }
        return missed.flatMap { gold in wrong.map { Key(gold: gold, found: $0) } }
    }

    private func rules(of code: String?, in dimension: Dimension, _ codes: PassageCodes) -> [RuleReference] {
        guard let code else { return [] }
        let reference = CodeReference(dimension: dimension.id, code: code)
        return codes.matches.filter { $0.code == reference }.map { RuleReference(code: reference, rule: $0.rule) }
    }

    /// Why a code was not assigned: its score, or rules that nearly hold.
    private func reason(
        _ code: String, in dimension: Dimension, _ gold: GoldPassage, _ codes: PassageCodes, _ isExplained: Bool
    ) -> String {
        let reference = CodeReference(dimension: dimension.id, code: code)
        let threshold = dimension.codes.first { $0.id == code }?.threshold ?? 0
        if let score = codes.scores.first(where: { $0.code == reference })?.thousandths {
            let held = codes.matches.filter { $0.code == reference }.map(\.rule).joined(separator: ", ")
            let least = fixed(Double(threshold) / 1000)
            return score >= threshold
                ? "\(code) is outscored (\(held))" : "\(code) has \(fixed(Double(score) / 1000)) of \(least) (\(held))"
        }
        let near = isExplained ? nearRules(of: reference, gold.passage) : []
        return near.isEmpty
            ? "no rule of \(code) holds" : "no rule of \(code) holds, nearly: \(near.joined(separator: ", "))"
    }

    private func nearRules(of code: CodeReference, _ passage: Passage) -> [String] {
        explainer.explain(passage) { $0 == code }.dimensions
            .filter { $0.dimension.id == code.dimension }
            .flatMap { $0.codes.filter { $0.code.id == code.code }.flatMap(\.rules) }
            .filter(\.isNear).map(\.rule.id)
    }
}
