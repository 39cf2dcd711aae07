import Expressions
import Matching
import Testing

import class Foundation.ProcessInfo

/// The matcher against SQLite's full-text search: the texts for which random rules hold.
///
/// `CODECHART_CASES=1000 swift test --filter agreesWithSQLite` compares 1,000 rules.
struct FullTextOracleTests {
    private static let textCount = 500

    @Test func agreesWithSQLite() throws {
        let ruleCount = ProcessInfo.processInfo.environment["CODECHART_CASES"].flatMap(Int.init) ?? 150
        let texts = (0..<Self.textCount).map { OracleCases.text(seed: UInt64($0)) }
        let index = try FullTextIndex(
            texts.map { writtenForFullText($0.written) }, tokenizer: FullTextQuery.tokenizer)
        let query = FullTextQuery(index: index)
        var cases = OracleCases(seed: 1, texts: texts.map(\.words))
        let rules = try (0..<ruleCount).map { _ in try cases.rule(query) }
        let found = try textsFound(by: rules, in: texts.map(\.written))
        var telling = 0
        for (rule, ours) in zip(rules, found) {
            let asked = try query.query(rule)
            let theirs = try index.texts(matching: asked)
            if 1..<Self.textCount ~= theirs.count { telling += 1 }
            guard let differing = ours.symmetricDifference(theirs).min() else { continue }
            Issue.record(
                """
                rule: \(rule.source)
                query: \(asked)
                only \(ours.contains(differing) ? "ours" : "SQLite's"): \(texts[differing].written.debugDescription)
                """)
            return
        }
        // Rules that hold everywhere or nowhere would prove nothing, nor would constructs that never occur.
        #expect(telling > ruleCount * 3 / 4)
        for construct in ["AND", "OR", "NOT", "NEAR", "PRE/0", "phrase", "prefix", "wildcard", "hyphenated"] {
            #expect(cases.counts[construct, default: 0] >= ruleCount / 10, "\(construct)")
        }
    }

    /// For each rule, as it is written, the numbers of the texts for which it holds.
    private func textsFound(by rules: [Expression], in texts: [String]) throws -> [Set<Int>] {
        let entries = try rules.map { Matcher.Entry(try #require(parseExpression($0.source, at: nil).expression)) }
        let matcher = Matcher(entries: entries, language: "en")
        var found = [Set<Int>](repeating: [], count: rules.count)
        for (number, text) in texts.enumerated() {
            for match in matcher.matches(in: text) { found[match.entry].insert(number) }
        }
        return found
    }
}
