package import DocumentModel
import Hashing

/// Puts what people decided about a document's statements over what the machine coded.
///
/// Accepted, edited and added statements stand in the chart with the person's codes, whether or not the codebook still
/// codes them; rejected ones leave it. A coding of the machine that has the same letters as a decided statement, or
/// shares most of its place, is the same statement.
///
/// - Returns: the codings in document order, and the decisions that could not be applied.
package func apply(
    _ decisions: [Decision], to coded: CodedDocument, of document: Document, rules: DecisionRules
) -> (coded: CodedDocument, loose: [LooseDecision]) {
    var applier = DecisionApplier(machine: coded.codings, document: document, rules: rules)
    for decision in decisions.sorted(by: isBefore) { applier.apply(decision) }
    var result = coded
    result.codings = applier.finished()
    return (result, applier.loose)
}

private func isBefore(_ first: Decision, _ second: Decision) -> Bool {
    (first.anchor.start, first.anchor.id) < (second.anchor.start, second.anchor.id)
}

/// Codings that are in a decided passage without being its statement.
private let coveredReason = "in a decided passage"
private let rejectedReason = "rejected"
private let undecidedReason = "not accepted"

private struct DecisionApplier {
    private let machine: [CodedPassage]
    private let document: Document
    private let rules: DecisionRules
    private let finder: QuoteFinder
    /// Codings of the machine by the letters of their statements; each statement of a document has its own.
    private let byLetters: [[UInt8]: Int]
    /// Numbers of the machine's codings that are decided.
    private var taken: Set<Int> = []
    private var decided: [CodedPassage] = []
    /// Where the decided passages stood, without those that people added.
    private var covered: [Range<Int>] = []
    private(set) var loose: [LooseDecision] = []

    init(machine: [CodedPassage], document: Document, rules: DecisionRules) {
        self.machine = machine
        self.document = document
        self.rules = rules
        finder = QuoteFinder(document)
        byLetters = Dictionary(
            machine.enumerated().map { (letters(of: $0.element.statement), $0.offset) },
            uniquingKeysWith: { first, _ in first })
    }

    mutating func apply(_ decision: Decision) {
        do throws(Unfit) {
            let place = try place(of: decision)
            let bounds = try bounds(of: decision, at: place)
            let number = machineCoding(of: decision, at: place)
            if let number { taken.insert(number) }
            if decision.verdict != .added { covered.append(place) }
            decided.append(coding(decision, at: bounds, from: number.map { machine[$0] }))
        } catch {
            loose.append(LooseDecision(decision: decision, reason: error.reason))
        }
    }

    private struct Unfit: Error {
        var reason: String
    }

    private func place(of decision: Decision) throws(Unfit) -> Range<Int> {
        guard document.status.isRead else { throw Unfit(reason: "its document could not be read") }
        if decision.verdict != .rejected, let code = rules.unknownCode(in: decision.standingCodes) {
            throw Unfit(reason: "no codebook has the code \(code) any more")
        }
        guard let place = finder.place(of: decision.anchor) else {
            throw Unfit(reason: "its quote is not in the document any more")
        }
        return place
    }

    /// Where the statement stands with the bounds that the person gave it.
    private func bounds(of decision: Decision, at place: Range<Int>) throws(Unfit) -> Range<Int> {
        guard let quote = decision.quote else { return place }
        guard let bounds = finder.place(of: quote, overlapping: place) else {
            throw Unfit(reason: "the quote that it was cut to is not in its passage any more")
        }
        return bounds
    }

    /// The machine's coding of the statement that was decided.
    private func machineCoding(of decision: Decision, at place: Range<Int>) -> Int? {
        if let same = byLetters[letters(of: decision.anchor.quote)], !taken.contains(same) { return same }
        guard decision.verdict != .added else { return nil }
        var best: (number: Int, shared: Int)?
        for (number, coding) in machine.enumerated() where !taken.contains(number) {
            let shared = place.clamped(to: coding.start..<coding.end).count
            guard shared * 2 >= max(place.count, coding.end - coding.start), shared > best?.shared ?? 0 else {
                continue
            }
            best = (number, shared)
        }
        return best?.number
    }

    private func coding(_ decision: Decision, at place: Range<Int>, from machine: CodedPassage?) -> CodedPassage {
        var coding = finder.coding(at: place, of: document, from: machine)
        coding.id = decision.anchor.id
        coding.codes.assigned = rules.inOrder(decision.standingCodes)
        coding.codebook = rules.codebook(of: coding.codes.assigned)
        coding.charted = rules.charting.charted(coding.codes)
        coding.wording = decision.wording
        coding.note = decision.note
        switch decision.verdict {
        case .accepted: coding.state = .accepted
        case .edited: coding.state = .edited
        case .added: coding.state = .added
        case .rejected: coding.charted = .no(reason: rejectedReason)
        }
        return coding
    }

    /// All codings in document order, each with an id of its own.
    func finished() -> [CodedPassage] {
        var ids = Set(decided.map(\.id))
        let covered = disjoint(covered)
        var codings = decided
        for (number, coding) in machine.enumerated() where !taken.contains(number) {
            var coding = coding
            if coding.charted == .yes {
                if isMostly(coding, in: covered) {
                    coding.charted = .no(reason: coveredReason)
                } else if rules.use == .onlyAccepted {
                    coding.charted = .no(reason: undecidedReason)
                }
            }
            // A decided statement keeps its id in another file, where the machine may count occurrences otherwise.
            while !ids.insert(coding.id).inserted { coding.id = String(sha256(coding.id).prefix(coding.id.count)) }
            codings.append(coding)
        }
        return codings.sorted { ($0.start, $0.end, $0.id) < ($1.start, $1.end, $1.id) }
    }

    private func isMostly(_ coding: CodedPassage, in places: [Range<Int>]) -> Bool {
        let shared = places.reduce(0) { $0 + $1.clamped(to: coding.start..<coding.end).count }
        return shared * 2 > coding.end - coding.start
    }
}

/// The same code points as places that do not overlap.
private func disjoint(_ places: [Range<Int>]) -> [Range<Int>] {
    places.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { merged, place in
        if let last = merged.last, place.lowerBound < last.upperBound {
            merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, place.upperBound)
        } else {
            merged.append(place)
        }
    }
}
