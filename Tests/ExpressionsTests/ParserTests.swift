import Diagnostics
import Expressions
import Testing

struct ParserTests {
    @Test(arguments: [
        ("lack", "lack"),
        ("shared  vision", "shared vision"),
        ("\"shared vision\"", "shared vision"),
        ("“shared vision” goal", "shared vision goal"),
        ("a AND b OR c", "(a AND b) OR c"),
        ("a OR b NOT c", "a OR (b NOT c)"),
        ("a AND b NOT c", "a AND b NOT c"),
        ("NOT a AND b", "NOT a AND b"),
        ("a NOT (b OR c)", "a NOT (b OR c)"),
        ("(a)", "a"),
        ("(a OR (b OR c))", "a OR b OR c"),
        ("a b NEAR/3 c d PRE/0 e", "a b NEAR/3 c d PRE/0 e"),
        ("a NEAR/3 (b PRE/2 c)", "a NEAR/3 (b PRE/2 c)"),
        ("(a NEAR/3 b) PRE/2 c", "a NEAR/3 b PRE/2 c"),
        ("no $lack", "no $lack"),
        ("(joint OR common) goal*", "(joint OR common) goal*"),
        ("co-ordinat* wom?n plan~", "co-ordinat* wom?n plan~"),
        ("co‐ordinate", "co-ordinate"),
        ("a**b", "a*b"),
        ("patients' patient’s don’t", "patients patient don't"),
        ("1,000 3.5", "1,000 3.5"),
        ("health/social R&D a_b U.S", "health social R D a b U S"),
        ("\"health AND care (NEAR/3)\"", "health \"AND\" care \"NEAR\" 3"),
        ("so\u{AD}cial", "social"),
    ]) func readsWhatReviewersWrite(source: String, canonical: String) {
        let parsed = parseExpression(source, at: nil)
        #expect(!parsed.diagnostics.hasErrors, "\(parsed.diagnostics)")
        #expect(parsed.expression?.source == canonical)
    }

