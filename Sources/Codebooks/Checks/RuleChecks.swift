import Diagnostics
import DocumentModel
import Expressions

/// Rules that say the same twice or can never hold, and codes that can never be assigned.
func checkRules(_ codebook: Codebook) -> [Diagnostic] {
    codebook.dimensions.flatMap { dimension in dimension.codes.flatMap { checkRules($0, in: dimension) } }
}

private func checkRules(_ code: Code, in dimension: Dimension) -> [Diagnostic] {
    var diagnostics = checkThreshold(code, in: dimension)
    var first: [RuleConditions: Rule] = [:]
    for rule in code.rules {
        if let earlier = first[RuleConditions(rule)] {
            diagnostics.append(
                .warning(
                    "duplicate-rule", "the rule '\(rule.id)' asks for the same as '\(earlier.id)'", at: rule.place,
                    help: "both weights count; keep one rule with the weight that you mean"))
        } else {
            first[RuleConditions(rule)] = rule
        }
        if !rule.inSections.isEmpty, rule.inSections.allSatisfy(rule.notInSections.contains) {
            diagnostics.append(
                .warning(
                    "contradicting-sections", "'not in' takes every section away that 'in' names", at: rule.place,
                    help: "the rule can only hold where the section is unknown"))
        }
        if rule.weight == 0 {
            diagnostics.append(
                .warning("weightless-rule", "the rule '\(rule.id)' has weight 0 and changes nothing", at: rule.place))
        }
    }
    return diagnostics
}

private func checkThreshold(_ code: Code, in dimension: Dimension) -> [Diagnostic] {
    guard !code.rules.isEmpty else {
        return [.warning("no-rules", "the code '\(code.id)' has no rules and is never assigned", at: code.place)]
    }
    let best = code.rules.reduce(0) { $0 + max(0, $1.weight) }
    // Over the passages of a document a rule may hold any number of times.
    guard dimension.unit == .document ? best == 0 : best < code.threshold else { return [] }
    return [
        .warning(
            "unreachable-threshold",
            "the rules of '\(code.id)' give at most \(decimal(best)), its threshold is \(decimal(code.threshold))",
            at: code.place, help: "raise a weight or lower the threshold")
    ]
}

/// Thousandths as a decimal number: `0.5`, `3`.
func decimal(_ thousandths: Int) -> String {
    let magnitude = abs(thousandths)
    var fraction = String(magnitude % 1000 + 1000).dropFirst()
    while fraction.last == "0" { fraction.removeLast() }
    return (thousandths < 0 ? "-" : "") + "\(magnitude / 1000)" + (fraction.isEmpty ? "" : "." + fraction)
}

/// What a rule asks for, without its id, weight and place.
struct RuleConditions: Hashable {
    let expressions: [Expression?]
    let sections: [Set<SectionKind>]
    let when: Set<CodeReference>

    init(_ rule: Rule) {
        expressions = [rule.match, rule.under, rule.previous, rule.unless].map { $0?.expression }
        sections = [Set(rule.inSections), Set(rule.notInSections)]
        when = Set(rule.when)
    }
}
