import Codebooks
import DocumentModel
import Evaluation
import Testing

struct RulePrecisionTests {
    @Test func aRuleIsRightWherePeopleGaveItsCode() throws {
        let (book, _) = loadCodebook(
            yaml: """
                codebook: test
                dimensions:
                  - dimension: theme
                    codes:
                      - code: soil
                        rules: [{rule: adds, match: soil}, {rule: takes, match: sand, weight: -1}]
                  - {dimension: tone, codes: [{code: glad, rules: [{rule: good, match: good}]}]}
                """, file: "test.yaml")
        func gold(_ id: String, _ text: String, _ codes: [String]) -> GoldPassage {
            GoldPassage(
                passage: Passage(id: id, text: text), codes: [DimensionCodes(dimension: "theme", codes: codes)])
        }
        let found = rulePrecision(
            of: [try #require(book)],
            in: [
                gold("1", "Good soil.", ["soil"]), gold("2", "Soil of sand", []), gold("3", "Soil", ["soil"]),
                gold("4", "Sand", ["soil"]),
            ])
        #expect(found.map(\.rule.rule) == ["adds", "takes", "good"])
        #expect(found.map(\.right) == [2, 1, 0])
        #expect(found.map { $0.wrong.map(\.passage.id) } == [["2"], ["4"], []])
        #expect(found.map(\.thousandths) == [666, 500, nil], "gold that never names a dimension says nothing of it")
    }

    @Test func withoutARuleThePassagesThatItDecidesChange() throws {
        let (book, _) = loadCodebook(
            yaml: """
                codebook: test
                dimensions:
                  - dimension: theme
                    assign: all
                    codes:
                      - code: soil
                        rules: [{rule: soil, match: soil}, {rule: earth, match: earth}, {rule: never, match: mars}]
                      - {code: sand, rules: [{rule: not, match: soil, weight: -1}, {rule: sand, match: sand}]}
                """, file: "test.yaml")
        func gold(_ text: String, _ codes: [String]) -> GoldPassage {
            GoldPassage(
                passage: Passage(id: text, text: text), codes: [DimensionCodes(dimension: "theme", codes: codes)])
        }
        let found = ruleRemovals(
            of: [try #require(book)],
            in: [gold("Soil, earth", ["soil"]), gold("Earth", []), gold("Soil and sand", ["soil"]), gold("Soil", [])])
        #expect(found.map(\.rule.rule) == ["soil", "earth", "never", "not", "sand"])
        // The first passage keeps its code by the other rule; sand is wrong once nothing counts against it.
        #expect(found.map(\.right) == [-1, 0, 0, 0, 0])
        #expect(found.map(\.wrong) == [-1, -1, 0, 1, 0])
    }
}
