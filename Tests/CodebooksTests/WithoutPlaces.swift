import Codebooks
import DocumentModel

extension Codebook {
    /// The codebook as it compares: without where it stands, and without what follows from the rest.
    ///
    /// - Parameter keepsExpressions: false for codebooks whose expressions were never parsed.
    func comparable(keepsExpressions: Bool = true) -> Codebook {
        var codebook = self
        func bare(_ expression: RuleExpression?) -> RuleExpression? {
            expression.map {
                RuleExpression(sources: $0.sources, expression: keepsExpressions ? $0.expression : .all([]))
            }
        }
        func bare(_ example: Example) -> Example {
            var example = example
            example.passage.id = ""
            example.place = nil
            return example
        }
        codebook.negation = bare(codebook.negation)
        codebook.terms = codebook.terms.map { NamedTerm(name: $0.name, sources: $0.sources, isIncluded: $0.isIncluded) }
        for d in codebook.dimensions.indices {
            codebook.dimensions[d].place = nil
            for c in codebook.dimensions[d].codes.indices {
                var code = codebook.dimensions[d].codes[c]
                code.place = nil
                code.examples = code.examples.map(bare)
                code.nearMisses = code.nearMisses.map(bare)
                code.rules = code.rules.map { rule in
                    Rule(
                        id: rule.id, match: bare(rule.match), under: bare(rule.under), previous: bare(rule.previous),
                        unless: bare(rule.unless), inSections: rule.inSections, notInSections: rule.notInSections,
                        when: rule.when, weight: rule.weight)
                }
                codebook.dimensions[d].codes[c] = code
            }
        }
        return codebook
    }

    /// The texts as their code points: Swift's strings are equal when they look alike.
    var codePoints: [UInt32] { "\(self)".unicodeScalars.map(\.value) }
}
