import Codebooks
import DocumentModel
import JSON

/// How a passage was coded, and how not, in words and carets.
struct Explanation {
    let explained: PassageExplanation
    let detail: ExplanationDetail

    var text: String {
        explained.dimensions.filter { detail.shows($0.dimension) }.map(explain).joined(separator: "\n\n")
    }

    private var rules: RuleText { RuleText(passage: explained.passage) }

    private func explain(_ dimension: DimensionExplanation) -> String {
        let id = dimension.dimension.id
        if let skipped = dimension.skipped {
            return "\(id): nothing, sections of kind '\(skipped.rawValue)' are never coded"
        }
        let assigned = explained.codes.codes(in: id)
        let labels = assigned.map { id in dimension.dimension.codes.first { $0.id == id }?.label ?? id }
        let isOfDocument = dimension.dimension.unit == .document
        var lines = [
            id + ": "
                + (isOfDocument
                    ? "coded for whole documents" : labels.isEmpty ? "nothing" : labels.joined(separator: ", "))
        ]
        let scored = dimension.codes.filter { $0.score != nil && detail.shows($0, in: dimension) }
        for code in inOrderOfScore(scored) {
            lines.append("  " + verdict(code))
            for rule in code.rules {
                if let match = rule.match { lines += rules.held(rule.rule, match).map { "    " + $0 } }
            }
            lines += failures(code)
        }
        for code in dimension.codes where code.score == nil && detail.shows(code, in: dimension) {
            let failed = failures(code)
            if !failed.isEmpty || detail.isAbout(code, in: dimension) { lines += ["  " + verdict(code)] + failed }
        }
        if assigned.isEmpty, !isOfDocument { lines += hints(dimension) }
        return lines.joined(separator: "\n")
    }

    private func failures(_ code: CodeExplanation) -> [String] {
        code.rules.filter { detail.shows($0) }
            .flatMap { rules.failed($0, showsWords: true).map { "    " + $0 } }
    }

    /// Where nothing was assigned: the rules that came nearest, a line each.
    private func hints(_ dimension: DimensionExplanation) -> [String] {
        guard detail == .brief else { return [] }
        let near = dimension.nearRules
        guard !near.isEmpty else { return [] }
        var lines = ["  nearest:"]
        for (code, rule) in near.prefix(shownHints) {
            lines += rules.failed(rule, showsWords: false).map { "    \(code.code.id) \($0)" }
        }
        if near.count > shownHints { lines.append("    and \(near.count - shownHints) more: --why-not shows them") }
        return lines
    }

    /// Best first; equal scores in the codebook's order.
    private func inOrderOfScore(_ codes: [CodeExplanation]) -> [CodeExplanation] {
        codes.enumerated()
            .sorted { ($1.element.score ?? 0, $0.offset) < ($0.element.score ?? 0, $1.offset) }
            .map(\.element)
    }

    private func verdict(_ code: CodeExplanation) -> String {
        let head = "\(code.code.id) scores \(decimal(thousandths: code.score ?? 0))"
        return switch code.verdict {
        case .assigned, .ofDocument: head
        case .short(let missing): head + ", \(decimal(thousandths: missing)) short of its threshold"
        case .beaten(let best) where best.thousandths == code.score:
            head + ", and \(best.code.code), which stands before it, as much"
        case .beaten(let best): head + ", and \(best.code.code) scores \(decimal(thousandths: best.thousandths))"
        }
    }
}

/// How much of what did not happen is shown.
enum ExplanationDetail: Equatable {
    /// Where nothing was assigned, the nearest rules.
    case brief
    /// Every rule that came near.
    case near
    /// Every rule of one code, and nothing else.
    case code(CodeReference)

    /// Whether it is worth searching why rules of a code do not hold.
    func isWanted(_ code: CodeReference) -> Bool {
        if case .code(let wanted) = self { code == wanted } else { true }
    }

    func shows(_ dimension: Dimension) -> Bool {
        if case .code(let code) = self { code.dimension == dimension.id } else { true }
    }

    func shows(_ code: CodeExplanation, in dimension: DimensionExplanation) -> Bool {
        if case .code = self { isAbout(code, in: dimension) } else { true }
    }

    func isAbout(_ code: CodeExplanation, in dimension: DimensionExplanation) -> Bool {
        self == .code(CodeReference(dimension: dimension.dimension.id, code: code.code.id))
    }

    func shows(_ rule: RuleExplanation) -> Bool {
        switch self {
        case .brief: false
        case .near: rule.isNear
        case .code: rule.match == nil && !rule.failures.isEmpty
        }
    }
}

/// Enough to see what to change; more would bury it.
private let shownHints = 3

extension DimensionExplanation {
    /// Rules that nearly hold and would add to their code, those that lack least first.
    var nearRules: [(code: CodeExplanation, rule: RuleExplanation)] {
        let near = codes.flatMap { code in
            code.rules.filter { $0.isNear && $0.rule.weight > 0 }.map { (code: code, rule: $0) }
        }
        return near.enumerated()
            .sorted { ($0.element.rule.distance, $0.offset) < ($1.element.rule.distance, $1.offset) }
            .map(\.element)
    }
}

extension RuleExplanation {
    /// Fewer reasons first; what only narrows a rule before what is missing of its expression.
    fileprivate var distance: Int {
        failures.reduce(0) { sum, failure in
            switch failure {
            case .match(let failure), .previous(let failure): sum + 10 - failure.progress
            default: sum + 5
            }
        }
    }
}
