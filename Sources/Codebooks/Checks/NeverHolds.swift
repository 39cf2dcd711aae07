import Diagnostics
import DocumentModel
import Expressions

/// Rules that can never hold, and codes that therefore are never assigned.
struct NeverHolds {
    private let codebook: Codebook
    private(set) var diagnostics: [Diagnostic] = []
    /// Codes that no passage can get.
    private var unassigned: Set<CodeReference> = []

    init(_ codebook: Codebook) {
        self.codebook = codebook
        // Dimensions that `when` asks for come before those that ask.
        for index in DimensionOrder(codebook.dimensions).order { check(codebook.dimensions[index]) }
    }

    private mutating func check(_ dimension: Dimension) {
        for code in dimension.codes {
            var best = 0
            for rule in code.rules {
                if let reason = reason(rule) {
                    diagnostics.append(reason)
                } else {
                    best += max(0, rule.weight)
                }
            }
            // Over the passages of a document a rule may hold any number of times.
            if dimension.unit == .document ? best > 0 : best >= code.threshold { continue }
            unassigned.insert(CodeReference(dimension: dimension.id, code: code.id))
            diagnostics += reason(code, best: best)
        }
    }

    private func reason(_ code: Code, best: Int) -> [Diagnostic] {
        guard !code.rules.isEmpty else {
            return [
                .warning(
                    "no-rules", "the code '\(code.id)' has no rules and is never assigned", at: code.place,
                    help: "write each as: - " + Key.Thing.rule.example)
            ]
        }
        return [
            .warning(
                "unreachable-threshold",
                "the rules of '\(code.id)' give at most \(decimal(best)), its threshold is \(decimal(code.threshold))",
                at: code.place, help: "raise a weight or lower the threshold")
        ]
    }

    private func reason(_ rule: Rule) -> Diagnostic? {
        var implication = Implication()
        if let match = rule.match, let unless = rule.unless, implication.implies(match.expression, unless.expression) {
            return .warning(
                "never-holds", "the rule '\(rule.id)' never holds: 'unless' does wherever 'match' does", at: rule.place,
                help: "take from 'unless' what 'match' asks for")
        }
        for (key, expression) in [("match", rule.match), ("under", rule.under), ("previous", rule.previous)] {
            guard let expression, contradictsItself(expression.expression, &implication) else { continue }
            return .warning(
                "never-holds", "'\(key)' of the rule '\(rule.id)' never holds: its NOT takes away what it asks for",
                at: expression.place, help: "take one of the two away")
        }
        if !rule.when.isEmpty, rule.when.allSatisfy(unassigned.contains) {
            let names = rule.when.map { "'\($0.dimension).\($0.code)'" }.joined(separator: ", ")
            return .warning(
                "never-holds", "the rule '\(rule.id)' never holds: \(names) is never assigned", at: rule.place,
                help: "mend the rules of that code, or ask for another one")
        }
        return nil
    }

    private func contradictsItself(_ expression: Expression, _ implication: inout Implication) -> Bool {
        switch expression {
        case .any(let operands): return operands.allSatisfy { contradictsItself($0, &implication) }
        case .all(let operands):
            let taken = operands.compactMap { if case .not(let operand) = $0 { operand } else { nil } }
            return taken.contains { unwanted in operands.contains { implication.implies($0, unwanted) } }
        case .term, .name, .phrase, .proximity, .not: return false
        }
    }
}
