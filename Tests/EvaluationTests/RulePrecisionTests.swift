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
}
