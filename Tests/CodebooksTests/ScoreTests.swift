import Codebooks
import DocumentModel
import Testing

struct ScoreTests {
    @Test func theScoreIsTheSumOfTheWeightsOfRulesThatHold() throws {
        let coder = try themes([
            "[{match: soil, weight: strong}, {match: worm*}, {match: dry, weight: weak}, {match: sand, weight: -0.125}]"
        ])
        func score(_ text: String) -> Int? { coder.code(passage(text)).scores.first?.thousandths }
        #expect(score("Soil.") == 3000)
        #expect(score("Worms like dry soil.") == 4500)
        #expect(score("Worms like soil, not sand.") == 3875)
        #expect(score("Soil on soil on soil.") == 3000)
        #expect(score("Nothing.") == nil)
    }

    @Test func candidatesReachTheThreshold() throws {
        let coder = try coder(
            """
              - dimension: theme
                codes:
                  - code: soil
                    threshold: 1.5
                    rules:
                      - match: soil
                      - match: worm*
                        weight: weak
                      - match: sand
                        weight: -0.001
            """)
        #expect(coder.themes(of: passage("Soil.")) == [])
        #expect(coder.code(passage("Soil.")).scores.map(\.thousandths) == [1000])
        #expect(coder.themes(of: passage("Soil and worms.")) == ["soil"])
        #expect(coder.themes(of: passage("Soil, worms and sand.")) == [])
    }

    private let rules = [
        "[{match: one}]", "[{match: two, weight: 2}]", "[{match: three, weight: 3}]", "[{match: also, weight: 2}]",
    ]

    @Test func bestAssignsTheHighestScoreAndTheFirstAmongEquals() throws {
        let coder = try themes(rules, assign: "best")
        #expect(coder.themes(of: passage("one two three also")) == ["c"])
        #expect(coder.themes(of: passage("one two also")) == ["b"])
        #expect(coder.themes(of: passage("none")) == [])
    }

    @Test func allAssignsEveryCandidateByScoreThenCodebookOrder() throws {
        let coder = try themes(rules, assign: "all")
        #expect(coder.themes(of: passage("one two three also")) == ["c", "b", "d", "a"])
    }

    @Test func allWithinAssignsThoseNearTheBest() throws {
        #expect(
            try themes(rules, assign: "all within 1 of the best").themes(of: passage("one two three also")) == [
                "c", "b", "d",
            ])
        #expect(
            try themes(rules, assign: "all within 0.999 of the best").themes(of: passage("one two three also")) == ["c"]
        )
        #expect(
            try themes(rules, assign: "all within 0 of the best").themes(of: passage("one two also")) == ["b", "d"])
    }

    @Test func scoresAndMatchesStandInTheCodebooksOrder() throws {
        let codes = try themes(rules).code(passage("three two one"))
        #expect(codes.scores.map(\.code.code) == ["a", "b", "c"])
        #expect(codes.matches.map(\.code.code) == ["a", "b", "c"])
    }

    @Test func dimensionsOfDocumentsSumOverPassages() throws {
        let coder = try coder(
            """
              - dimension: theme
                codes:
                  - code: soil
                    rules:
                      - match: soil
              - dimension: study
                unit: document
                codes:
                  - code: trial
                    threshold: 2
                    rules:
                      - match: trial*
                  - code: survey
                    rules:
                      - match: survey*
                        weight: 0.75
                        when: theme.soil
            """)
        let passages = ["A trial of soil.", "A survey of soil.", "A survey.", "Of soil surveys.", "The trials ended."]
            .map { coder.code(passage($0)) }
        #expect(passages[0].assigned.map(\.dimension) == ["theme"])
        #expect(passages[0].scores.map(\.code.code) == ["soil", "trial"])
        let found = coder.documentCodes(of: passages)
        #expect(found.codes(in: "study") == ["trial"])
        #expect(found.codes(in: "theme") == [])
        #expect(found.scores.map(\.thousandths) == [2000, 1500])
        #expect(coder.documentCodes(of: Array(passages.dropLast())).codes(in: "study") == ["survey"])
        #expect(coder.documentCodes(of: []) == PassageCodes())
    }

    @Test func codebooksOfSeveralLanguagesWorkTogether() throws {
        let english = try codebook(
            "codebook: en\ndimensions: [{dimension: theme, codes: [{code: soil, rules: [{match: garden~}]}]}]")
        let german = try codebook(
            """
            {codebook: de, language: de, skip: [methods], dimensions: [{dimension: ort, codes: [
              {code: beet, rules: [{match: gärten~}]}]}]}
            """)
        let coder = PassageCoder([english, german])
        #expect(
            coder.code(passage("Gardening in Garten", section: .results)).assigned == [
                DimensionCodes(dimension: "theme", codes: ["soil"]), DimensionCodes(dimension: "ort", codes: ["beet"]),
            ])
        #expect(
            coder.code(passage("Gardening in Garten", section: .methods)).assigned == [
                DimensionCodes(dimension: "theme", codes: ["soil"])
            ])
        #expect(checkTogether([english, german]).isEmpty)
        #expect(checkTogether([english, english]).map(\.identifier) == ["duplicate-dimension"])
    }
}
