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
    package func code(_ passage: Passage) -> PassageCodes {
        var memory = ContextMemory()
        return code(passage, memory: &memory)
    }

    /// The same, faster for passages that follow each other in a document.
    package func code(_ passage: Passage, memory: inout ContextMemory) -> PassageCodes {
        if let section = passage.section, program.dimensions.allSatisfy({ $0.skip.contains(section) }) {
            return PassageCodes()
        }
        let evidence = Evidence(
            text: program.matchers.map { HitList(of: passage.text, in: $0.text) },
            levels: memory.levels(of: passage, program.matchers),
            previous: memory.hits(inPrevious: passage.previous, program.matchers), section: passage.section)
        guard !evidence.isEmpty else { return PassageCodes() }
        return codes(of: evidence)
    }

    private func codes(of evidence: Evidence) -> PassageCodes {
        var outcomes = [DimensionOutcome?](repeating: nil, count: program.dimensions.count)
        var assigned: [Int] = []
        for index in program.order {
            let dimension = program.dimensions[index]
            guard var outcome = dimension.evaluate(evidence, assigned: assigned) else { continue }
            if dimension.unit == .passage {
                outcome.assigned = dimension.assigned(outcome.scores)
                assigned += outcome.assigned.map { dimension.codes[$0].number }
            }
            outcomes[index] = outcome
        }
        var result = PassageCodes()
        for (dimension, outcome) in zip(program.dimensions, outcomes) {
            if let outcome { dimension.append(outcome, to: &result) }
        }
        return result
    }
}

/// What was found in a passage and its context.
struct Evidence {
    /// One list for each language.
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
