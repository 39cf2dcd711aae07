import DocumentModel
import Evaluation
import Foundation
import SeededRandom
import Testing

/// A corpus whose errors are known: documents of very different sizes, better and worse ones, codes of which some are
/// rare.
private struct PlantedCorpus {
    struct Passage {
        /// Number of the code; nil if it is not in the chart, or should not be.
        var charted: Int?
        var right: Int?
    }

    static let codes = ["money", "people", "trust", "law"]
    /// Shares of the codes, in thousandths.
    private static let shares = [500, 270, 180, 50]
    /// Codes of which a sample has more than a handful. Intervals of the others are nearly as wide as can be, and cover
    /// the truth more often than they need to.
    static let common = 0..<3
    private(set) var documents: [[Passage]] = []

    /// - Parameters:
    ///   - precision: in thousandths, about; in some documents much lower or higher.
    ///   - recall: likewise.
    init(documents count: Int, precision: Int, recall: Int, seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<count {
            // From 5 passages to some hundreds, most of them short.
            let size = 5 + random.index(below: 16) * random.index(below: 20) + random.index(below: 40)
            let ownPrecision = min(980, precision - 250 + random.index(below: 500))
            let ownRecall = min(980, recall - 250 + random.index(below: 500))
            let relevant = 50 + random.index(below: 120)
            documents.append(
                (0..<size).map { _ in
                    if random.index(below: 1000) < relevant {
                        let code = Self.code(&random)
                        guard random.index(below: 1000) < ownRecall else { return Passage(right: code) }
                        let isSame = random.index(below: 10) > 0
                        return Passage(charted: isSame ? code : Self.code(&random), right: code)
                    }
                    let wrong = relevant * ownRecall * (1000 - ownPrecision) / (ownPrecision * 1000)
                    return Passage(charted: random.index(below: 1000) < wrong ? Self.code(&random) : nil)
                })
        }
    }

    private static func code(_ random: inout SeededGenerator) -> Int {
        var rest = random.index(below: 1000)
        return shares.firstIndex { share in
            rest -= share
            return rest < 0
        }!
    }

    /// The rates of the whole corpus, of each code.
    func truth(_ code: Int) -> (precision: Double, recall: Double) {
        let all = documents.flatMap(\.self)
        let both = Double(all.count { $0.charted == code && $0.right == code })
        return (both / Double(all.count { $0.charted == code }), both / Double(all.count { $0.right == code }))
    }

    /// What an audit says that draws so many items and other passages.
    func audited(items: Int, others: Int, seed: UInt64) -> AuditFigures {
        var random = SeededGenerator(seed: seed)
        var passages: [AuditedPassage] = []
        func stratum(_ count: Int, isCharted: Bool) -> AuditDesign.Stratum {
            let members = documents.map { $0.filter { ($0.charted != nil) == isCharted } }
            let draws = drawByDocument(sizes: members.map(\.count), count: count, take: 3, random: &random)
            for (number, draw) in draws.draws.enumerated() {
                for item in draw.items {
                    let passage = members[draw.document][item]
                    func codes(_ code: Int?) -> [DimensionCodes] {
                        [DimensionCodes(dimension: "theme", codes: code.map { [Self.codes[$0]] } ?? [])]
                    }
                    passages.append(
                        AuditedPassage(
                            document: String(draw.document), isCharted: isCharted, charted: codes(passage.charted),
                            answer: codes(passage.right), draws: [number]))
                }
            }
            return .init(population: draws.population, draws: draws.draws.count, isCensus: draws.isCensus)
        }
        let design = AuditDesign(
            charted: stratum(items, isCharted: true), rest: stratum(others, isCharted: false),
            dimensions: [DimensionCodes(dimension: "theme", codes: Self.codes)])
        return auditFigures(passages, design: design)
    }
}

struct AuditCoverageTests {
    /// 95 % intervals cover the truth in 93 to 97 of 100 samples, of corpora with few and many errors; as many samples
    /// as `CODECHART_CASES` says, and the figures of all codes.
    @Test(arguments: [(precision: 750, recall: 650), (precision: 550, recall: 800), (precision: 850, recall: 500)])
    func intervalsCoverTheTruth(_ planted: (precision: Int, recall: Int)) {
        let asked = ProcessInfo.processInfo.environment["CODECHART_CASES"].flatMap { Int($0) }
        let samples = asked ?? 300
        let corpus = PlantedCorpus(
            documents: 60, precision: planted.precision, recall: planted.recall, seed: UInt64(planted.precision))
        let truths = PlantedCorpus.codes.indices.map { corpus.truth($0) }
        var covered = [[Int]](repeating: [0, 0], count: PlantedCorpus.codes.count)
        for seed in 0..<samples {
            let figures = corpus.audited(items: 150, others: 250, seed: UInt64(seed))
            for (code, rates) in figures.codes.enumerated() {
                let pairs = [
                    (rates.rates.precision, truths[code].precision), (rates.rates.recall, truths[code].recall),
                ]
                for (which, (estimate, truth)) in pairs.enumerated() {
                    // No interval says nothing wrong.
                    guard case .range(let low, let high) = estimate.interval else { continue }
                    if low <= truth, truth <= high { covered[code][which] += 1 }
                }
            }
        }
        // Two standard errors of a share counted in so many samples, but for the thousand that figures are quoted of.
        let chance = samples < 1000 ? 2 * (0.95 * 0.05 / Double(samples)).squareRoot() : 0
        for code in PlantedCorpus.codes.indices {
            for which in 0..<2 {
                let share = Double(covered[code][which]) / Double(samples)
                let name = "\(PlantedCorpus.codes[code]) \(["precision", "recall"][which]): \(share)"
                if asked != nil { print(planted, name) }
                guard PlantedCorpus.common.contains(code) else { continue }
                #expect(share >= 0.93 - chance && share <= 0.97 + chance, "\(name)")
            }
        }
    }
}
