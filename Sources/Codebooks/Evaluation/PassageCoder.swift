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
    package func code(_ passages: [Passage]) -> [PassageCodes] { code(PassageBatch(passages)) }

    /// The same without a `Passage` for each.
    package func code(_ batch: PassageBatch) -> [PassageCodes] {
        var result = [PassageCodes](repeating: PassageCodes(), count: batch.items.count)
        batch.utf8.withUnsafeBufferPointer { utf8 in
            var evaluation = BatchEvaluation(batch, utf8, program)
            for index in batch.items.indices {
                evaluation.code(batch.items[index], at: index, into: &result[index])
            }
        }
        return result
    }
}

/// Codes the passages of a batch one after the other.
private struct BatchEvaluation {
    private let batch: PassageBatch
    private let utf8: UnsafeBufferPointer<UInt8>
    private let program: CodingProgram
    private var memory: ContextMemory
    private var evidence: Evidence
    private var outcomes: [(dimension: Int, outcome: DimensionOutcome)] = []
    /// Numbers of the codes that have been assigned to the passage.
    private var assigned: [Int] = []
    /// Working memory of dimensions.
    private var candidates: [Int] = []

    init(_ batch: PassageBatch, _ utf8: UnsafeBufferPointer<UInt8>, _ program: CodingProgram) {
        self.batch = batch
        self.utf8 = utf8
        self.program = program
        memory = ContextMemory(program.matchers)
        let parts = batch.items.map {
            program.isSkipped($0.section) ? $0.text.lowerBound..<$0.text.lowerBound : $0.text
        }
        evidence = Evidence(texts: program.matchers.map { HitLists(of: utf8, parts: parts, in: $0.text) })
    }

    mutating func code(_ item: PassageBatch.Item, at index: Int, into result: inout PassageCodes) {
        evidence.passage = index
        evidence.utf8 = UnsafeBufferPointer(rebasing: utf8[item.text])
        // Most passages by themselves say nothing.
        if item.context == 0, item.previous == nil, evidence.hasNothingInText || program.isSkipped(item.section) {
            return
        }
        if program.isSkipped(item.section) { return }
        if memory.isNew(item.context) {
            evidence.levels = memory.levels(of: batch.contexts[item.context], at: item.context)
        }
        if memory.mayHoldInPrevious {
            evidence.previous = item.previous.map { memory.hits(inPrevious: $0, of: utf8) } ?? []
        }
        evidence.section = item.section
        if !evidence.isEmpty { evaluate(into: &result) }
    }

    private mutating func evaluate(into result: inout PassageCodes) {
        outcomes.removeAll(keepingCapacity: true)
        assigned.removeAll(keepingCapacity: true)
        for index in program.order {
            let dimension = program.dimensions[index]
            guard var outcome = dimension.evaluate(evidence, assigned: assigned, &candidates) else { continue }
            if dimension.unit == .passage {
                outcome.assigned = dimension.assigned(outcome.scores)
                assigned += outcome.assigned.map { dimension.codes[$0].number }
            }
            outcomes.append((index, outcome))
        }
        outcomes.sort { $0.dimension < $1.dimension }
        for (index, outcome) in outcomes { program.dimensions[index].append(outcome, to: &result) }
    }
}

extension CodingProgram {
    /// Whether no dimension codes what stands in a section of this kind.
    fileprivate func isSkipped(_ section: SectionKind?) -> Bool { section.map(skipped.contains) ?? false }
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
