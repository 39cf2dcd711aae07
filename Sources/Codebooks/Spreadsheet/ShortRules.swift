/// The rules of a code that its row in Codes can say: first those under headings, then those to look for, all with the
/// same exceptions. What stands behind them in the codebook goes to the sheet Rules, so that the order stays.
struct ShortRules {
    private(set) var underHeadings: [String] = []
    private(set) var lookFor: [String] = []
    /// Expressions of `unless`.
    private(set) var butNot: [String] = []
    /// How many rules there are.
    private(set) var count = 0

    init(_ rules: [Rule]) {
        for rule in rules {
            guard rule.previous == nil, rule.at == nil, rule.inSections.isEmpty, rule.notInSections.isEmpty,
                rule.when.isEmpty,
                count == 0 || butNot == rule.unless?.sources ?? [], take(rule)
            else { return }
            butNot = rule.unless?.sources ?? []
            count += 1
        }
    }

    /// - Returns: whether a line says the rule.
    private mutating func take(_ rule: Rule) -> Bool {
        if let under = rule.under, rule.match == nil, lookFor.isEmpty {
            let id = Self.headingID(underHeadings.count + 1)
            guard let line = Self.line(rule, under, id) else { return false }
            underHeadings.append(line)
            return true
        }
        guard let match = rule.match, rule.under == nil else { return false }
        guard let line = Self.line(rule, match, Self.lookForID(lookFor.count + 1)) else { return false }
        lookFor.append(line)
        return true
    }

    private static func line(_ rule: Rule, _ expression: RuleExpression, _ id: String) -> String? {
        RuleLine.text(id: rule.id, sources: expression.sources, weight: rule.weight, defaultID: id)
    }

    /// The id of a rule without one in Under headings.
    ///
    /// - Parameter number: 1-based place among the code's rules there.
    static func headingID(_ number: Int) -> String { "heading-\(number)" }

    /// The id of a rule without one in Look for.
    static func lookForID(_ number: Int) -> String { "look-for-\(number)" }
}
