package import Codebooks
import DocumentModel

/// How often a rule holds in gold passages of its code, and where it holds in others.
package struct RulePrecision: Sendable, Hashable {
    package var rule: RuleReference
    /// Passages in which the rule holds and people see it rightly so: they gave its code; of a rule with a negative
    /// weight, they did not.
    package var right: Int
    /// The other passages in which it holds, in the order of the gold.
    package var wrong: [GoldPassage]

    /// Thousandths; nil if the rule holds in no gold passage.
    package var thousandths: Int? {
        let all = right + wrong.count
        return all == 0 ? nil : right * 1000 / all
    }
}

/// The precision of every rule, in the codebooks' order.
///
/// Of a dimension that the gold never names nothing is known: its rules have no precision.
///
/// - Parameter gold: with the codebooks' names: see ``resolved(_:with:)``.
package func rulePrecision(of codebooks: [Codebook], in gold: [GoldPassage]) -> [RulePrecision] {
    let coder = PassageCoder(codebooks)
    let rules = codebooks.flatMap(\.rules)
    let judged = Set(gold.flatMap { $0.codes.map(\.dimension) })
    var results = rules.map {
        RulePrecision(rule: RuleReference(code: $0.code, rule: $0.rule.id), right: 0, wrong: [])
    }
    let numbers = Dictionary(uniqueKeysWithValues: results.enumerated().map { ($1.rule, $0) })
    for passage in gold {
        for match in coder.code(passage.passage).matches where judged.contains(match.code.dimension) {
            guard let number = numbers[RuleReference(code: match.code, rule: match.rule)] else { continue }
            let isGiven = passage.codes(in: match.code.dimension).contains(match.code.code)
            if isGiven == (rules[number].rule.weight > 0) {
                results[number].right += 1
            } else {
                results[number].wrong.append(passage)
            }
        }
    }
    return results
}
