package import Codebooks
import DocumentModel

/// What the codebook would do without a rule, on gold.
package struct RuleRemoval: Sendable, Hashable {
    package var rule: RuleReference
    /// Codes of passages that people gave too: how many more (or, below 0, fewer) the codebook would give.
    package var right: Int
    /// The same of codes that people did not give.
    package var wrong: Int
}

/// What taking out each rule by itself would do, in the codebooks' order.
///
/// Only the passages in which a rule holds are coded again. Of a dimension that the gold never names nothing is known:
/// its codes are not counted.
///
/// - Parameter gold: with the codebooks' names: see ``resolved(_:with:)``.
package func ruleRemovals(of codebooks: [Codebook], in gold: [GoldPassage]) -> [RuleRemoval] {
    let judged = Set(gold.flatMap { $0.codes.map(\.dimension) })
    let coded = PassageCoder(codebooks).code(gold.map(\.passage))
    var held: [RuleReference: [Int]] = [:]
    for (number, codes) in coded.enumerated() {
        for match in codes.matches {
            held[RuleReference(code: match.code, rule: match.rule), default: []].append(number)
        }
    }
    func count(_ codes: PassageCodes, _ passage: GoldPassage) -> (right: Int, wrong: Int) {
        var result = (right: 0, wrong: 0)
        for dimension in codes.assigned where judged.contains(dimension.dimension) {
            let given = passage.codes(in: dimension.dimension)
            let right = dimension.codes.count { given.contains($0) }
            result = (result.right + right, result.wrong + dimension.codes.count - right)
        }
        return result
    }
    return codebooks.flatMap(\.rules).map { code, rule in
        let reference = RuleReference(code: code, rule: rule.id)
        var removal = RuleRemoval(rule: reference, right: 0, wrong: 0)
        guard let passages = held[reference] else { return removal }
        let without = PassageCoder(codebooks.map { $0.removing(rule.id, of: code) })
        for (number, codes) in zip(passages, without.code(passages.map { gold[$0].passage })) {
            let (before, after) = (count(coded[number], gold[number]), count(codes, gold[number]))
            removal.right += after.right - before.right
            removal.wrong += after.wrong - before.wrong
        }
        return removal
    }
}

extension Codebook {
    fileprivate func removing(_ rule: String, of code: CodeReference) -> Codebook {
        var book = self
        for dimension in dimensions.indices where dimensions[dimension].id == code.dimension {
            for number in dimensions[dimension].codes.indices where dimensions[dimension].codes[number].id == code.code
            {
                book.dimensions[dimension].codes[number].rules.removeAll { $0.id == rule }
            }
        }
        return book
    }
}
