import DocumentModel
import JSON

/// A rule as a person would say it, in parts: plain words and expressions.
package struct RuleInWords {
    package enum Part: Sendable, Hashable {
        case words(String)
        /// An expression as its author wrote it.
        case expression(String)
    }

    private let rule: Rule

    package init(rule: Rule) { self.rule = rule }

    /// `Adds 2 when the passage has … , unless it has …`.
    package var parts: [Part] {
        var parts: [Part] = [.words(rule.weight < 0 ? "Takes \(amount) away" : "Adds \(amount)")]
        var conditions: [[Part]] = []
        if let match = rule.match { conditions.append([.words("the passage has ")] + expressions(match)) }
        if let under = rule.under {
            conditions.append([.words("it stands under a heading or lead-in with ")] + expressions(under))
        }
        if let previous = rule.previous {
            conditions.append([.words("the passage before it has ")] + expressions(previous))
        }
        if !rule.when.isEmpty { conditions.append([.words("it is coded \(list(rule.when.map(name)))")]) }
        if !rule.inSections.isEmpty {
            conditions.append([.words("it is in \(list(rule.inSections.map(\.rawValue))) (or in an unknown section)")])
        }
        if !rule.notInSections.isEmpty {
            conditions.append([.words("it is not in \(list(rule.notInSections.map(\.rawValue)))")])
        }
        for (number, condition) in conditions.enumerated() {
            parts.append(.words(number == 0 ? " when " : ", and "))
            parts += condition
        }
        if let unless = rule.unless { parts += [.words(", unless the passage has ")] + expressions(unless) }
        return parts + [.words(".")]
    }

    private var amount: String { decimal(thousandths: abs(rule.weight)) }

    private func expressions(_ expression: RuleExpression) -> [Part] {
        expression.sources.enumerated().flatMap { number, source -> [Part] in
            (number == 0 ? [] : [.words(" or ")]) + [.expression(source)]
        }
    }

    private func name(_ code: CodeReference) -> String { "\(code.dimension).\(code.code)" }

    private func list(_ names: [String]) -> String { names.joined(separator: " or ") }
}
