import Coding
import DocumentModel
package import Evaluation
import SeededRandom

extension Project {
    /// Draws an audit from the chart of the last run: items of the chart, and passages that are not in it.
    ///
    /// The same seed draws the same passages from the same chart.
    ///
    /// - Parameters:
    ///   - count: passages in all, half of them items of the chart; fewer if there are no more, or some are drawn twice.
    ///   - take: passages of a document in each draw at most.
    /// - Throws: a ``Failure`` when there is no run.
    package func drawAudit(_ count: Int, take: Int, seed: Int) throws -> AuditRecord {
        guard let stored = ItemStore(self) else {
            throw Failure(
                .usage, "no-run", "there is no run to draw from",
                help: "codechart run makes one; run it again when pipeline.yaml has changed how documents are read")
        }
        let positions = try stored.store.positions(in: .listed)
        let pool = AuditPool(self)
        var digest = ChartDigest()
        var sizes = (items: [Int](), others: [Int]())
        for position in positions {
            let record = try stored.store.record(at: position)
            digest.add(record.coded.codings)
            let members = pool.members(of: record)
            sizes.items.append(members.count { $0.coding != nil })
            sizes.others.append(members.count { $0.coding == nil })
        }
        var random = SeededGenerator(seed: UInt64(bitPattern: Int64(seed)))
        let items = drawByDocument(sizes: sizes.items, count: count / 2, take: take, random: &random)
        let others = drawByDocument(sizes: sizes.others, count: count - count / 2, take: take, random: &random)
        var rows: [AuditRecord.Row] = []
        let drawn = (items: DrawnByDocument(items), others: DrawnByDocument(others))
        for (document, position) in positions.enumerated() {
            guard drawn.items.documents[document] != nil || drawn.others.documents[document] != nil else { continue }
            let record = try stored.store.record(at: position)
            var number = (items: 0, others: 0)
            for member in pool.members(of: record) {
                let isItem = member.coding != nil
                let draws =
                    isItem
                    ? drawn.items.draws(of: number.items, in: document)
                    : drawn.others.draws(of: number.others, in: document)
                if isItem { number.items += 1 } else { number.others += 1 }
                if !draws.isEmpty { rows.append(pool.row(of: member, record: record, draws: draws)) }
            }
        }
        rows.sort { listed($0) < listed($1) }
        return AuditRecord(
            seed: seed, chart: digest.finish(),
            design: AuditDesign(
                charted: stratum(items), rest: stratum(others),
                dimensions: codingForm.dimensions.map {
                    DimensionCodes(dimension: $0.id, codes: $0.codes.map(\.id))
                }),
            rows: rows)
    }

    /// Some draws after the others, so that who has only begun has checked a sample too; among them in the order of
    /// names, which are hashes, so that passages beside each other do not tell whether they are in the chart.
    private func listed(_ row: AuditRecord.Row) -> (Int, String) {
        ((row.draws.min() ?? 0) / drawsTogether, row.passage.id)
    }

    private func stratum(_ draws: DocumentDraws) -> AuditDesign.Stratum {
        .init(population: draws.population, draws: draws.draws.count, isCensus: draws.isCensus)
    }
}

/// Some dozen rows.
private let drawsTogether = 5

/// Draws by what was drawn.
private struct DrawnByDocument {
    /// By document, then by item of the stratum: the numbers of the draws.
    let documents: [Int: [Int: [Int]]]

    init(_ draws: DocumentDraws) {
        var documents: [Int: [Int: [Int]]] = [:]
        for (number, draw) in draws.draws.enumerated() {
            for item in draw.items { documents[draw.document, default: [:]][item, default: []].append(number) }
        }
        self.documents = documents
    }

    func draws(of item: Int, in document: Int) -> [Int] { documents[document]?[item] ?? [] }
}

/// The passages of a document that an audit may draw.
private struct AuditPool {
    struct Member {
        var passage: Passage
        /// The item of the chart that the passage is; nil for one that is not in the chart.
        var coding: CodedPassage?
    }

    /// Kinds of sections that no codebook codes.
    private let skipped: Set<SectionKind>
    private let dimensions: [String]

    init(_ project: Project) {
        let skips = project.codebooks.map { Set($0.skip) }
        skipped = skips.dropFirst().reduce(skips.first ?? []) { $0.intersection($1) }
        dimensions = project.codingForm.dimensions.map(\.id)
    }

    /// Passages in reading order, without those that are never coded and those that only repeat an item.
    func members(of record: DocumentRecord) -> [Member] {
        guard record.document.status.isRead else { return [] }
        let items = record.coded.codings.filter { $0.charted == .yes }
        let mentions = items.flatMap(\.mentions).map { $0.start..<$0.end }
        return passages(of: record.document).compactMap { passage in
            guard let place = passage.place, !(passage.section.map(skipped.contains) ?? false) else { return nil }
            let span = place.start..<place.end
            if let item = items.first(where: { span.contains($0.start) }) {
                return Member(passage: passage, coding: item)
            }
            // What a person added may go over several passages: it is an item where it begins.
            if items.contains(where: { ($0.start..<$0.end).overlaps(span) }) { return nil }
            return mentions.contains { $0.overlaps(span) } ? nil : Member(passage: passage, coding: nil)
        }
    }

    func row(of member: Member, record: DocumentRecord, draws: [Int]) -> AuditRecord.Row {
        let page = page(of: member.passage, in: record.document)
        return AuditRecord.Row(
            passage: PassageToCode(of: member.passage, in: record.document, page: page),
            isCharted: member.coding != nil,
            charted: dimensions.map { dimension in
                DimensionCodes(dimension: dimension, codes: member.coding?.codes.codes(in: dimension) ?? [])
            }, draws: draws)
    }
}
