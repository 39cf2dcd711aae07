package import Codebooks

/// Agreement of any number of coders in one dimension; the unit of analysis is the passage.
package struct CoderAgreement: Sendable {
    /// Agreement on one yes or no.
    package struct Row: Sendable {
        /// A code, or "coded or not".
        package var name: String
        /// How often each coder says yes.
        package var given: [Int]
        package var figures: [(name: String, figure: Figure, interval: Interval)]
    }

    package var dimension: String
    package var rows: [Row]
    /// Of all codes that a passage has.
    package var sets: [(name: String, figure: Figure)]
}

/// Agreement of coders in every dimension that any of them names.
package func agreement(
    among units: CodedUnits, codebooks: [Codebook], bootstrap: Bootstrap = Bootstrap()
) -> [CoderAgreement] {
    let named = Set(units.units.flatMap { $0.codings.flatMap { $0?.codes.map(\.dimension) ?? [] } })
    return codebooks.flatMap(\.dimensions).filter { $0.unit == .passage && named.contains($0.id) }.map { dimension in
        let answers = Answers(units, dimension.id)
        let coded = answers.row("coded or not", bootstrap) { !$0.isEmpty }
        return CoderAgreement(
            dimension: dimension.id,
            rows: dimension.codes.map { code in answers.row(code.id, bootstrap) { $0.contains(code.id) } } + [coded],
            sets: answers.sets(dimension))
    }
}

/// What coders said in one dimension, document by document.
private struct Answers {
    private let coders: Int
    /// Of each unit the codes by coder.
    private let codes: [[[String]?]]
    /// Of each unit the number of its document.
    private var documents: [Int] = []
    private var documentCount = 0

    init(_ units: CodedUnits, _ dimension: String) {
        coders = units.coders.count
        codes = units.units.map { $0.codings.map { $0?.codes(in: dimension) } }
        var numbers: [String: Int] = [:]
        for (index, unit) in units.units.enumerated() {
            let name = unit.passage.document ?? "\u{0}\(index)"
            documents.append(numbers[name, default: numbers.count])
            numbers[name] = documents[index]
        }
        documentCount = numbers.count
    }

    func row(_ name: String, _ bootstrap: Bootstrap, _ isYes: ([String]) -> Bool) -> CoderAgreement.Row {
        var kinds: [[Int?]: Int] = [:]
        var order: [[Int?]] = []
        var counts = [[Int: Int]](repeating: [:], count: documentCount)
        var given = [Int](repeating: 0, count: coders)
        for (codes, document) in zip(codes, documents) {
            let answer = codes.map { $0.map { isYes($0) ? 1 : 0 } }
            for (coder, answer) in answer.enumerated() where answer == 1 { given[coder] += 1 }
            let kind = kinds[answer, default: order.count]
            if kind == order.count {
                kinds[answer] = kind
                order.append(answer)
            }
            counts[document][kind, default: 0] += 1
        }
        func figures(_ times: [Int]) -> [Figure] {
            var ratings = Ratings(categories: 2, coders: coders)
            for (answer, times) in zip(order, times) where times > 0 { ratings.append(answer, times: times) }
            return coefficients(coders).map { $0.figure(ratings) }
        }
        let rows = counts.map { $0.sorted { $0.key < $1.key }.map { (counter: $0.key, count: $0.value) } }
        let all = order.indices.map { kind in counts.reduce(0) { $0 + ($1[kind] ?? 0) } }
        let intervals = bootstrap.intervals(documents: rows, counters: order.count, figures: figures)
        let named = zip(coefficients(coders).map(\.name), zip(figures(all), intervals))
        return CoderAgreement.Row(name: name, given: given, figures: named.map { ($0, $1.0, $1.1) })
    }

    func sets(_ dimension: Dimension) -> [(name: String, figure: Figure)] {
        let numbers = Dictionary(uniqueKeysWithValues: dimension.codes.enumerated().map { ($1.id, $0) })
        let sets = SetRatings(
            coders: coders, units: codes.map { $0.map { $0.map { Set($0.compactMap { numbers[$0] }) } } })
        return [
            ("passages with the same codes (pairs of coders)", sets.ratings.percentAgreement),
            ("Krippendorff's alpha (MASI, Passonneau 2006)", sets.krippendorffsAlpha(.masi)),
            ("Krippendorff's alpha (MASI by distance, as in DKPro)", sets.krippendorffsAlpha(.masiByDistance)),
        ]
    }
}

/// Two coders have Cohen's kappa, more have Fleiss'.
private func coefficients(_ coders: Int) -> [(name: String, figure: @Sendable (Ratings) -> Figure)] {
    let kappa: (String, @Sendable (Ratings) -> Figure) =
        coders == 2
        ? ("Cohen's kappa", { $0.matrix(0, 1).cohensKappa }) : ("Fleiss' kappa", { $0.fleissKappa })
    return [
        ("agreement", { $0.percentAgreement }), kappa, ("Gwet's AC1", { $0.gwetsAC1 }),
        ("Krippendorff's alpha", { $0.krippendorffsAlpha() }),
    ]
}
