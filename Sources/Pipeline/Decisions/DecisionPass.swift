import Codebooks
import Decisions
import DocumentModel

/// Puts decisions over what a run coded, once all documents are read: which document a decision is about, the whole
/// corpus tells. Only records with decisions are taken out of the store, one at a time.
struct DecisionPass {
    private let project: Project
    private let store: RunStore
    private let rules: DecisionRules
    private(set) var summary = DecisionSummary()

    /// nil when there is nothing to apply.
    init?(_ project: Project, store: RunStore) {
        switch project.configuration.chart.decisions {
        case .ignore: return nil
        case .apply: if project.decisions.isEmpty { return nil }
        case .onlyAccepted: break
        }
        self.project = project
        self.store = store
        rules = project.decisionRules
    }

    /// Applies all decisions.
    ///
    /// - Parameters:
    ///   - documents: the corpus, in its order.
    ///   - counts: gets what changes.
    mutating func run(over documents: [DecidedDocument], counts: inout SummaryBuilder) throws {
        let (byPosition, without) = decisionsByDocument(project.decisions, documents: documents)
        summary.loose = without
        let isOnlyAccepted = rules.use == .onlyAccepted
        for position in documents.indices where isOnlyAccepted || byPosition[position] != nil {
            try Task.checkCancellation()
            let old = try store.record(at: position)
            let record = applied(byPosition[position] ?? [], to: old)
            try store.add(record, at: position)
            counts.replace(old, with: record)
        }
        // In the file's order, whichever of the two lists they come from.
        let loose = Dictionary(summary.loose.map { ($0.decision, $0) }, uniquingKeysWith: { first, _ in first })
        summary.loose = project.decisions.compactMap { loose[$0] }
        for decision in project.decisions where loose[decision] == nil {
            summary.standing[decision.verdict, default: 0] += 1
        }
        let totals = try store.totals()
        summary.undecided = totals.items - totals.checked
    }

    private mutating func applied(_ decisions: [Decision], to old: DocumentRecord) -> DocumentRecord {
        var record = old
        let (coded, loose) = apply(decisions, to: old.coded, of: old.document, rules: rules)
        record.coded = coded
        summary.loose += loose + misquoted(&record, decisions)
        return record
    }

    /// Decided statements that do not stand on their pages leave the chart, as those of the machine do.
    private func misquoted(_ record: inout DocumentRecord, _ decisions: [Decision]) -> [LooseDecision] {
        let byID = Dictionary(decisions.map { ($0.anchor.id, $0) }, uniquingKeysWith: { first, _ in first })
        var check = StatementCheck(record.document, letters: record.letters)
        var loose: [LooseDecision] = []
        for index in record.coded.codings.indices {
            let coding = record.coded.codings[index]
            guard coding.charted == .yes, coding.state != .machine, let decision = byID[coding.id],
                !check.standsOnItsPages(coding)
            else { continue }
            record.coded.codings[index].charted = .no(reason: WitnessStage.reason)
            loose.append(LooseDecision(decision: decision, reason: "its page does not have the letters of its quote"))
        }
        return loose
    }
}

extension Project {
    /// What applying decisions must know of the codebooks and of the chart.
    var decisionRules: DecisionRules {
        let dimensions = codebooks.flatMap { codebook in
            codebook.dimensions.filter { $0.unit == .passage }.map { (codebook.id, $0) }
        }
        return DecisionRules(
            dimensions: dimensions.map { DimensionCodes(dimension: $1.id, codes: $1.codes.map(\.id)) },
            codebooks: Dictionary(dimensions.map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first }),
            charting: chartingRule, use: configuration.chart.decisions)
    }

    /// Which coded passages stand in the chart.
    var chartingRule: ChartingRule {
        ChartingRule(category: configuration.chart.category.text, theme: configuration.chart.theme.text)
    }

    /// The columns of the list in which a reviewer checks items.
    var itemForm: ItemForm {
        let all = codebooks.flatMap(\.dimensions).filter { $0.unit == .passage }
        let first = [chartingRule.category, chartingRule.theme].compactMap(\.self)
        let shown = first.compactMap { id in all.first { $0.id == id } } + all.filter { !first.contains($0.id) }
        return ItemForm(
            dimensions: shown.map { dimension in
                ItemForm.Dimension(
                    id: dimension.id, label: dimension.label,
                    codes: dimension.codes.map { code in
                        ItemForm.Code(
                            id: code.id, label: code.label, names: code.aliases + [code.column].compactMap(\.self),
                            brief: code.brief)
                    })
            })
    }
}