    @Test func bindsPhraseThenProximityThenNotThenAndThenOr() {
        func term(_ part: String) -> Expression { .term(Term(parts: [part])) }
        let parsed = parseExpression("a b NEAR/2 c NOT d AND e-f OR g~", at: nil).expression
        let near = Expression.proximity(
            .phrase([term("a"), term("b")]), term("c"), Proximity(ordered: false, words: 2))
        #expect(
            parsed
                == .any([
                    .all([near, .not(term("d")), .term(Term(parts: ["e", "f"]))]),
                    .term(Term(parts: ["g"], stemmed: true)),
                ]))
    }

    /// Each case: text, and identifier and underlined text of each diagnostic in order.
    @Test(arguments: [
        ("", ["empty-expression:"]),
        ("a AND", ["missing-operand:AND"]),
        ("AND a", ["missing-operand:AND"]),
        ("a OR OR b", ["missing-operand:OR"]),
        ("a NOT NOT b", ["double-not:NOT"]),
        ("(a", ["parenthesis:("]),
        ("a) b", ["parenthesis:)"]),
        ("()", ["empty-parentheses:()"]),
        ("\"a", ["open-quote:\""]),
        ("\"\" a", ["empty-phrase:\"\""]),
        ("a NEAR b", ["proximity-distance:NEAR"]),
        ("a NEAR/ b", ["proximity-distance:NEAR/"]),
        ("a NEAR/100 b", ["proximity-distance:NEAR/100"]),
        ("a near/3 b", ["lower-case-operator:near/3"]),
        ("a * b", ["bare-wildcard:*"]),
        ("self-* b", ["bare-wildcard:*"]),
        ("$ a", ["empty-name:$"]),
        ("$lack* a", ["name-wildcard:$lack*"]),
        ("lack*~", ["stemmed-wildcard:lack*~"]),
        ("a, b", ["unexpected-character:,"]),
        ("wom#n", ["unexpected-character:#"]),
        ("pre- a", ["hyphen:-"]),
        ("'a b", ["apostrophe:'"]),
        ("lack$2", ["dollar:$"]),
        ("a-b-c-d-e-f-g-h-i", ["long-term:a-b-c-d-e-f-g-h-i"]),
        (
            "(a OR, b* AND ) NEAR/200 *",
            [
                "unexpected-character:,", "missing-operand:)", "proximity-distance:NEAR/200", "bare-wildcard:*",
            ]
        ),
    ]) func reportsEveryErrorWithItsPlace(source: String, expected: [String]) {
        let parsed = parseExpression(source, at: nil)
        #expect(parsed.expression == nil)
        #expect(Self.underlined(parsed.diagnostics.filter { $0.severity == .error }, in: source) == expected)
    }

    @Test(arguments: [
        ("a AND b OR c", ["mixed-operators:a AND b OR c"]),
        ("a OR b NOT c", ["mixed-operators:a OR b NOT c"]),
        ("(a AND b) OR c", []),
        ("a OR (b AND c)", []),
        ("lack$ money", ["dollar:lack$"]),
        ("organisation? x", ["final-question-mark:organisation?"]),
        ("wom?n", []),
        ("health and care", ["looks-like-operator:and"]),
        ("\"health and care\"", []),
        ("and care", []),
        ("lack adj3 money", ["looks-like-operator:adj3"]),
        ("lack N5 money", ["looks-like-operator:N5"]),
    ]) func warnsOfWhatOtherDatabasesMean(source: String, expected: [String]) {
        let parsed = parseExpression(source, at: nil)
        #expect(parsed.expression != nil)
        #expect(Self.underlined(parsed.diagnostics, in: source) == expected)
    }

    @Test func readsOvidsTruncationAsAnyEnding() {
        #expect(parseExpression("lack$ money", at: nil).expression?.source == "lack* money")
    }

    @Test func explainsOvidsDistanceInWordsBetween() {
        let diagnostics = parseExpression("lack adj3 money", at: nil).diagnostics
        #expect(diagnostics.first?.help == "if you mean the operator, write NEAR/2")
    }

    @Test func pointsIntoTheFile() {
        let place = Place(file: "care.yaml", line: 7, column: 16)
        #expect(
            parseExpression("é OR *", at: place).diagnostics.map(\.place)
                == [Place(file: "care.yaml", line: 7, column: 21, length: 1)])
        #expect(
            parseExpression("a OR\n  *", at: place).diagnostics.map(\.place)
                == [Place(file: "care.yaml", line: 8, column: 3, length: 1)])
    }

    @Test(arguments: [
        String(repeating: "(", count: 100_000) + "a" + String(repeating: ")", count: 100_000),
        String(repeating: "(", count: 100_000),
        Array(repeating: "a", count: 20_000).joined(separator: " NEAR/1 "),
        String(repeating: "(a OR b NOT ", count: 20_000),
    ]) func refusesHostileNesting(source: String) {
        let parsed = parseExpression(source, at: nil)
        #expect(parsed.expression == nil)
        #expect(parsed.diagnostics.contains { $0.identifier == "too-deep" })
        #expect(parsed.diagnostics.count <= 40)
    }

    @Test func readsManyThousandTerms() {
        let parsed = parseExpression(
            (0..<20_000).map { "word\($0)" }.joined(separator: " OR "), at: nil)
        guard case .any(let terms)? = parsed.expression else {
            Issue.record("\(parsed.diagnostics)")
            return
        }
        #expect(terms.count == 20_000)
    }

    private static func underlined(_ diagnostics: [Diagnostic], in source: String) -> [String] {
        diagnostics.map { diagnostic in
            let start = (diagnostic.place?.column ?? 1) - 1
            let text = source.unicodeScalars.dropFirst(start).prefix(diagnostic.place?.length ?? 0)
            return "\(diagnostic.identifier):\(String(String.UnicodeScalarView(text)))"
        }
    }
}
