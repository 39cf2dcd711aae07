package import Codebooks
package import DocumentModel

/// How often each pair of sets of codes stands in each document: what all figures and their intervals follow from.
package struct AgreementTable: Sendable {
    private var pairs: [CodePairs]
    /// Of each document how often it has each pair, by the pair's counter.
    private var documents: [[(counter: Int, count: Int)]] = []
    /// Where the counters of each dimension begin.
    private var starts: [Int] = []
    private let passages: Int
    private let ambiguous: Int
    private var all: [Int] = []
    private var clear: [Int] = []

    /// See ``agreement(of:with:codebooks:)``.
    package init(of gold: [GoldPassage], with codes: [PassageCodes], codebooks: [Codebook]) {
        precondition(gold.count == codes.count, "one coding for each gold passage")
        let dimensions = codebooks.flatMap(\.dimensions).filter { $0.unit == .passage }
        let judged = Set(gold.flatMap { $0.codes.map(\.dimension) })
        pairs = dimensions.map { CodePairs($0, isJudged: judged.contains($0.id)) }
        passages = gold.count
        ambiguous = gold.count(where: \.isAmbiguous)
        // Of each dimension the pair of each passage.
        let numbers = dimensions.enumerated().map { index, dimension in
            let order = Dictionary(uniqueKeysWithValues: dimension.codes.enumerated().map { ($1.id, $0) })
            return zip(gold, codes).map { gold, codes in
                pairs[index].number(
                    of: CodePair(
                        gold: inOrder(gold.codes(in: dimension.id), order),
                        found: inOrder(codes.codes(in: dimension.id), order), isSeen: gold.isSeen))
            }
        }
        var end = 0
        for index in pairs.indices {
            pairs[index].finish()
            starts.append(end)
            end += pairs[index].pairs.count
        }
        count(gold, numbers, counters: end)
    }

    /// A passage without a document is one by itself.
    private mutating func count(_ gold: [GoldPassage], _ numbers: [[Int]], counters: Int) {
        all = [Int](repeating: 0, count: counters)
        clear = all
        var rows: [String: Int] = [:]
        var cells: [[Int: Int]] = []
        for (passage, gold) in gold.enumerated() {
            let name = gold.document ?? "\u{0}\(passage)"
            let row = rows[name, default: cells.count]
            if row == cells.count {
                rows[name] = row
                cells.append([:])
            }
            for (start, numbers) in zip(starts, numbers) {
                let counter = start + numbers[passage]
                cells[row][counter, default: 0] += 1
                all[counter] += 1
                if !gold.isAmbiguous { clear[counter] += 1 }
            }
        }
        documents = cells.map { $0.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
    }

    /// How many documents the passages come from.
    package var documentCount: Int { documents.count }

    package var agreement: Agreement {
        Agreement(
            dimensions: dimensions(all), unambiguous: dimensions(clear), passages: passages,
            ambiguousPassages: ambiguous)
    }

    /// The interval of every metric, by its name.
    package func intervals(_ bootstrap: Bootstrap) -> [String: Interval] {
        let names = dimensions(all).flatMap(\.metricNames)
        let intervals = bootstrap.intervals(documents: documents, counters: all.count) { sums in
            dimensions(sums).flatMap(\.figures)
        }
        return Dictionary(zip(names, intervals), uniquingKeysWith: { first, _ in first })
    }

    private func dimensions(_ counts: [Int]) -> [DimensionAgreement] {
        zip(pairs, starts).map { pairs, start in pairs.agreement(counts[start..<start + pairs.pairs.count]) }
    }
}

/// Numbers of codes, ascending, each once.
private func inOrder(_ codes: [String], _ order: [String: Int]) -> [Int] {
    codes.count == 1 ? codes.compactMap { order[$0] } : Set(codes.compactMap { order[$0] }).sorted()
}
