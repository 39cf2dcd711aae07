package import DocumentModel
import Matching

/// Codes passages with all codebooks of a run; immutable, so any number of threads can share one.
package struct PassageCoder: Sendable {
    let program: CodingProgram

    /// - Parameter codebooks: without errors, and with different dimensions: see ``checkTogether(_:)``.
    package init(_ codebooks: [Codebook]) {
        program = CodingProgram(codebooks)
    }

    /// What the codebooks say of one passage.
    ///
    /// Dimensions with `unit: document` give scores and matches and assign nothing: ``documentCodes(of:)`` does.
    package func code(_ passage: Passage) -> PassageCodes { code([passage])[0] }

    /// What the codebooks say of passages that follow each other, in their order; faster than one by one, for their
    /// texts are matched in one go.
    package func code(_ passages: [Passage]) -> [PassageCodes] {
        var memory = ContextMemory()
        let texts = PassageTexts(passages) { $0.map(isSkipped) ?? false }
        let text = program.matchers.map { texts.hitLists(in: $0.text) }
        var result = [PassageCodes](repeating: PassageCodes(), count: passages.count)
        for index in passages.indices {
            // Most passages by themselves say nothing.
            if passages[index].isAlone, text.allSatisfy({ $0.isEmpty(index) }) { continue }
            if let section = passages[index].section, isSkipped(section) { continue }
            let evidence = Evidence(
                passage: passages[index].text, text: text.map { $0[index] },
                levels: memory.levels(of: passages[index], program.matchers),
                previous: memory.hits(inPrevious: passages[index].previous, program.matchers),
                section: passages[index].section)
            if !evidence.isEmpty { result[index] = codes(of: evidence) }
        }
        return result
    }

    private func isSkipped(_ section: SectionKind) -> Bool {
        program.dimensions.allSatisfy { $0.skip.contains(section) }
    }

    private func codes(of evidence: Evidence) -> PassageCodes {
        var outcomes: [(dimension: Int, outcome: DimensionOutcome)] = []
        var assigned: [Int] = []
        for index in program.order {
            let dimension = program.dimensions[index]
            guard var outcome = dimension.evaluate(evidence, assigned: assigned) else { continue }
            if dimension.unit == .passage {
                outcome.assigned = dimension.assigned(outcome.scores)
                assigned += outcome.assigned.map { dimension.codes[$0].number }
            }
            outcomes.append((index, outcome))
        }
        outcomes.sort { $0.dimension < $1.dimension }
        var result = PassageCodes()
        for (index, outcome) in outcomes { program.dimensions[index].append(outcome, to: &result) }
        return result
    }
}

extension Passage {
    fileprivate var isAlone: Bool { headings.isEmpty && leadIn == nil && previous == nil }
}

/// The texts of passages one behind the other, to be matched in one go.
private struct PassageTexts {
    private var bytes: [UInt8] = []
    /// UTF-8 offsets; empty for what is left out.
    private var parts: [Range<Int>] = []

    init(_ passages: [Passage], leavingOut isLeftOut: (SectionKind?) -> Bool) {
        bytes.reserveCapacity(passages.reduce(0) { $0 + $1.text.utf8.count + 1 })
        parts.reserveCapacity(passages.count)
        for index in passages.indices {
            let start = bytes.count
            if !isLeftOut(passages[index].section) { bytes.append(contentsOf: passages[index].text.utf8) }
            parts.append(start..<bytes.count)
            bytes.append(UInt8(ascii: "\n"))
        }
    }

    func hitLists(in matcher: Matcher?) -> HitLists {
        bytes.withUnsafeBufferPointer { HitLists(of: $0, parts: parts, in: matcher) }
    }
}

/// What was found in a passage and its context.
struct Evidence {
    /// The passage's text.
    var passage: String
    /// What holds in it: one list for each language.
    var text: [HitList]
    /// The nearest first.
    var levels: [ContextMemory.Level]
    /// One list for each language, or none at all.
    var previous: [HitList]
    var section: SectionKind?

    var isEmpty: Bool {
        text.allSatisfy(\.isEmpty) && levels.allSatisfy { $0.hits.allSatisfy(\.isEmpty) }
            && previous.allSatisfy(\.isEmpty)
    }
}

extension DimensionProgram {
    fileprivate func append(_ outcome: DimensionOutcome, to result: inout PassageCodes) {
        if !outcome.assigned.isEmpty {
            result.assigned.append(
                DimensionCodes(dimension: id, codes: outcome.assigned.map { codes[$0].reference.code }))
        }
        for score in outcome.scores {
            result.scores.append(CodeScore(code: codes[score.code].reference, thousandths: score.thousandths))
        }
        result.matches += outcome.matches
    }
}
