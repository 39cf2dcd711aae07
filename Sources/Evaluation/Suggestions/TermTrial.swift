import Codebooks
import DocumentModel
import Expressions

/// Codes gold with one more rule, to see what its term does.
struct TermTrial {
    /// Passages that get the code by the term, ascending.
    struct Gains {
        var right: [Int]
        var wrong: [Int]
    }

    private let code: CodeReference
    private let codebooks: [Codebook]
    private let gold: [GoldPassage]
    private let sides: GoldOfCode
    private let weight: Int
    private let id: String

    init(_ code: CodeReference, _ codebooks: [Codebook], gold: [GoldPassage], _ sides: GoldOfCode) {
        self.code = code
        self.codebooks = codebooks
        self.gold = gold
        self.sides = sides
        let known = codebooks.lazy.compactMap { $0.code(code) }.first
        weight = known.map(usualWeight) ?? 1000
        let ids = Set(known?.rules.map(\.id) ?? [])
        let free = (1...).lazy.map { $0 == 1 ? "suggested" : "suggested-\($0)" }.first { !ids.contains($0) }
        id = free ?? "suggested"
    }

    /// The passages that a rule with this one term brings.
    func gains(of candidate: TermCandidate) -> Gains {
        let coder = PassageCoder(codebooks.map { $0.adding(rule(with: [candidate]), to: code) })
        func gained(_ passages: [Int]) -> [Int] {
            let codes = coder.code(passages.map { gold[$0].passage })
            return zip(passages, codes).filter { $0.1.codes(in: code.dimension).contains(code.code) }.map(\.0)
        }
        return Gains(
            right: gained(candidate.missed), wrong: gained(candidate.others.filter { !sides.wronglyFound.contains($0) })
        )
    }

    /// A rule of the code that holds where one of the terms does.
    func rule(with candidates: [TermCandidate]) -> Rule {
        guard !candidates.isEmpty else { return Rule(id: id, weight: weight) }
        return Rule(
            id: id,
            match: RuleExpression(
                sources: candidates.map(\.source), expression: .any(of: candidates.map(\.expression))), weight: weight)
    }
}

/// A weight like those of the code's other rules, their median, and enough to reach the threshold alone.
private func usualWeight(_ code: Code) -> Int {
    let weights = code.rules.filter { $0.match != nil && $0.weight > 0 }.map(\.weight).sorted()
    return max(code.threshold, weights.isEmpty ? 0 : weights[weights.count / 2])
}

extension Codebook {
    fileprivate func adding(_ rule: Rule, to code: CodeReference) -> Codebook {
        var book = self
        guard let dimension = dimensions.firstIndex(where: { $0.id == code.dimension }),
            let number = dimensions[dimension].codes.firstIndex(where: { $0.id == code.code })
        else { return self }
        book.dimensions[dimension].codes[number].rules.append(rule)
        return book
    }
}
