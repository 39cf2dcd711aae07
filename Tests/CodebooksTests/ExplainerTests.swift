import Codebooks
import DocumentModel
import Testing

/// Why a rule does not hold: the part that failed, what blocked it, what took its hits away.
struct ExplainerTests {
    /// The reasons why the only rule of the code `a` does not hold.
    private func failures(
        _ rule: String, _ passage: Passage, head: String = "terms: {money: [fund*, budget*], lack: [lack*]}",
        others: String = ""
    ) throws -> [RuleFailure] {
        let explained = try explanation("[{rule: r, \(rule)}]", passage, head: head, others: others)
        return try #require(explained.dimensions.first { $0.dimension.id == "theme" }?.codes[0].rules[0].failures)
    }

    private func explanation(
        _ rules: String, _ passage: Passage, head: String = "", others: String = "", assign: String = "best"
    ) throws -> PassageExplanation {
        let yaml = """
            codebook: test
            \(head)
            dimensions:
              - dimension: theme
                assign: \(assign)
                codes:
                  - code: a
                    rules: \(rules)
            \(others)
            """
        let (codebook, diagnostics) = loadCodebook(yaml: yaml, file: "test.yaml")
        return Explainer([try #require(codebook, "\(diagnostics)")]).explain(passage)
    }

    @Test func theMissingOperandIsNamedAsItsAuthorWroteIt() throws {
        #expect(
            try failures("match: $lack NEAR/4 $money", passage("A lack of time."))
                == [.match(.alone(present: 2..<6, missing: .absent("$money"), words: 4))])
        #expect(
            try failures("match: $lack NEAR/4 $money", passage("Enough time."))
                == [.match(.absent("$lack NEAR/4 $money"))])
    }

    @Test func operandsTooFarApartAreShownWithTheWordsBetween() throws {
        #expect(
            try failures("match: $lack NEAR/2 $money", passage("The budget, though it was no surprise, lacks."))
                == [.match(.tooFar(left: 39..<44, right: 4..<10, words: 5, allowed: 2))])
    }

    @Test func theWrongOrderIsNamed() throws {
        #expect(
            try failures("match: $lack PRE/4 $money", passage("Budgets that lack."))
                == [.match(.wrongOrder(first: 0..<7, second: 13..<17))])
    }

    @Test func theNearestAlternativeOfAnOrIsShown() throws {
        #expect(
            try failures("match: [zeal, $lack NEAR/1 $money]", passage("A lack of any funds."))
                == [.match(.tooFar(left: 2..<6, right: 14..<19, words: 2, allowed: 1))])
    }

    @Test func whatIsMissingOfAConjunctionIsShown() throws {
        #expect(
            try failures("match: $lack AND $money", passage("A lack of time."))
                == [.match(.incomplete(missing: .absent("$money"), present: 2..<6))])
        #expect(
            try failures("match: $lack NOT $money", passage("A lack of funds."))
                == [.match(.excluded(10..<15))])
    }

    @Test func negationIsShownWithTheHitThatItTakesAway() throws {
        let head = "terms: {lack: [lack*]}\nnegation: [no, not]"
        #expect(
            try failures("match: $lack", passage("There was no real lack."), head: head)
                == [.negated(by: 10..<12, word: 18..<22)])
    }

    @Test func unlessIsShownWithTheWordsThatBlock() throws {
        #expect(
            try failures("match: lack*, unless: [of interest]", passage("A lack of interest."), head: "")
                == [.blocked(by: [7..<18])])
    }

    @Test func whatDoesNotBeginThePassageIsShown() throws {
        #expect(
            try failures("match: lack*, at: start", passage("A lack, a lack."), head: "")
                == [.notAtStart([2..<6, 10..<14])])
    }

    @Test func sectionsAreNamed() throws {
        let methods = passage("A lack.", section: .methods)
        #expect(try failures("match: lack*, not in: methods", methods, head: "") == [.excludedSection(.methods)])
        #expect(
            try failures("match: lack*, in: [results]", methods, head: "")
                == [.otherSection(.methods, wanted: [.results])])
    }

    @Test func theLevelThatCountsInsteadIsNamed() throws {
        let found = try failures(
            "under: barrier*", passage("Text.", headings: ["Barriers", "What helped"]), head: "",
            others: "      - {code: b, rules: [{rule: helps, under: helped}]}")
        let own = ContextPlace(source: .heading, heading: 0, text: "Barriers")
        let nearer = ContextPlace(source: .heading, heading: 1, text: "What helped")
        #expect(found == [.outranked(at: own, by: nearer, rule: "helps", code: "b")])
    }

    @Test func contextThatIsNotThereIsNamed() throws {
        #expect(try failures("under: barrier*", passage("Text."), head: "") == [.noContext])
        #expect(
            try failures("under: barrier* OR obstacle*", passage("Text.", leadIn: "Aims:"), head: "")
                == [.under("barrier* OR obstacle*")])
        #expect(try failures("previous: aim*", passage("Text."), head: "") == [.noPrevious])
        #expect(
            try failures("previous: aim*", passage("Text.", previous: "No."), head: "") == [.previous(.absent("aim*"))])
    }

    @Test func codesThatWouldHaveToBeAssignedAreNamed() throws {
        let found = try failures(
            "match: text, when: kind.b", passage("Text."), head: "",
            others: "  - {dimension: kind, codes: [{code: b, rules: [{match: zeal}]}]}")
        #expect(found == [.notAssigned([CodeReference(dimension: "kind", code: "b")])])
    }

    @Test func whatIsShortAndWhatIsBeatenIsTold() throws {
        let rival = "      - {code: b, rules: [{match: text, weight: 2}]}"
        let beaten = try explanation("[{match: text}]", passage("Text."), others: rival).dimensions[0]
        let best = CodeScore(code: CodeReference(dimension: "theme", code: "b"), thousandths: 2000)
        #expect(beaten.codes.map(\.verdict) == [.beaten(by: best), .assigned])
        let short = try explanation("[{match: text, weight: 0.4}, {match: x}]", passage("Text.")).dimensions[0]
        #expect(short.codes.map(\.verdict) == [.short(thousandths: 600)])
    }

    @Test func rulesThatHoldHaveNoFailures() throws {
        let rule = try explanation("[{match: text}]", passage("Text.")).dimensions[0].codes[0].rules[0]
        #expect(rule.failures.isEmpty && rule.match?.rule == "rule-1" && !rule.isNear)
    }

    @Test func aRuleWithoutAnyPartOfItsExpressionIsNotNear() throws {
        func isNear(_ text: String) throws -> Bool {
            try explanation("[{match: lack* NEAR/4 fund*}]", passage(text)).dimensions[0].codes[0].rules[0].isNear
        }
        #expect(try isNear("A lack of time."))
        #expect(try !isNear("Enough time."))
    }
}
