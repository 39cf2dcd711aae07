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
    mutating func program(
        _ dimension: Dimension, of codebook: Codebook, language: Int, codeNumbers: [CodeReference: Int]
    ) -> DimensionProgram {
        let references = dimension.codes.map { CodeReference(dimension: dimension.id, code: $0.id) }
        var program = DimensionProgram(
            id: dimension.id, language: language, unit: dimension.unit, assign: dimension.assign,
            skip: SectionSet(codebook.skip),
            codes: zip(dimension.codes, references).map { code, reference in
                CodeProgram(reference: reference, number: codeNumbers[reference]!, threshold: code.threshold)
            },
            rules: [], textEntries: 0..<0, contextEntries: 0..<0, previousEntries: 0..<0, matchRules: [],
            contextRules: [], previousRules: [])
        let first = (text: text.count, context: context.count, previous: previous.count)
        for (index, code) in dimension.codes.enumerated() {
            for rule in code.rules {
                append(
                    rule, code: index, to: &program, negation: codebook.negation?.expression, codeNumbers: codeNumbers)
            }
        }
        program.textEntries = first.text..<text.count
        program.contextEntries = first.context..<context.count
        program.previousEntries = first.previous..<previous.count
        return program
    }

    private mutating func append(
        _ rule: Rule, code: Int, to program: inout DimensionProgram, negation: Expression?,
        codeNumbers: [CodeReference: Int]
    ) {
        let number = program.rules.count
        var sections = rule.inSections.isEmpty ? .all : SectionSet(rule.inSections)
        sections.subtract(SectionSet(rule.notInSections))
        var result = RuleProgram(
            id: rule.id, code: code, weight: rule.weight, sections: sections,
            when: rule.when.compactMap { codeNumbers[$0] })
        if let match = rule.match {
            result.match = text.count
            result.at = rule.at
            text.append(Matcher.Entry(match.expression, negation: negation))
            program.matchRules.append(number)
        }
        if let unless = rule.unless {
            result.unless = text.count
            text.append(Matcher.Entry(unless.expression))
            program.matchRules.append(nil)
        }
        if let under = rule.under {
            result.under = context.count
            context.append(Matcher.Entry(under.expression))
            program.contextRules.append(number)
        }
        if let expression = rule.previous {
            result.previous = previous.count
            previous.append(Matcher.Entry(expression.expression))
            program.previousRules.append(number)
        }
        program.rules.append(result)
    }
}
