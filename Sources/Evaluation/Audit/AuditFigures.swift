package import DocumentModel

/// Error rates of a chart, as a blind check of a sample shows them.
package struct AuditFigures: Sendable, Hashable {
    /// Of what the chart has, the share that is right; of what is right, the share that the chart has.
    package struct Rates: Sendable, Hashable {
        package var precision: Estimate
        package var recall: Estimate
    }

    package struct CodeRates: Sendable, Hashable {
        package var code: CodeReference
        /// Checked items that the chart has with the code.
        package var charted: Int
        /// Checked passages that people gave the code.
        package var given: Int
        package var rates: Rates
    }

    /// Agreement on which cells of a table of documents by codes are filled, over what was checked.
    package struct Cells: Sendable, Hashable {
        package var dimension: String
        package var documents: Int
        package var counts: Counts
    }

    /// Items of the chart, and those of them that were checked.
    package var items: Int
    package var checkedItems: Int
    /// The same of passages that are not in the chart.
    package var others: Int
    package var checkedOthers: Int
    /// Whether a passage is an item of the chart: it is if a person gave it a code of each dimension.
    package var item: Rates
    /// Every code, in the codebook's order.
    package var codes: [CodeRates]
    package var cells: [Cells]
}

/// The error rates that checked passages show of all items and passages.
package func auditFigures(_ passages: [AuditedPassage], design: AuditDesign) -> AuditFigures {
    let estimator = AuditEstimator(passages, design)
    let checked = passages.filter { $0.answer != nil }
    let codes = design.dimensions.flatMap { dimension in
        dimension.codes.map { code in
            let isCharted = { (passage: AuditedPassage) in passage.isCharted(with: code, in: dimension.dimension) }
            let isGiven = { (passage: AuditedPassage) in passage.isGiven(code, in: dimension.dimension) }
            return AuditFigures.CodeRates(
                code: CodeReference(dimension: dimension.dimension, code: code),
                charted: checked.count(where: isCharted), given: checked.count(where: isGiven),
                rates: estimator.rates(machine: isCharted, person: isGiven))
        }
    }
    return AuditFigures(
        items: design.charted.population, checkedItems: checked.count(where: \.isCharted),
        others: design.rest.population, checkedOthers: checked.count { !$0.isCharted },
        item: estimator.rates(
            machine: { $0.isCharted },
            person: { passage in
                design.dimensions.allSatisfy { dimension in
                    dimension.codes.contains { passage.isGiven($0, in: dimension.dimension) }
                }
            }), codes: codes, cells: design.dimensions.map { cellAgreement(of: checked, in: $0) })
}

/// Whether the cells of documents by codes are filled: by what the chart has of the checked passages, and by what people
/// gave them. Codes that neither side uses leave their cells empty on both.
private func cellAgreement(of passages: [AuditedPassage], in dimension: DimensionCodes) -> AuditFigures.Cells {
    var counts = Counts()
    let documents = Dictionary(grouping: passages, by: \.document)
    for passages in documents.values {
        for code in dimension.codes {
            counts.add(
                gold: passages.contains { $0.isGiven(code, in: dimension.dimension) },
                found: passages.contains { $0.isCharted(with: code, in: dimension.dimension) })
        }
    }
    return AuditFigures.Cells(dimension: dimension.dimension, documents: documents.count, counts: counts)
}

/// Estimates rates of all items and passages from those that were checked.
private struct AuditEstimator {
    private let passages: [AuditedPassage]
    private let charted: StratumSample
    private let rest: StratumSample

    init(_ passages: [AuditedPassage], _ design: AuditDesign) {
        self.passages = passages
        func sample(_ stratum: AuditDesign.Stratum, isCharted: Bool) -> StratumSample {
            var draws = [[Int]](repeating: [], count: stratum.draws)
            var isWhole = stratum.isCensus
            for (row, passage) in passages.enumerated() where passage.isCharted == isCharted {
                if passage.answer == nil { isWhole = false }
                for draw in passage.draws where passage.answer != nil { draws[draw].append(row) }
            }
            return StratumSample(population: stratum.population, draws: draws, isWhole: isWhole)
        }
        charted = sample(design.charted, isCharted: true)
        rest = sample(design.rest, isCharted: false)
    }

    /// - Parameters:
    ///   - machine: whether the chart says it of a passage; never of one that is not in the chart.
    ///   - person: whether the answer of a checked passage says it.
    func rates(machine: (AuditedPassage) -> Bool, person: (AuditedPassage) -> Bool) -> AuditFigures.Rates {
        AuditFigures.Rates(precision: precision(machine, person), recall: recall(machine, person))
    }

    private func precision(_ machine: (AuditedPassage) -> Bool, _ person: (AuditedPassage) -> Bool) -> Estimate {
        let share = charted.ratio(of: { person(passages[$0]) }, among: { machine(passages[$0]) })
        return share.map { Estimate($0) } ?? .undefined("no such item was checked")
    }

    /// What was found and rightly so, beside what was missed: in items with other codes, and in passages that are not in
    /// the chart.
    private func recall(_ machine: (AuditedPassage) -> Bool, _ person: (AuditedPassage) -> Bool) -> Estimate {
        let right = charted.total { machine(passages[$0]) && person(passages[$0]) }
        let missedInChart = charted.total { !machine(passages[$0]) && person(passages[$0]) }
        let missedBeside = rest.total { person(passages[$0]) }
        guard let right, let missedInChart, let missedBeside else {
            return .undefined("too few passages were checked")
        }
        let missed = missedInChart + missedBeside
        guard right.value + missed.value > 0 else { return .undefined("no checked passage has it") }
        guard right.value > 0 else {
            return Estimate(figure: .value(0), interval: .undefined(reason: "none that was found is right"))
        }
        return Estimate(Bounded.share(of: right, beside: missed))
    }
}
