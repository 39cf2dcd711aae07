package import Diagnostics
package import DocumentModel

/// What a codebook's examples say of its rules.
package struct ExampleReport: Sendable, Hashable {
    /// How many examples and near misses were tried.
    package var tried = 0
    /// In the codebook's order.
    package var failures: [ExampleFailure] = []
    /// Rules that no example fires, in the codebook's order. A rule with a negative weight is there for near
    /// misses: one that fires it is enough.
    package var unfired: [UnfiredRule] = []
    /// Number of rules.
    package var rules = 0

    package var passed: Bool { failures.isEmpty }
}

/// An example that does not get what it should, or a near miss that gets what it should not.
package struct ExampleFailure: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable {
        case example
        case nearMiss = "near miss"
    }

    package var kind: Kind
    /// The code that the example belongs to.
    package var code: CodeReference
    package var passage: Passage
    /// The dimension in which expected and found part.
    package var dimension: String
    /// Example: the codes that it must get; of an example without `codes` only its own, others may be there.
    /// Near miss: the codes that it must get according to `codes`, else the found ones without its own.
    package var expected: [String]
    package var found: [String]
    /// All that was found in the passage, with matches.
    package var codes: PassageCodes
    package var place: Place?
}

/// A rule that no example fires.
package struct UnfiredRule: Sendable, Hashable {
    package var code: CodeReference
    package var rule: String
    package var place: Place?
}

/// Codes every example and near miss of a codebook and compares.
package func testExamples(of codebook: Codebook) -> ExampleReport {
    var run = ExampleRun(codebook)
    for dimension in codebook.dimensions {
        for code in dimension.codes {
            let reference = CodeReference(dimension: dimension.id, code: code.id)
            for example in code.examples { run.test(example, .example, of: reference) }
            for nearMiss in code.nearMisses { run.test(nearMiss, .nearMiss, of: reference) }
        }
    }
    return run.finished(codebook)
}

private struct ExampleRun {
    private let coder: PassageCoder
    private let order: [String]
    private var report = ExampleReport()
    private var fired: [ExampleFailure.Kind: Set<FiredRule>] = [:]

    private struct FiredRule: Hashable {
        var code: CodeReference
        var rule: String
    }

    init(_ codebook: Codebook) {
        coder = PassageCoder([codebook])
        order = codebook.dimensions.map(\.id)
    }

    mutating func test(_ example: Example, _ kind: ExampleFailure.Kind, of code: CodeReference) {
        report.tried += 1
        let codes = coder.code(example.passage)
        fired[kind, default: []].formUnion(codes.matches.map { FiredRule(code: $0.code, rule: $0.rule) })
        let document = coder.documentCodes(of: [codes])
        for dimension in order {
            // An example stands for a whole document where that is the unit.
            let found = codes.codes(in: dimension) + document.codes(in: dimension)
            guard let expected = expected(dimension, found, example, kind, code) else { continue }
            report.failures.append(
                ExampleFailure(
                    kind: kind, code: code, passage: example.passage, dimension: dimension, expected: expected,
                    found: found, codes: codes, place: example.place))
        }
    }

    /// What should have been found in a dimension, nil if what was found is right.
    private func expected(
        _ dimension: String, _ found: [String], _ example: Example, _ kind: ExampleFailure.Kind, _ code: CodeReference
    ) -> [String]? {
        if let named = example.codes?.first(where: { $0.dimension == dimension })?.codes {
            return Set(named) == Set(found) ? nil : named
        }
        guard dimension == code.dimension else { return nil }
        switch kind {
        case .example: return found.contains(code.code) ? nil : [code.code]
        case .nearMiss: return found.contains(code.code) ? found.filter { $0 != code.code } : nil
        }
    }

    func finished(_ codebook: Codebook) -> ExampleReport {
        var report = report
        for dimension in codebook.dimensions {
            for code in dimension.codes {
                let reference = CodeReference(dimension: dimension.id, code: code.id)
                report.rules += code.rules.count
                for rule in code.rules {
                    let key = FiredRule(code: reference, rule: rule.id)
                    let isFired = fired[.example]?.contains(key) ?? false
                    let isFiredByNearMiss = rule.weight < 0 && fired[.nearMiss]?.contains(key) ?? false
                    if !isFired, !isFiredByNearMiss {
                        report.unfired.append(UnfiredRule(code: reference, rule: rule.id, place: rule.place))
                    }
                }
            }
        }
        return report
    }
}
