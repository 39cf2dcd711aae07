import Diagnostics
import DocumentModel
import Expressions

/// Rules that say the same twice or can never hold, and codes that can never be assigned.
func checkRules(_ codebook: Codebook) -> [Diagnostic] {
    NeverHolds(codebook).diagnostics
        + codebook.dimensions.flatMap { $0.codes.flatMap { checkRules($0, skip: codebook.skip) } }
}

private func checkRules(_ code: Code, skip: [SectionKind]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
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
        let away = rule.notInSections + skip
        if !rule.inSections.isEmpty, rule.inSections.allSatisfy(away.contains) {
            let key = rule.inSections.allSatisfy(rule.notInSections.contains) ? "'not in'" : "'skip'"
            diagnostics.append(
                .warning(
                    "contradicting-sections", "\(key) takes every section away that 'in' names", at: rule.place,
                    help: "the rule can only hold where the section is unknown; take a section from one of them"))
        }
        if rule.weight == 0 {
            diagnostics.append(
                .warning(
                    "weightless-rule", "the rule '\(rule.id)' has weight 0 and changes nothing", at: rule.place,
                    help: "give it a weight, or take it away"))
        }
    }
    return diagnostics
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
    let anchor: Rule.Anchor?

    init(_ rule: Rule) {
        expressions = [rule.match, rule.under, rule.previous, rule.unless].map { $0?.expression }
        sections = [Set(rule.inSections), Set(rule.notInSections)]
        when = Set(rule.when)
        anchor = rule.at
    }
}
