import Codebooks
import DocumentModel

/// What people and a codebook say of one code, passage by passage; passages are indices into the gold.
struct GoldOfCode {
    /// Passages with the code that the codebook gives it to.
    private(set) var found: [Int] = []
    /// Passages with the code that the codebook does not give it to, without those of ``unreachable``.
    private(set) var missed: [Int] = []
    /// Missed passages in sections that are never coded: no term would help.
    private(set) var unreachable: [Int] = []
    /// Passages without the code.
    private(set) var others: [Int] = []
    /// Those of ``others`` that the codebook gives the code to all the same.
    private(set) var wronglyFound: Set<Int> = []
    /// Of each passage the words in its text that make a rule of the code hold, in code points; rules that count
    /// against the code are left out.
    private(set) var covered: [[Range<Int>]] = []

    /// - Parameter gold: with the codebooks' names, see ``resolved(_:with:)``.
    init(_ code: CodeReference, _ codebooks: [Codebook], gold: [GoldPassage]) {
        let rules = codebooks.lazy.compactMap { $0.code(code) }.first?.rules ?? []
        let positive = Set(rules.filter { $0.weight > 0 }.map(\.id))
        let skipped = Set(codebooks.filter { $0.code(code) != nil }.flatMap(\.skip))
        for (index, codes) in PassageCoder(codebooks).code(gold.map(\.passage)).enumerated() {
            let isGold = gold[index].codes(in: code.dimension).contains(code.code)
            let isFound = codes.codes(in: code.dimension).contains(code.code)
            switch (isGold, isFound) {
            case (true, true): found.append(index)
            case (true, false):
                let isSkipped = gold[index].passage.section.map(skipped.contains) ?? false
                if isSkipped { unreachable.append(index) } else { missed.append(index) }
            case (false, _):
                others.append(index)
                if isFound { wronglyFound.insert(index) }
            }
            covered.append(
                codes.matches.filter { $0.code == code && positive.contains($0.rule) }
                    .flatMap(\.spans).filter { $0.source == .text }.map { $0.start..<$0.end })
        }
    }

    /// Whether words of a passage make a rule of the code hold already.
    func isCovered(_ span: Range<Int>, in passage: Int) -> Bool {
        covered[passage].contains { $0.overlaps(span) }
    }
}
