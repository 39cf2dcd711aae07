package import DocumentModel

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
    package func code(_ passages: [Passage]) -> [PassageCodes] { Array(code(PassageBatch(passages))) }

    /// The same without a `Passage` or a list for each.
    package func code(_ batch: PassageBatch) -> BatchCodes {
        var result = BatchCodes(names: program.names)
        batch.utf8.withUnsafeBufferPointer { utf8 in
            var evaluation = BatchEvaluation(batch, utf8, program)
            for index in batch.items.indices {
                evaluation.code(batch.items[index], at: index, into: &result)
                result.endPassage()
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
    private var outcomes: [DimensionOutcome] = []
    /// What dimensions say of the passage, in the order in which they are asked.
    private var findings = BatchCodes.Findings()
    /// Working memory of dimensions.
    private var work = DimensionProgram.WorkingMemory()

    init(_ batch: PassageBatch, _ utf8: UnsafeBufferPointer<UInt8>, _ program: CodingProgram) {
        self.batch = batch
        self.utf8 = utf8
        self.program = program
        memory = ContextMemory(program)
        let parts = batch.items.map {
            program.isSkipped($0.section) ? $0.text.lowerBound..<$0.text.lowerBound : $0.text
        }
        evidence = Evidence(
            texts: program.matchers.map { HitLists(of: utf8, parts: parts, in: $0.text) },
            context: memory.noEvidence)
    }

    mutating func code(_ item: PassageBatch.Item, at index: Int, into result: inout BatchCodes) {
        evidence.passage = index
        // Most passages by themselves say nothing.
        if item.context == 0, item.previous == nil, evidence.hasNothingInText { return }
        if program.isSkipped(item.section) { return }
        if memory.isNew(item.context) {
            evidence.context = memory.evidence(in: batch.contexts[item.context], at: item.context)
        }
        if memory.mayHoldInPrevious {
            evidence.previous = item.previous.map { memory.hits(inPrevious: $0, of: utf8) } ?? []
        }
        if evidence.isEmpty { return }
        evidence.utf8 = UnsafeBufferPointer(rebasing: utf8[item.text])
        evidence.section = item.section
        evaluate(into: &result)
    }

    private mutating func evaluate(into result: inout BatchCodes) {
        outcomes.removeAll(keepingCapacity: true)
        findings.removeAll()
        for index in program.order {
            if let outcome = program.dimensions[index].evaluate(evidence, &findings, &work) { outcomes.append(outcome) }
        }
        if !program.isInOrder { outcomes.sort { $0.dimension < $1.dimension } }
        for outcome in outcomes { result.append(outcome, of: findings) }
    }
}

extension BatchCodes {
    fileprivate mutating func append(_ outcome: DimensionOutcome, of found: Findings) {
        findings.assigned += found.assigned[outcome.assigned]
        findings.scores += found.scores[outcome.scores]
        var start = outcome.spanStart
        for match in found.matches[outcome.matches] {
            findings.spans += found.spans[start..<match.spanEnd]
            findings.matches.append(Match(rule: match.rule, spanEnd: findings.spans.count))
            start = match.spanEnd
        }
    }
}

extension CodingProgram {
    /// Whether no dimension codes what stands in a section of this kind.
    fileprivate func isSkipped(_ section: SectionKind?) -> Bool { section.map(skipped.contains) ?? false }
}
