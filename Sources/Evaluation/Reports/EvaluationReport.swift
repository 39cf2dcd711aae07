package import Codebooks
package import Diagnostics
package import DocumentModel

/// What codebooks were compared with, and what came of it: what all forms of the report show.
package struct EvaluationReport: Sendable {
    /// What the gold is for: `develop`, `report`; nil for gold that was named by itself.
    package var name: String?
    package var files: [String]
    package var agreement: Agreement
    /// Of every metric, by its name.
    package var intervals: [String: Interval]
    package var bootstrap: Bootstrap
    package var documents: Int
    package var confusions: [Confusion]
    package var grouping: Grouping?
    package var groups: [GroupAgreement] = []
    /// Empty unless asked for.
    package var rules: [RulePrecision] = []
    package var gates: [Gate]
    /// Minimums of metrics that there are none of.
    package var unknown: [Diagnostic]
    /// Where codes and rules stand in the codebooks.
    package var places: CodebookPlaces

    /// Codes gold with codebooks and compares.
    ///
    /// - Parameters:
    ///   - gold: with the codebooks' names, see ``resolved(_:with:)``.
    ///   - minimums: what the figures are held against.
    ///   - explains: whether passages that were missed say which rules nearly hold, also when all minimums are met; the
    ///     search takes time.
    package init(
        name: String? = nil, files: [String], gold: [GoldPassage], codebooks: [Codebook], minimums: [Minimum] = [],
        bootstrap: Bootstrap = Bootstrap(), grouping: Grouping? = nil, showsRules: Bool = false, explains: Bool = true
    ) {
        let codes = PassageCoder(codebooks).code(gold.map(\.passage))
        let table = AgreementTable(of: gold, with: codes, codebooks: codebooks)
        self.name = name
        self.files = files
        agreement = table.agreement
        intervals = table.intervals(bootstrap)
        self.bootstrap = bootstrap
        documents = table.documentCount
        let checked = check(minimums, against: agreement)
        gates = checked.gates
        unknown = checked.unknown
        confusions = Evaluation.confusions(
            of: gold, with: codes, codebooks: codebooks,
            explained: explains || !checked.unmet.isEmpty ? Self.explainedCases : 0)
        self.grouping = grouping
        groups = grouping.map { Evaluation.agreement(of: gold, with: codes, codebooks: codebooks, by: $0) } ?? []
        rules = showsRules ? rulePrecision(of: codebooks, in: gold) : []
        places = CodebookPlaces(codebooks)
    }

    /// Of each confusion; more nobody reads one by one.
    private static let explainedCases = 5

    /// Gates that were not met.
    package var unmet: [Gate] { gates.filter { !$0.isMet } }

    /// The name and the files, for headings.
    package var title: String {
        let files = files.joined(separator: ", ")
        return name.map { "gold to \($0): \(files)" } ?? "gold: \(files)"
    }

    /// What the figures are of: `unit: passage (326, 24 of them ambiguous, of 7 documents); intervals: 95 %, …`.
    package var unit: String {
        let ambiguous =
            agreement.ambiguousPassages == 0 ? "" : ", \(agreement.ambiguousPassages) of them ambiguous"
        let documents = documents == 1 ? "1 document" : "\(documents) documents"
        return "unit: passage (\(agreement.passages)\(ambiguous), of \(documents)); intervals: "
            + "\(Int((bootstrap.level * 100).rounded())) %, \(bootstrap.rounds) samples of documents, "
            + "seed \(bootstrap.seed)"
    }

    /// The confusions of what a metric is of, the most frequent first; those of a code name it on either side.
    package func confusions(behind metric: String) -> [Confusion] {
        confusions.filter { confusion in
            let codes = [confusion.gold, confusion.found].compactMap(\.self)
            guard metric.hasPrefix(confusion.dimension + ".") else { return false }
            let rest = metric.dropFirst(confusion.dimension.count + 1)
            return !rest.contains(".") || codes.contains { rest.hasPrefix($0 + ".") }
        }
    }
}

/// Where the codes and rules of codebooks stand in their files.
package struct CodebookPlaces: Sendable {
    private var places: [RuleReference: Place] = [:]

    package init(_ codebooks: [Codebook]) {
        for dimension in codebooks.flatMap(\.dimensions) {
            for code in dimension.codes {
                let reference = CodeReference(dimension: dimension.id, code: code.id)
                places[RuleReference(code: reference, rule: "")] = code.place
                for rule in code.rules { places[RuleReference(code: reference, rule: rule.id)] = rule.place }
            }
        }
    }

    package func place(of rule: RuleReference) -> Place? { places[rule] }

    package func place(of code: CodeReference) -> Place? { places[RuleReference(code: code, rule: "")] }
}

extension Confusion {
    /// `barrier → none`: what people gave, and what was found.
    package var title: String { "\(gold ?? "none") → \(found ?? "none")" }
}

extension ConfusionCase {
    /// `gold.ndjson:12 brief-003`
    package var reference: String {
        let place = passage.place
        let line = place.line.map { ":\($0)" } ?? ""
        return place.file.map { "\($0)\(line) \(passage.passage.id)" } ?? passage.passage.id
    }

    /// Which rules did it, or why none did.
    package var cause: String {
        let found = rules.isEmpty ? nil : "by " + rules.map { "\($0.code.code)/\($0.rule)" }.joined(separator: ", ")
        return [found, reason].compactMap(\.self).joined(separator: "; ")
    }
}

/// An interval with three decimals: `0.512 to 0.655`, or empty.
package func text(of interval: Interval?) -> String {
    if case .range(let low, let high) = interval { "\(fixed(low)) to \(fixed(high))" } else { "" }
}
