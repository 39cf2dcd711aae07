import DocumentModel
import Expressions
import Matching

/// Collects the entries of one language's matchers while dimensions are turned into programs.
struct LanguageBuilder {
    let language: String
    private var text: [Matcher.Entry] = []
    private var context: [Matcher.Entry] = []
    private var previous: [Matcher.Entry] = []

    init(language: String) {
        self.language = language
    }

    func matchers() -> LanguageMatchers {
        LanguageMatchers(text: matcher(text), context: matcher(context), previous: matcher(previous))
    }

    private func matcher(_ entries: [Matcher.Entry]) -> Matcher? {
        entries.isEmpty ? nil : Matcher(entries: entries, language: language)
    }

    /// - Parameter codeNumbers: of the codes of the codebook.
    mutating func rules(
        of dimension: Dimension, in codebook: Codebook, _ codeNumbers: [CodeReference: Int]
    ) -> DimensionRules {
        var rules = DimensionRules()
        let first = (text: text.count, context: context.count, previous: previous.count)
        for (index, code) in dimension.codes.enumerated() {
            for rule in code.rules {
                append(rule, code: index, to: &rules, negation: codebook.negation?.expression, codeNumbers: codeNumbers)
            }
        }
        rules.textEntries = first.text..<text.count
        rules.contextEntries = first.context..<context.count
        rules.previousEntries = first.previous..<previous.count
        return rules
    }

    private mutating func append(
        _ rule: Rule, code: Int, to rules: inout DimensionRules, negation: Expression?,
        codeNumbers: [CodeReference: Int]
    ) {
        let number = rules.rules.count
        var sections = rule.inSections.isEmpty ? .all : SectionSet(rule.inSections)
        sections.subtract(SectionSet(rule.notInSections))
        let firstCondition = rules.conditions.count
        rules.conditions += rule.when.compactMap { codeNumbers[$0] }
        var result = RuleProgram(
            code: code, weight: rule.weight, sections: sections, when: firstCondition..<rules.conditions.count)
        if let match = rule.match {
            result.match = text.count
            result.at = rule.at
            text.append(Matcher.Entry(match.expression, negation: negation))
            rules.matchRules.append(number)
        }
        if let unless = rule.unless {
            result.unless = text.count
            text.append(Matcher.Entry(unless.expression))
            rules.matchRules.append(nil)
        }
        if let under = rule.under {
            result.under = context.count
            context.append(Matcher.Entry(under.expression))
            rules.contextRules.append(number)
        }
        if let expression = rule.previous {
            result.previous = previous.count
            previous.append(Matcher.Entry(expression.expression))
            rules.previousRules.append(number)
        }
        rules.rules.append(result)
    }
}
